const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML has no room for most control signs. */
export const escaped = (text: string): string =>
  text.replace(/(?![\t\n])\p{Cc}/gu, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** OpenDocument joins blanks that follow each other unless each is named. */
export const spaced = (text: string): string =>
  escaped(text)
    .replace(/(^| ) +/g, (blanks) =>
      blanks.startsWith(' ') && blanks.length === 1 ? ' ' : ` <text:s text:c="${Math.max(1, blanks.length - 1)}"/>`,
    )
    .replace(/\t/g, '<text:tab/>')
    .replace(/\n/g, '<text:line-break/>')

const spaces = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
  loext: 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
}

const declared = Object.entries(spaces)
  .map(([prefix, name]) => `xmlns:${prefix}="${name}"`)
  .join(' ')

/** One part of the file, as `office:document-content`. */
export const part = (root: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${declared} office:version="1.3">${inside}</office:${root}>`
