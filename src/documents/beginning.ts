import { cleanText } from '../web/clean.ts'
import type { Lang } from '../web/locale.ts'
import { emptyContent } from './content/codec.ts'
import { textOfBlock } from './content/plain-text.ts'
import { type Convert, type Converted, maxFileSize } from './conversion/converted.ts'
import type { NewDocumentForm } from './forms.ts'
import type { Content } from './markup.ts'
import { english } from './templates/english.ts'
import { german } from './templates/german.ts'

const templates = { de: german, en: english }

/** What a new document begins with, or what stands in the way: field and code for the form. */
export type Beginning =
  | { ok: true; title: string; content: Content; images: number; imported: boolean }
  | { ok: false; field: 'title' | 'file' | 'pasted'; code: string }

const missing = (field: 'title' | 'file' | 'pasted'): Beginning => ({ ok: false, field, code: 'missing' })

/** Blank and template need a title; a file or a pasted text may bring its own. */
export async function begin(wish: NewDocumentForm, convert: Convert, lang: Lang): Promise<Beginning> {
  const { start, kind, title, file, pasted } = wish
  if (start === 'blank' || start === 'template') {
    if (!title) return missing('title')
    const content = start === 'blank' ? emptyContent() : templates[lang][kind]
    return { ok: true, title, content, images: 0, imported: false }
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
  const { title, content } = entitled(converted.content, wished)
  const found = title ?? nameOf(fileName)
  if (!found) return missing('title')
  return { ok: true, title: found.slice(0, 200), content, images: converted.images, imported: true }
}

/** The first heading, when it is the only one of its rank, is the title and need not stand there twice. */
function entitled(content: Content, wished?: string): { title?: string; content: Content } {
  const blocks = content.content ?? []
  const titles = blocks.filter((block) => block.type === 'heading' && block.attrs?.level === 1)
  const [first] = blocks
  if (!first || titles.length !== 1 || titles[0] !== first) return { title: wished, content }
  const words = textOfBlock(first).trim()
  if (words === '' || (wished && wished !== words)) return { title: wished, content }
  const rest = blocks.slice(1)
  return { title: words, content: rest.length > 0 ? { ...content, content: rest } : emptyContent() }
}

const nameOf = (fileName: string) =>
  cleanText(fileName)
    .replace(/\.[^.]*$/, '')
    .trim()
