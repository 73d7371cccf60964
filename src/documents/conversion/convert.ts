import { openArchive } from './archive.ts'
import { type Converted, type Found, maxFileSize, Refused, type Source } from './converted.ts'
import { contentOfDocx } from './docx/document.ts'
import { contentOfOdt } from './odt/document.ts'
import { contentOfText, judge } from './text-file.ts'

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
