import { describe, expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import { convertFile } from '#src/documents/conversion/convert.ts'
import type { Converted, Source } from '#src/documents/conversion/converted.ts'
import type { Content } from '#src/documents/markup.ts'
import { inTurns } from '#src/runtime/apart.ts'
import { convertApart } from '#src/runtime/conversion/apart.ts'
import { archive, docx, heading, item, linked, odt, para, picture, run, table } from './zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** "h1:Titel", "ul(li(p:a))": the structure of a text in one line per block. */
function outline(node: Content): string {
  if (node.type === 'text')
    return (node.marks ?? []).reduce(
      (words, { type, attrs }) => `${type}[${words}]${attrs?.href ?? ''}`,
      node.text ?? '',
    )
  if (node.type === 'hardBreak') return '↵'
  const inner = (node.content ?? []).map(outline).join('')
  return node.type === 'paragraph' ? inner && `p:${inner}` : `${node.type}${node.attrs?.level ?? ''}(${inner})`
}

function structure(converted: Converted): string[] {
  if (!converted.ok) throw new Error(converted.code)
  schema.nodeFromJSON(converted.content).check()
  return (converted.content.content ?? []).map(outline)
}

const code = (converted: Converted) => (converted.ok ? 'ok' : converted.code)

describe('a file from Word', () => {
  test('keeps headings, nested lists, bold, italic, links and tables', async () => {
    const file = docx(
      heading(1, 'Energie bleibt im Dorf') +
        para(
          run('Ein ') +
            run('Drittel', '<w:b/>') +
            run(' für ') +
            run('alle', '<w:i/>') +
            linked('l1', 'hier') +
            linked('l2', 'dort'),
        ) +
        heading(4, 'Tief') +
        item(0, 'Wärme') +
        item(1, 'für Dörfer') +
        item(0, 'Strom') +
        para('') +
        table(['Ort', 'Jahr'], ['Tannrode', '2026']),
      {
        l1: { kind: 'hyperlink', target: 'https://example.org/', external: true },
        l2: { kind: 'hyperlink', target: 'javascript:alert(1)', external: true },
      },
    )
    expect(structure(await convertFile(file))).toEqual([
      'heading1(Energie bleibt im Dorf)',
      'p:Ein bold[Drittel] für italic[alle]link[hier]https://example.org/dort',
      'heading3(Tief)',
      'bulletList(listItem(p:WärmeorderedList(listItem(p:für Dörfer)))listItem(p:Strom))',
      'table(tableRow(tableCell(p:Ort)tableCell(p:Jahr))tableRow(tableCell(p:Tannrode)tableCell(p:2026)))',
    ])
  })

  test('says how many pictures it has that are none, or stand elsewhere', async () => {
    const targets = {
      i1: { kind: 'image', target: 'media/1.png' },
      i2: { kind: 'image', target: 'file:///etc/passwd', external: true },
    } as const
    const file = docx(para(run('Vorher') + picture('i1') + run('nachher')), targets, {
      'word/media/1.png': new Uint8Array(9),
    })
    const converted = await convertFile(file)
    expect(structure(converted)).toEqual(['p:Vorhernachher'])
    expect(converted).toMatchObject({ pictures: [], report: { picturesLost: 1 } })
  })
})

describe('a file from LibreOffice', () => {
  test('keeps headings, nested lists, bold, links and tables', async () => {
    const list =
      '<text:list><text:list-item><text:p>Wärme</text:p><text:list><text:list-item><text:p>für Dörfer</text:p></text:list-item></text:list></text:list-item></text:list>'
    const file = odt(
      '<text:h text:outline-level="2">Was wir fordern</text:h>' +
        '<text:p>Ein <text:span text:style-name="B">Drittel</text:span> <text:a xlink:href="https://example.org/">hier</text:a></text:p>' +
        `<text:p/>${list}<table:table><table:table-row><table:table-cell><text:p>Ort</text:p></table:table-cell></table:table-row></table:table>`,
    )
    expect(structure(await convertFile(file))).toEqual([
      'heading2(Was wir fordern)',
      'p:Ein bold[Drittel] link[hier]https://example.org/',
      'bulletList(listItem(p:WärmebulletList(listItem(p:für Dörfer))))',
      'table(tableRow(tableCell(p:Ort)))',
    ])
  })

  test('that makes a list of every bullet shows one list, and numbers that begin anew stay apart', async () => {
    const list = (style: string, inner: string) =>
      `<text:list text:style-name="${style}"><text:list-item>${inner}</text:list-item></text:list>`
    const one = (style: string, words: string) => list(style, `<text:p>${words}</text:p>`)
    const file = odt(list('L', `<text:p>durch:</text:p>${one('L', 'Einbezug')}${one('L', 'Beteiligung')}`))
    expect(structure(await convertFile(file))).toEqual([
      'bulletList(listItem(p:durch:bulletList(listItem(p:Einbezug)listItem(p:Beteiligung))))',
    ])
    const numbered = bytes('1. eins\n2. zwei\n\n<!-- -->\n\n1. wieder eins')
    expect(structure(await convertFile(numbered))).toHaveLength(2)
  })

  test('that was a file from Word before keeps its title, lists in lists of another kind, and numbers that go on', async () => {
    const list = (attributes: string, inner: string) => `<text:list ${attributes}>${inner}</text:list>`
    const item = (inner: string, start = '') => `<text:list-item${start}>${inner}</text:list-item>`
    const start = ' text:start-value="3"'
    const file = odt(
      '<text:p text:style-name="Title">Titel</text:p>' +
        '<text:h text:outline-level="1" text:style-name="Break">Kopf</text:h>' +
        list('xml:id="l1" text:style-name="N"', item('<text:p>drei</text:p>', start)) +
        list('text:style-name="L"', item(list('', item('<text:p>darunter</text:p>')))) +
        list('text:continue-list="l1" text:style-name="N"', item('<text:p>vier</text:p>')),
      '<manifest/>',
      '<style:style style:name="Break" style:family="paragraph" style:master-page-name="First"/>' +
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>',
    )
    const converted = await convertFile(file)
    expect(structure(converted)).toEqual([
      'heading1(Kopf)',
      'orderedList(listItem(p:dreibulletList(listItem(p:darunter)))listItem(p:vier))',
    ])
    expect(converted).toMatchObject({ title: 'Titel', content: { content: [{}, { attrs: { start: 3 } }] } })
  })

  test('with a password is told from a broken one', async () => {
    expect(code(await convertFile(odt('x', '<manifest><encryption-data/></manifest>')))).toBe('locked')
  })
})

describe('Markdown', () => {
  test('keeps headings, nested lists, bold, italic, links, quotes and tables', async () => {
    const file = bytes(
      '# Titel\n\nEin **Drittel** und *mehr*, [hier](https://example.org) und [da](javascript:alert(1)).\n\n' +
        '- Wärme\n  1. für Dörfer\n- Strom\n\n> Zitat\n\n| Ort | Jahr |\n|---|---|\n| Larn | 2026 |\n\n---\n\n![Bild](https://example.org/x.png)\n',
    )
    const converted = await convertFile(file)
    expect(structure(converted)).toEqual([
      'heading1(Titel)',
      'p:Ein bold[Drittel] und italic[mehr], link[hier]https://example.org und da.',
      'bulletList(listItem(p:WärmeorderedList(listItem(p:für Dörfer)))listItem(p:Strom))',
      'blockquote(p:Zitat)',
      'table(tableRow(tableHeader(p:Ort)tableHeader(p:Jahr))tableRow(tableCell(p:Larn)tableCell(p:2026)))',
      'horizontalRule()',
    ])
    expect(converted).toMatchObject({ report: { picturesLost: 1 } })
  })

  test('with a box before every number has a list of tasks', async () => {
    const file = bytes('<html><body><ol><li>☑ getan</li><li>☐ offen</li></ol></body></html>')
    expect(structure(await convertFile(file))).toEqual(['taskList(taskItem(p:getan)taskItem(p:offen))'])
  })

  test('leaves the star in Bürger*innen where it is', async () => {
    const file = bytes('Vertreter*innen der Dörfer und Bürger*innen der Stadt, *kursiv*.')
    expect(structure(await convertFile(file))).toEqual([
      'p:Vertreter*innen der Dörfer und Bürger*innen der Stadt, italic[kursiv].',
    ])
  })

  test('brings no scripts along, and loses no words in code', async () => {
    const file = bytes('Davor <script>alert(1)</script><b onclick="x">fett</b> `code`\n\n    eingerückt\n')
    expect(structure(await convertFile(file))).toEqual(['p:Davor bold[fett] code', 'p:eingerückt'])
  })

  test('from an old Windows program is read with its umlauts', async () => {
    expect(structure(await convertFile(new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65])))).toEqual(['p:Grüße'])
  })

  test('that was pasted keeps its line breaks, and is text even if it begins like a file', async () => {
    expect(structure(await convertFile(bytes('PK\nZwei\n\nDrei'), 'pasted'))).toEqual(['p:PK↵Zwei', 'p:Drei'])
  })
})

describe('S-59, S-60: a file that is something else or means harm is refused by what is in it', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])
  const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
  const word = (document: string) => archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document })
  test.each([
    ['a PDF', bytes('%PDF-1.7 …'), 'pdf'],
    ['an old or locked Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old_word'],
    ['a picture', png, 'not_understood'],
    ['another archive', archive({ 'a.txt': 'x' }), 'not_understood'],
    ['half a file', docx(para(run('x'))).slice(0, 400), 'broken'],
    ['an archive without a directory', bytes('PK\u0003\u0004 and nothing else'), 'broken'],
    ['XML that is none', word('<w:document'), 'broken'],
    ['entities', word(entity), 'broken'],
    ['entities in another encoding', word([...entity].join('\u0000')), 'broken'],
    ['a file without words', docx(para('')), 'nothing_in_it'],
    ['an empty file', new Uint8Array(0), 'nothing_in_it'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'too_large'],
  ])('%s', async (_what, file, expected) => {
    expect(code(await convertFile(file as Uint8Array<ArrayBuffer>))).toBe(expected)
  })

  test('a bomb is stopped while it is unpacked, whatever size it claims', async () => {
    const bomb = docx(para(run('x')), {}, { 'word/bomb.xml': new Uint8Array(60 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(code(await convertFile(bomb))).toBe('too_large_inside')
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 4; at++) {
      const size = { 67324752: 22, 33639248: 24 }[view.getUint32(at, true)]
      if (size) view.setUint32(at + size, 10, true)
    }
    expect(code(await convertFile(bomb))).toBe('too_large_inside')
  })

  test('more than two thousand parts are too many', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`${n}.xml`, '<x/>']))
    expect(code(await convertFile(archive(parts)))).toBe('too_large_inside')
  })

  test('a text nested a thousandfold is refused', async () => {
    expect(code(await convertFile(bytes(`${'> '.repeat(1000)}x`)))).toBe('broken')
  })
})

describe('in a thread of its own', () => {
  test('a file is converted the same way', async () => {
    expect(structure(await convertApart()(docx(heading(1, 'Titel') + para(run('Text'))), 'file'))).toEqual([
      'heading1(Titel)',
      'p:Text',
    ])
  })

  test('what takes too long is given up', async () => {
    expect(code(await convertApart({ milliseconds: 1, megabytes: 256 })(docx(para(run('x'))), 'file'))).toBe(
      'took_too_long',
    )
  })

  test('what needs too much memory ends the thread and nothing else', async () => {
    const large = docx(para(run('x '.repeat(20))).repeat(60_000))
    expect(code(await convertApart({ milliseconds: 60_000, megabytes: 64 })(large, 'file'))).toBe('too_large_inside')
  }, 60_000)

  test('two are converted at once, the others wait for their turn', async () => {
    let [busy, most] = [0, 0]
    const slow = inTurns(async (_bytes: Uint8Array, _source: Source): Promise<Converted> => {
      busy += 1
      most = Math.max(most, busy)
      await new Promise((resolve) => setTimeout(resolve, 5))
      busy -= 1
      return { ok: false, code: 'broken' }
    })
    await Promise.all(Array.from({ length: 9 }, () => slow(new Uint8Array(1), 'file')))
    expect([busy, most]).toEqual([0, 2])
  })
})
