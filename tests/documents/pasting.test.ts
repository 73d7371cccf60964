import { DOMParser } from '@tiptap/pm/model'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import { clean, withoutConditions } from '#views/documents/editor-paste-html.ts'

const own = '3e1f6f5e-7b3a-4c1e-9a55-0d7c9f6b2a11'

function pasted(html: string): Content[] {
  const { document } = parseHTML(`<!doctype html><html><body>${withoutConditions(html)}</body></html>`)
  clean(document as unknown as Document, own)
  return (DOMParser.fromSchema(schema).parse(document.body).toJSON() as Content).content ?? []
}

/** As one would write it down: "h2(Titel)", "ul(li(p(a)) li(p(b)))", bold words in stars, footnotes in brackets. */
function sketch({ type, text, marks = [], content = [], attrs }: Content): string {
  const inside = content.map(sketch).join(type === 'doc' || /List|Item|table/.test(type) ? ' ' : '')
  if (type === 'text')
    return marks.reduce(
      (words, mark) => ({ bold: `*${words}*`, italic: `_${words}_` })[mark.type] ?? `<${mark.attrs?.href} ${words}>`,
      text ?? '',
    )
  if (type === 'footnote') return `[${inside}]`
  if (type === 'heading') return `h${attrs?.level}(${inside})`
  const short: Record<string, string> = {
    paragraph: 'p',
    bulletList: 'ul',
    orderedList: attrs?.start === 1 ? 'ol' : `ol${attrs?.start}`,
    listItem: 'li',
    tableRow: 'tr',
    tableHeader: 'th',
    tableCell: 'td',
  }
  return `${short[type] ?? type}(${inside})`
}

const shown = (html: string) => pasted(html).map(sketch).join(' ')

const item = (level: number, sign: string, words: string, list = 'l0') =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>${words}<o:p></o:p></p>`

describe('from Word', () => {
  test('its lists are lists again, with levels, numbers and where they go on', () => {
    const html = [
      '<p class=MsoNormal>Davor</p>',
      item(1, '·', 'Netz'),
      item(2, 'o', 'Leitung'),
      item(2, 'o', 'Speicher'),
      item(1, '·', 'Wärme'),
      '<p class=MsoNormal>Dazwischen</p>',
      item(1, '3.', 'Drei', 'l1'),
      item(2, 'a)', 'Drei a', 'l1'),
      item(1, '4.', 'Vier', 'l1'),
    ].join('')
    expect(shown(html)).toBe(
      'p(Davor) ul(li(p(Netz) ul(li(p(Leitung)) li(p(Speicher)))) li(p(Wärme))) p(Dazwischen) ol3(li(p(Drei) ol(li(p(Drei a)))) li(p(Vier)))',
    )
  })

  test('a list with numbers right behind one with signs is another list', () => {
    expect(shown(item(1, '·', 'a') + item(1, '1.', 'b'))).toBe('ul(li(p(a))) ol(li(p(b)))')
  })

  test('its footnotes stand where they belong', () => {
    const html = `<p class=MsoNormal>Wärme fehlt<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span>[1]</span></span><![endif]></span></span></a> im Dorf.</p>
      <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
      <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Bericht <i>von</i> 2025</p></div></div>`
    expect(shown(html)).toBe('p(Wärme fehlt[Bericht _von_ 2025] im Dorf.)')
  })

  test('headings, emphasis, links and tables stay, looks and what only Word needs go', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style>p{color:red}</style><xml><o:x>1</o:x></xml></head><body lang=DE>
      <!--StartFragment--><p class=MsoTitle>Energie</p><h1 style='color:#2F5496'><b><span style='font-size:16.0pt'>Was wir fordern</span></b><o:p></o:p></h1><h5>Klein</h5>
      <p class=MsoNormal><b>Ein Drittel</b> <span style='color:red'>jeder</span> <a href="https://example.org/">Anlage</a><o:p>&nbsp;</o:p></p>
      <p class=MsoNormal><o:p>&nbsp;</o:p></p>
      <table class=MsoTableGrid border=1 style='width:100pt'><tr><td width=20 colspan=2 style='border:1pt'><p class=MsoNormal>Ort</p></td></tr><tr><td><p>a</p></td><td><p>b</p></td></tr></table><!--EndFragment--></body></html>`
    expect(shown(html)).toBe(
      'h1(Energie) h1(Was wir fordern) h3(Klein) p(*Ein Drittel* jeder <https://example.org/ Anlage>) table(tr(td(p(Ort))) tr(td(p(a)) td(p(b))))',
    )
    expect(pasted(html).at(-1)?.content?.[0]?.content?.[0]?.attrs).toEqual({ colspan: 2, rowspan: 1, colwidth: null })
  })
})

describe('from LibreOffice', () => {
  test('headings, lists and footnotes', () => {
    const html = `<h2 class="western" style="line-height:100%">Netze</h2><p style="margin-bottom:0cm"><font face="Liberation Serif"><b>Fett</b>, <i>kursiv</i></font><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
      <ol><li><p>Eins</p><ul><li><p>Eins a</p></li></ul></li></ol>
      <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Siehe oben</p></div>`
    expect(shown(html)).toBe('h2(Netze) p(*Fett*, _kursiv_[Siehe oben]) ol(li(p(Eins) ul(li(p(Eins a)))))')
  })
})

describe('from Google Docs', () => {
  test('emphasis that is written as looks stays, the bold frame around all of it is none', () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal">Ein </span><span style="font-weight:700;font-style:italic">Drittel</span></p><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">Punkt</span></p></li></ul></b><br class="Apple-interchange-newline">`
    expect(shown(html)).toContain('p(Ein _*Drittel*_) ul(li(p(Punkt)))')
  })
})

describe('from pages', () => {
  test('a list of boxes is a checklist', () => {
    const html = '<ul><li><input type="checkbox" checked> Raum</li><li><input type="checkbox"> Saal</li></ul>'
    expect(pasted(html)[0]).toMatchObject({
      type: 'taskList',
      content: [{ attrs: { checked: true } }, { attrs: { checked: false } }],
    })
  })

  test('nothing is shown that lies elsewhere, nothing runs, no address misleads', () => {
    const html = `<p onclick="x()">Gut<img src="https://tracker.example/1.gif"><img src="file:///C:/x.png"><img src=x onerror=alert(1)><script>alert(1)</script><iframe src="https://x"></iframe><svg onload="x()"><text>S</text></svg></p><a href="javascript:alert(1)">böse</a>`
    expect(shown(html)).toBe('p(Gut) p(böse)')
  })

  test('a picture of another text is none of this one, whatever its id', () => {
    const image = (document: string) =>
      `<p data-pm-slice="1 1 []">a</p><img data-attachment="${own}" data-document="${document}" alt="b">`
    expect(pasted(image(crypto.randomUUID())).map(({ type }) => type)).toEqual(['paragraph'])
    expect(pasted(image(own)).map(({ type }) => type)).toEqual(['paragraph', 'image'])
  })

  test('what was copied from our own reading view brings its footnotes', () => {
    const html = `<p>Wort<sup class="note"><a id="note-1-in-text" href="#note-1" role="doc-noteref">1</a></sup></p><section class="notes"><ol><li id="note-1">Quelle <a href="#note-1-in-text" role="doc-backlink">↩</a></li></ol></section>`
    expect(shown(html)).toBe('p(Wort[Quelle])')
  })
})
