import mammoth from 'mammoth'
import { type Archive, repacked } from '../archive.ts'
import type { Found } from '../converted.ts'
import { Findings } from '../findings.ts'
import { contentOfHtml } from '../html.ts'
import { textOfPart } from '../parts.ts'
import { countChanges, marked } from './marking.ts'
import { numberingOf } from './numbering.ts'
import { threadsOf } from './remarks.ts'

const main = 'word/document.xml'

/** Lists may have nine levels in Word; the reader of its own accord knows five. */
const deepLists = [6, 7, 8, 9].flatMap((level) => {
  const frame = Array.from({ length: level - 1 }, () => 'ul|ol > li').join(' > ')
  return ['unordered', 'ordered'].map(
    (kind) => `p:${kind}-list(${level}) => ${frame} > ${kind === 'ordered' ? 'ol' : 'ul'} > li:fresh`,
  )
})

const headings = [7, 8, 9].map((level) => `p[style-name='heading ${level}'] => h6:fresh`)

const quotes = ['Quote', 'Intense Quote', 'Block Text', 'Quotations'].map(
  (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
)

/** What goes on in an item after its first paragraph. */
const continued = [1, 2, 3, 4, 5].map((level) => {
  const frame = Array.from({ length: level }, () => 'ul|ol > li').join(' > ')
  return `p[style-name='List Continue${level === 1 ? '' : ` ${level}`}'] => ${frame} > p:fresh`
})

const styleMap = [
  ...continued,
  "p[style-name='Horizontal Line'] => hr:fresh",
  ...headings,
  ...deepLists,
  ...quotes,
  "p[style-name='Title'] => h1.title:fresh",
  "r[style-name='Emphasis'] => em",
]

const base64Of = async (image: { read(encoding: 'base64'): Promise<string> }) => {
  try {
    return Uint8Array.from(atob(await image.read('base64')), (sign) => sign.charCodeAt(0))
  } catch {
    // A picture that is not in the file but somewhere else: it is neither fetched nor read.
    return undefined
  }
}

/** A file from Word or another program that writes its format. */
export async function contentOfDocx(archive: Archive): Promise<Found> {
  const findings = new Findings()
  const xml = textOfPart(archive, main) ?? ''
  countChanges(archive, findings)
  archive.parts.set(main, new TextEncoder().encode(marked(xml, numberingOf(archive))))
  const pictures: string[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    pictures.push(findings.picture(await base64Of(image), (image as { altText?: string }).altText ?? ''))
    return { src: '', 'data-found': String(pictures.length - 1) }
  })
  const input = { buffer: repacked(archive) as Buffer }
  const { value } = await mammoth.convertToHtml(input, { convertImage, externalFileAccess: false, styleMap })
  const html = value.replace(/<img[^>]*data-found="(\d+)"[^>]*>/g, (_whole, index) => pictures[Number(index)] ?? '')
  return contentOfHtml(html, findings, threadsOf(archive))
}
