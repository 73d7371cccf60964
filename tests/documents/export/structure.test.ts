import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeFile } from '#src/documents/export/make.ts'
import type { Format, Outgoing } from '#src/documents/export/outgoing.ts'
import type { Content } from '#src/documents/markup.ts'
import { pictureId } from './portable.ts'
import { sheet } from './sheet.ts'

const none = () => {
  throw new Error('no pages are set here')
}

const t = (text: string, ...marks: NonNullable<Content['marks']>): Content => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
})
const p = (...content: Content[]): Content => ({ type: 'paragraph', content })
const of = (by: string) => ({ attrs: { by } })
const cell = (type: string, text: string, colspan = 1, rowspan = 1): Content => ({
  type,
  attrs: { colspan, rowspan },
  content: [p(t(text))],
})
const row = (...content: Content[]): Content => ({ type: 'tableRow', content })

const content: Content = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [t('Was wir fordern')] },
    p(t('Ein Drittel'), { type: 'footnote', content: [t('Quelle.')] }, t(' für alle.')),
    p(
      t('Gut', { type: 'remarked', attrs: { threads: ['k1'] } }),
      t(' neu', { type: 'inserted', ...of('s1') }),
      t(' alt', { type: 'deleted', ...of('s1') }),
    ),
    {
      type: 'table',
      content: [row(cell('tableHeader', 'Ort'), cell('tableHeader', 'Jahr')), row(cell('tableCell', 'Larn', 2))],
    },
    { type: 'image', attrs: { attachment: pictureId, alt: 'Ein Windrad', decorative: false } },
    p({ type: 'text', text: 'eigene Seite', marks: [{ type: 'link', attrs: { href: '/groups/en' } }] }),
  ],
}

const at = '2026-05-02T09:30:00.000Z'
const review: Partial<Outgoing> = {
  threads: [
    {
      id: 'k1',
      resolved: false,
      remarks: [
        { author: 'Bjarne Holm', at, words: 'Woher?' },
        { author: 'Gerd', at, words: 'Daher.' },
      ],
    },
    { id: 'k2', resolved: false, remarks: [{ author: 'Vera', at, words: 'Zum Ganzen.' }] },
  ],
  changes: { s1: { author: 'Tarek Lindhövel', at } },
}

async function partsOf(format: Format, more: Partial<Outgoing> = {}) {
  const { bytes } = await makeFile(format, sheet(content, { ...review, ...more }), none)
  const parts = unzipSync(bytes)
  return { bytes, names: Object.keys(parts), xml: (name: string) => strFromU8(parts[name] ?? new Uint8Array()) }
}

const ids = (xml: string, pattern: RegExp) => Array.from(xml.matchAll(pattern), (found) => found[1])

describe('a file for Word', () => {
  test('names every part, and every relation leads to a part that is there', async () => {
    const { names, xml } = await partsOf('docx')
    const types = xml('[Content_Types].xml')
    for (const part of ['document', 'footnotes', 'comments', 'commentsExtended', 'styles', 'numbering', 'settings'])
      expect(types).toContain(`/word/${part}.xml`)
    const targets = ids(xml('word/_rels/document.xml.rels'), /Target="([^"]+)"(?![^>]*External)/g)
    expect(targets.filter((target) => !names.includes(`word/${target}`.replace('word//', '')))).toEqual([])
    expect(xml('word/_rels/document.xml.rels')).toContain(
      'Target="https://kreislauf.example/groups/en" TargetMode="External"',
    )
  })

  test('has headings that Word finds in its outline', async () => {
    const { xml } = await partsOf('docx')
    for (const level of [1, 2, 3])
      expect(xml('word/styles.xml')).toMatch(
        new RegExp(`w:styleId="Heading${level}"(?:(?!</w:style>).)*<w:outlineLvl w:val="${level - 1}"/>`),
      )
  })

  test('has real footnotes with both separators, comments with answers and a range of their own', async () => {
    const { xml } = await partsOf('docx')
    const [document, notes, comments] = ['document', 'footnotes', 'comments'].map((name) => xml(`word/${name}.xml`))
    expect(notes).toMatch(/w:type="separator"[\s\S]*w:type="continuationSeparator"/)
    expect(ids(document ?? '', /<w:footnoteReference w:id="(\d+)"/g)).toEqual(['1'])
    const made = ids(comments ?? '', /<w:comment [^>]*w:id="(\d+)"/g)
    expect(made).toEqual(['0', '1', '2'])
    for (const tag of ['commentRangeStart', 'commentRangeEnd', 'commentReference'])
      expect(ids(document ?? '', new RegExp(`<w:${tag} w:id="(\\d+)"`, 'g')).sort()).toEqual(made)
    expect(xml('word/commentsExtended.xml')).toContain('w15:paraIdParent')
  })

  test('shows suggestions as tracked changes with name and time, each under a number of its own', async () => {
    const { xml } = await partsOf('docx')
    const changes = Array.from(
      xml('word/document.xml').matchAll(/<w:(ins|del) w:id="(\d+)" w:author="([^"]+)" w:date="([^"]+)"/g),
      (found) => found.slice(1),
    )
    expect(changes).toEqual([
      ['ins', '1', 'Tarek Lindhövel', at],
      ['del', '2', 'Tarek Lindhövel', at],
    ])
    expect(xml('word/document.xml')).toContain('<w:delText')
  })

  test('repeats the head of a table, describes pictures, speaks German and counts every fifth line', async () => {
    const { xml } = await partsOf('docx', { numberedLines: true })
    const document = xml('word/document.xml')
    expect(document.match(/<w:tblHeader/g)).toHaveLength(1)
    expect(document).toContain('<w:gridSpan w:val="2"/>')
    expect(document).toMatch(/<wp:docPr[^>]*descr="Ein Windrad"/)
    expect(document).toContain('<w:lnNumType w:countBy="5" w:restart="newPage"/>')
    expect(xml('word/styles.xml')).toContain('w:val="de-DE"')
  })

  test('lies on its side when a table wants it', async () => {
    const wide: Content = {
      type: 'doc',
      content: [
        { type: 'table', content: [row(...['a', 'b', 'c', 'd', 'e', 'f'].map((text) => cell('tableCell', text)))] },
      ],
    }
    expect((await partsOf('docx', { content: wide })).xml('word/document.xml')).toContain('w:orient="landscape"')
    expect((await partsOf('odt', { content: wide })).xml('styles.xml')).toContain('style:print-orientation="landscape"')
  })
})

describe('a file for LibreOffice', () => {
  test('begins with its type, as it is, and lists what is in it', async () => {
    const { bytes, names, xml } = await partsOf('odt')
    expect(strFromU8(bytes.subarray(30, 38))).toBe('mimetype')
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true)).toBe(0)
    expect(strFromU8(bytes.subarray(38, 77))).toBe('application/vnd.oasis.opendocument.text')
    const listed = ids(xml('META-INF/manifest.xml'), /full-path="([^"]+)"/g)
    expect(listed).toEqual(['/', ...names.filter((name) => !['mimetype', 'META-INF/manifest.xml'].includes(name))])
    expect(names).toContain('Pictures/1-Ein-Windrad.png')
  })

  test('has notes, annotations with their ends, tracked changes and covered cells', async () => {
    const { xml } = await partsOf('odt')
    const text = xml('content.xml')
    expect(text).toContain('text:note-class="footnote"')
    expect(ids(text, /<office:annotation office:name="([^"]+)"/g)).toEqual(
      ['k-k2-0', 'k-k1-0', 'k-k1-1'].map((name) => name.replace(/-0$/, '')),
    )
    expect(ids(text, /<office:annotation-end office:name="([^"]+)"/g)).toEqual(['k-k2', 'k-k1'])
    expect(text).toMatch(/<text:tracked-changes>.*<text:insertion>.*<text:deletion>.* alt<\/text:p>/)
    expect(ids(text, /text:change(?:-start|-end)? text:change-id="([^"]+)"/g)).toEqual(['c1', 'c1', 'c2'])
    expect(text).toContain('<table:table-header-rows>')
    expect(text).toContain('<table:covered-table-cell/>')
    expect(text).toContain('<svg:desc>Ein Windrad</svg:desc>')
  })

  test('counts every fifth line on request', async () => {
    expect((await partsOf('odt')).xml('styles.xml')).toContain('text:number-lines="false" text:offset')
    expect((await partsOf('odt', { numberedLines: true })).xml('styles.xml')).toMatch(
      /number-lines="true"[^>]*text:increment="5"/,
    )
  })
})

describe('an HTML file', () => {
  test('needs nothing besides itself, and no word of it is markup', async () => {
    const { bytes } = await makeFile(
      'html',
      sheet({ type: 'doc', content: [p(t('<script>alert(1)</script>')), ...(content.content ?? [])] }),
      none,
    )
    const html = strFromU8(bytes)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script|<link|src="(?!data:image\/png;base64,)/)
    expect(html).toContain('<html lang="de">')
    expect(html).toContain('<th scope="col">')
    expect(html).toMatch(/role="doc-noteref".*role="doc-endnotes".*role="doc-backlink"/s)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })
})
