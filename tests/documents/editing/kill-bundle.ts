import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '../../..')

/**
 * The server that is to be killed as one plain file: a hundred starts that each compile all of it would take minutes.
 * Two folders below the root, as its parts are in the source, so that it finds `public`.
 */
export async function bundleServer(name: string): Promise<string> {
  const outfile = join(root, 'node_modules/.cache', name)
  await build({
    entryPoints: [join(import.meta.dirname, 'crash-server.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
  })
  return outfile
}
