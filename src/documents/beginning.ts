import { cleanText } from '../web/clean.ts'
import { emptyContent } from './content/codec.ts'
import { type Convert, type Converted, maxFileSize } from './conversion/converted.ts'
import { entitled } from './conversion/entitling.ts'
import type { Imported } from './conversion/keeping.ts'
import type { NewDocumentForm } from './forms.ts'
import type { Content } from './markup.ts'
import type { DocumentKind } from './schema.ts'

/** What a new document begins with, or what stands in the way: field and code for the form. */
export type Beginning =
  | { ok: true; title: string; content: Content; imported?: Imported }
  | { ok: false; field: 'title' | 'file' | 'pasted'; code: string }

const missing = (field: 'title' | 'file' | 'pasted'): Beginning => ({ ok: false, field, code: 'missing' })

/** What is at hand to begin with. */
export interface Beginnings {
  convert: Convert
  template: (kind: DocumentKind) => Promise<Content>
  /** How a text is called until somebody gives it a title. */
  untitled: (kind: DocumentKind) => string
}

/** Blank and template need a title; a file or a pasted text may bring its own. */
export async function begin(wish: NewDocumentForm, { convert, template, untitled }: Beginnings): Promise<Beginning> {
  const { start, kind, title, file, pasted } = wish
  if (start === 'quick') return { ok: true, title: untitled(kind), content: await template(kind) }
  if (start === 'blank' || start === 'template') {
    if (!title) return missing('title')
    const content = start === 'blank' ? emptyContent() : await template(kind)
    return { ok: true, title, content }
  }
  if (start === 'pasted') {
    if (!pasted) return missing('pasted')
    return imported('pasted', await convert(new TextEncoder().encode(pasted), 'pasted'), title)
  }
  if (!file || file.size === 0) return missing('file')
  return imported('file', await fromFile(file, convert), title, file.name)
}

async function fromFile(file: File, convert: Convert): Promise<Converted> {
  if (file.size > maxFileSize) return { ok: false, code: 'too_large' }
  return convert(new Uint8Array(await file.arrayBuffer()), 'file')
}

function imported(field: 'file' | 'pasted', converted: Converted, wished?: string, fileName = ''): Beginning {
  if (!converted.ok) return { ok: false, field, code: converted.code }
  const { pictures, report } = converted
  const { title, content, threads } = entitled(converted, wished)
  const found = title ?? nameOf(fileName)
  if (!found) return missing('title')
  const came = { pictures, threads, report, fileName: cleanText(fileName).slice(0, 200) }
  return { ok: true, title: found.slice(0, 200), content, imported: came }
}

const nameOf = (fileName: string) =>
  cleanText(fileName)
    .replace(/\.[^.]*$/, '')
    .trim()
