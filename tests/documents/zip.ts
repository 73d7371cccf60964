import { zipSync } from 'fflate'

const xml = (body: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relationships = (inner: string) =>
  xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`)
const styles = `<w:styles ${w}>${[1, 2, 4]
  .map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`)
  .join('')}</w:styles>`
const levels = [0, 1]
  .map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${level ? 'decimal' : 'bullet'}"/></w:lvl>`)
  .join('')
const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

export const run = (words: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
export const para = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
export const heading = (level: number, words: string) => para(run(words, '<w:b/>'), `<w:pStyle w:val="H${level}"/>`)
export const item = (level: number, words: string) =>
  para(run(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((words) => `<w:tc>${para(run(words))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
export const linked = (id: string, words: string) => `<w:hyperlink r:id="${id}">${run(words)}</w:hyperlink>`
export const picture = (id: string) =>
  `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const names = `${w} xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`

type Targets = Record<string, { kind: 'hyperlink' | 'image'; target: string; external?: boolean }>

const bytesOf = (parts: Record<string, Uint8Array>) => zipSync(parts) as Uint8Array<ArrayBuffer>

/** A small file as Word writes it. */
export const docx = (body: string, targets: Targets = {}, more: Record<string, Uint8Array> = {}) =>
  bytesOf({
    '[Content_Types].xml': xml(contentTypes),
    '_rels/.rels': relationships(`<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': xml(`<w:document ${names}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': xml(styles),
    'word/numbering.xml': xml(numbering),
    'word/_rels/document.xml.rels': relationships(
      `<Relationship Id="s" Type="${office}/styles" Target="styles.xml"/><Relationship Id="n" Type="${office}/numbering" Target="numbering.xml"/>` +
        Object.entries(targets)
          .map(
            ([id, { kind, target, external }]) =>
              `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
          )
          .join(''),
    ),
    ...more,
  })

const odf = ['office', 'text', 'table', 'style']
  .map((part) => `xmlns:${part}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`)
  .join(' ')
const fo =
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'

/** A small file as LibreOffice writes it. */
/** As LibreOffice writes it; with styles of its own where it needs some. */
export const odt = (body: string, manifest = '<manifest/>', styles = '') =>
  bytesOf({
    mimetype: new TextEncoder().encode('application/vnd.oasis.opendocument.text'),
    'META-INF/manifest.xml': xml(manifest),
    'content.xml': xml(
      `<office:document-content ${odf} ${fo}><office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': xml(`<office:document-styles ${odf}/>`),
  })

export const archive = (parts: Record<string, string>) =>
  bytesOf(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])))
