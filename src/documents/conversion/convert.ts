import mammoth from 'mammoth'
import { odtToHtml } from 'odf-kit/odt-reader'
import { cleanText } from '../../web/clean.ts'
import { isTooDeep } from '../content/depth.ts'
import { plainTextOf } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import { type Archive, openArchive, repacked } from './archive.ts'
import { type Converted, maxFileSize, Refused, type Source } from './converted.ts'
import { contentOfHtml } from './html.ts'
import { contentOfMarkdown } from './markdown.ts'

type Found = { content: Content; images: number }

/** What a file is, is in its bytes; its name may say anything. */
export async function convertFile(bytes: Uint8Array<ArrayBuffer>, source: Source = 'file'): Promise<Converted> {
  try {
    if (bytes.length > maxFileSize) throw new Refused('too_large')
    const { content, images } =
      source === 'file' ? await contentOfFile(bytes) : contentOfMarkdown(textOf(bytes), source)
    if (isTooDeep(content)) throw new Refused('broken')
    if (plainTextOf(content) === '') throw new Refused('nothing_in_it')
    return { ok: true, content, images }
  } catch (error) {
    return { ok: false, code: error instanceof Refused ? error.code : 'broken' }
  }
}

const starts = (bytes: Uint8Array, signature: string) =>
  new TextDecoder('latin1').decode(bytes.subarray(0, signature.length)) === signature

function contentOfFile(bytes: Uint8Array<ArrayBuffer>): Found | Promise<Found> {
  if (starts(bytes, 'PK')) return contentOfArchive(bytes)
  if (starts(bytes, '%PDF')) throw new Refused('pdf')
  if (starts(bytes, '\xD0\xCF\x11\xE0')) throw new Refused('old_word')
  return contentOfMarkdown(textOf(bytes), 'file')
}

async function contentOfArchive(bytes: Uint8Array<ArrayBuffer>): Promise<Found> {
  const archive = await openArchive(bytes)
  const mimetype = new TextDecoder().decode(archive.parts.get('mimetype'))
  if (mimetype.startsWith('application/vnd.oasis.opendocument.text')) return contentOfOdt(archive)
  if (archive.names.includes('[Content_Types].xml') && archive.names.some((name) => name.startsWith('word/'))) {
    return contentOfDocx(archive)
  }
  throw new Refused('not_understood')
}

async function contentOfDocx(archive: Archive): Promise<Found> {
  let images = 0
  const convertImage = mammoth.images.imgElement(async () => {
    images += 1
    return { src: '' }
  })
  const input = { buffer: repacked(archive) as Buffer }
  const { value } = await mammoth.convertToHtml(input, { convertImage, externalFileAccess: false })
  return { ...contentOfHtml(value), images }
}

function contentOfOdt(archive: Archive): Found {
  if (archive.parts.get('META-INF/manifest.xml') && /encryption-data/.test(xmlOf(archive, 'META-INF/manifest.xml'))) {
    throw new Refused('locked')
  }
  const images = xmlOf(archive, 'content.xml').match(/<draw:image[\s>]/g)?.length ?? 0
  return { ...contentOfHtml(odtToHtml(repacked(archive), { fragment: true })), images }
}

const xmlOf = ({ parts }: Archive, name: string) => new TextDecoder().decode(parts.get(name))

/** UTF-8, or what older Windows programs write. Bytes that no text has make it something else. */
function textOf(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes.includes(0)) throw new Refused('not_understood')
  try {
    return cleanText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return cleanText(new TextDecoder('windows-1252').decode(bytes))
  }
}
