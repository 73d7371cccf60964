import { readdir } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { build } from 'esbuild'
import type { Manifest } from '../../web/assets.ts'
import { folder, placeFile, root } from './place.ts'

const ending = '.client.ts'

/** `views/layout/app.client.ts` is "app.js", `views/documents/editor.client.ts` is "documents-editor.js". */
const nameOf = (path: string) => {
  const feature = basename(dirname(path))
  const name = basename(path, ending)
  return feature === 'layout' ? name : `${feature}-${name}`
}

async function findEntries(): Promise<Record<string, string>> {
  const views = join(root, 'views')
  const found = (await readdir(views, { recursive: true })).filter((path) => path.endsWith(ending)).sort()
  return Object.fromEntries(found.map((path) => [nameOf(path), join(views, path)]))
}

/** Everything for the browser; what several entries need is split off and fetched once. */
export async function buildScripts(): Promise<Manifest> {
  const { outputFiles, metafile } = await build({
    entryPoints: await findEntries(),
    outdir: folder,
    absWorkingDir: root,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2021',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  })
  for (const file of outputFiles) await placeFile(basename(file.path), file.contents)
  const entries = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint)
  return Object.fromEntries(
    entries.map(([path, output]) => [
      `${nameOf(relative(root, join(root, output.entryPoint ?? '')))}.js`,
      `/build/${basename(path)}`,
    ]),
  )
}
