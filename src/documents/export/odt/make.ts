import { zipSync } from 'fflate'
import type { Made, Outgoing } from '../outgoing.ts'
import { blocksOf } from './blocks.ts'
import { automaticStyles, fonts, stylesPart } from './styles.ts'
import { Writing } from './writing.ts'
import { escaped, part, spaced } from './xml.ts'

const mediaType = 'application/vnd.oasis.opendocument.text'
const bytesOf = (text: string) => new TextEncoder().encode(text)

function contentPart(writing: Writing): string {
  const { outgoing } = writing
  const title = `<text:p text:style-name="Title">${writing.unplaced(spaced(outgoing.title))}</text:p>`
  const body = blocksOf(outgoing.content.content ?? [], writing)
  const { regions } = writing
  const tracked = regions.length > 0 ? `<text:tracked-changes>${regions.join('')}</text:tracked-changes>` : ''
  return part(
    'document-content',
    `${fonts}${automaticStyles}<office:body><office:text>${tracked}${title}${body}</office:text></office:body>`,
  )
}

const metaPart = ({ title, about, letterhead }: Outgoing) =>
  part(
    'document-meta',
    `<office:meta><dc:title>${escaped(title)}</dc:title><dc:description>${escaped(about.join(' · '))}</dc:description><dc:creator>${escaped(letterhead?.group ?? '')}</dc:creator><dc:language>de-DE</dc:language></office:meta>`,
  )

function manifest(files: { path: string; type: string }[]): string {
  const entries = [{ path: '/', type: mediaType }, ...files].map(
    ({ path, type }) =>
      `<manifest:file-entry manifest:full-path="${escaped(path)}"${path === '/' ? ' manifest:version="1.3"' : ''} manifest:media-type="${type}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`
}

/** A file for LibreOffice: footnotes, comments, tracked changes and merged cells are what they are there. */
export function makeOdt(outgoing: Outgoing): Made {
  const writing = new Writing(outgoing)
  const parts = {
    'content.xml': contentPart(writing),
    'styles.xml': stylesPart(outgoing),
    'meta.xml': metaPart(outgoing),
  }
  const pictures = [...writing.pictures.values()]
  const listed = [
    ...Object.keys(parts).map((path) => ({ path, type: 'text/xml' })),
    ...pictures.map(({ path, picture }) => ({ path, type: picture.type })),
  ]
  const bytes = zipSync({
    // First and as it is: by this one tells what the file is.
    mimetype: [bytesOf(mediaType), { level: 0 }],
    'META-INF/manifest.xml': bytesOf(manifest(listed)),
    ...Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, bytesOf(xml)])),
    ...Object.fromEntries(pictures.map(({ path, picture }) => [path, [picture.bytes, { level: 0 }] as const])),
  })
  return { bytes, extension: 'odt' }
}
