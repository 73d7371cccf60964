import mammoth from 'mammoth'
import { odtToHtml } from 'odf-kit/odt-reader'
import { type Archive, openArchive, repacked } from './archive.ts'
import { type Converted, maxFileSize, Refused, type Source } from './converted.ts'
import { contentOfHtml } from './html.ts'
import { contentOfText, type Found, judge } from './text-file.ts'

/** What a file is, is in its bytes; its name may say anything. */
export const convertFile = (bytes: Uint8Array<ArrayBuffer>, source: Source = 'file'): Promise<Converted> =>
  judge(() => {
    if (bytes.length > maxFileSize) throw new Refused('too_large')
    return source === 'file' && isPacked(bytes) ? contentOfArchive(bytes) : contentOfText(bytes, source)
  })

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

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
