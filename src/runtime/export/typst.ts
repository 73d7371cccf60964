import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Job, Typesetter } from '../../documents/export/pdf/make.ts'

const native = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'

const need = createRequire(import.meta.url)

const isThere = () => {
  try {
    return need.resolve(native) !== '' && process.platform === 'linux' && process.arch === 'x64'
  } catch {
    // Optional: where it is missing, the browser prints.
    return false
  }
}

/** Whether this machine can set pages by itself. */
export const setsPages = isThere()

interface Compiler {
  mapShadow(path: string, content: Buffer): void
  pdf(
    source: { mainFileContent: string; inputs: Record<string, string> },
    options: { pdfStandard?: string },
  ): Uint8Array
}

interface Native {
  NodeCompiler: { create(given: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler }
}

/** A folder that is not there: a page reads what it is given and nothing else. */
const nowhere = '/nonexistent/kreislauf'

export function typesetter(fonts: string[]): Typesetter {
  const { NodeCompiler } = need(native) as Native
  const fontBlobs = fonts.map((path) => readFileSync(path))
  const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs }] })
  return ({ program, data, files, universal }: Job) => {
    for (const { path, picture } of files) compiler.mapShadow(`${nowhere}/${path}`, Buffer.from(picture.bytes))
    const source = { mainFileContent: program, inputs: { data } }
    return compiler.pdf(source, universal ? { pdfStandard: 'ua-1' } : {})
  }
}
