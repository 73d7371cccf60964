import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { importsNameOf, type Manifest } from '../../web/assets.ts'
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

const settings = {
  outdir: folder,
  absWorkingDir: root,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  bundle: true,
  minify: true,
  format: 'esm' as const,
  target: ['chrome96', 'firefox94', 'safari15'],
  legalComments: 'none' as const,
  metafile: true as const,
  write: false as const,
  logLevel: 'error' as const,
} satisfies BuildOptions

type Outputs = Awaited<ReturnType<typeof build<typeof settings>>>['metafile']['outputs']

/** What a file imports and what that imports: all of it has to be there before anything runs. */
function importsOf(outputs: Outputs, path: string, found = new Set<string>()): Set<string> {
  for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(imported)) continue
    found.add(imported)
    importsOf(outputs, imported, found)
  }
  return found
}

const urlOf = (path: string) => `/build/${basename(path)}`

async function bundle(entryPoints: Record<string, string>, splitting: boolean): Promise<Manifest> {
  const { outputFiles, metafile } = await build({ ...settings, entryPoints, splitting })
  for (const file of outputFiles) await placeFile(basename(file.path), file.contents)
  const entries = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint)
  const manifest: Manifest = {}
  for (const [path, { entryPoint = '' }] of entries) {
    const name = `${nameOf(join(root, entryPoint))}.js`
    manifest[name] = urlOf(path)
    manifest[importsNameOf(name)] = [...importsOf(metafile.outputs, path)].map(urlOf).join(' ')
  }
  return manifest
}

/** Everything for the browser. What every page needs is one file: a second one would cost a second journey. */
export async function buildScripts(): Promise<Manifest> {
  const { app = '', ...others } = await findEntries()
  const [everywhere, somewhere] = await Promise.all([bundle({ app }, false), bundle(others, true)])
  return { ...everywhere, ...somewhere }
}
