import { describe, expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import { drawnMarks, drawnNodes } from '#views/documents/body.tsx'
import { drawn } from './drawn.tsx'

const html = (...content: unknown[]) => drawn({ type: 'doc', content })
const linked = (href: unknown) =>
  html({ type: 'paragraph', content: [{ type: 'text', text: 'hier', marks: [{ type: 'link', attrs: { href } }] }] })

test('what can be written can be drawn, and nothing else', () => {
  expect(drawnNodes.sort()).toEqual(Object.keys(schema.nodes).sort())
  expect(drawnMarks.sort()).toEqual(Object.keys(schema.marks).sort())
})

test('text is only ever text', () => {
  expect(html({ type: 'paragraph', content: [{ type: 'text', text: '<img src=x onerror=alert(1)>&"' }] })).toBe(
    '<div class="paper"><p>&lt;img src=x onerror=alert(1)&gt;&amp;&quot;</p></div>',
  )
})

describe('S-39: a link leads to the web, a mail address, a telephone or a page of ours', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    'java\u00ADscript:alert(1)',
    'java\u200Bscript:alert(1)',
    'java\u202Escript:alert(1)',
    '\uFEFFjavascript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'view-source:javascript:alert(1)',
    'http:evil',
    'https://',
    '',
    ['https://example.org'],
    { toString: () => 'https://example.org' },
    7,
  ])('%j is no link', (href) => {
    expect(linked(href)).toBe('<div class="paper"><p>hier</p></div>')
  })

  test.each([
    ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
    ['HTTP://EXAMPLE.ORG', 'HTTP://EXAMPLE.ORG'],
    ['mailto:mail@example.org', 'mailto:mail@example.org'],
    ['tel:+49301234', 'tel:+49301234'],
    ['/decisions/EN-2026-004', '/decisions/EN-2026-004'],
    ['https://exa\u200Bmple.org/', 'https://example.org/'],
  ])('%j is one', (href, shown) => {
    expect(linked(href)).toContain(`<a href="${shown}" rel="noopener noreferrer nofollow">hier</a>`)
  })
})

describe('S-38: hostile content', () => {
  test.each<[string, unknown]>([
    ['an unknown node', { type: 'script', content: [{ type: 'text', text: 'x' }] }],
    ['a node named like a property of every object', { type: 'constructor' }],
    ['a node without a name', {}],
    ['a name that is no text', { type: ['paragraph'], content: [{ type: 'text', text: 'x' }] }],
    ['nothing', null],
    ['a number', 7],
  ])('%s is left out', (_what, node) => {
    expect(html(node)).not.toContain('x')
  })

  test('wrong attributes fall back to what is harmless', () => {
    expect(html({ type: 'orderedList', attrs: { start: '"><script>' }, content: [] })).toContain('<ol start="1"></ol>')
    expect(html({ type: 'heading', attrs: { level: 'x onclick=1' }, content: [] })).toContain('<h2 id="s1"></h2>')
    const cell = { type: 'tableCell', attrs: { colspan: 1e9, rowspan: '2', style: 'x', onclick: 'x' }, content: [] }
    expect(html({ type: 'tableRow', content: [cell] })).toContain('<tr><td></td></tr>')
    expect(html({ type: 'paragraph', attrs: 'x', marks: 7, content: 'x' })).toContain('<p><br/></p>')
    expect(html({ type: 'paragraph', content: [{ type: 'text', text: { a: 1 }, marks: 'bold' }] })).toContain('<p></p>')
  })

  test('a mark that nobody knows leaves the words', () => {
    const marks = [{ type: 'inserted' }, { type: '__proto__' }, { type: 'style' }, null, { type: 'bold', attrs: 7 }]
    const page = html({ type: 'paragraph', content: [{ type: 'text', text: 'Wort', marks }] })
    expect(page).toContain('<p><strong>Wort</strong></p>')
  })

  test('ten thousand nested quotes are cut off', () => {
    let node: Content = { type: 'paragraph' }
    for (let depth = 0; depth < 10_000; depth++) node = { type: 'blockquote', content: [node] }
    expect(html(node).match(/<blockquote>/g)).toHaveLength(100)
  })
})

test('headings are numbered for the outline, and the highest comes right below the title of the page', () => {
  const heading = (level: number, text: string) => ({
    type: 'heading',
    attrs: { level },
    content: [{ type: 'text', text }],
  })
  const page = html(heading(2, 'Eins'), { type: 'blockquote', content: [heading(3, 'Zwei')] }, heading(2, 'Drei'))
  expect(page).toContain('<h2 id="s1">Eins</h2>')
  expect(page).toContain('<h3 id="s2">Zwei</h3>')
  expect(page).toContain('<h2 id="s3">Drei</h2>')
})

describe('what stands in a text besides its lines', () => {
  const p = (...words: unknown[]) => ({
    type: 'paragraph',
    content: words.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
  })
  const note = (words: string) => ({ type: 'footnote', content: [{ type: 'text', text: words }] })
  const id = '3e1f6f5e-7b3a-4c1e-9a55-0d7c9f6b2a11'
  const image = (attrs: Record<string, unknown>) => ({ type: 'image', attrs: { attachment: id, ...attrs } })

  test('footnotes are numbered as one reads, and lead to their words and back', () => {
    const cell = { type: 'tableCell', content: [p('c', note('Drei'))] }
    const page = html(
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Titel' }, note('Eins')] },
      { type: 'blockquote', content: [p('b', note('Zwei'))] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    )
    expect(page).toContain(
      'b<sup class="note"><a id="note-2-in-text" href="#note-2" role="doc-noteref" aria-label="Fußnote\u00A02">2</a></sup>',
    )
    expect(
      [...page.matchAll(/<li id="note-(\d)">(\w+) <a href="#note-(\d)-in-text" role="doc-backlink"/g)].map(
        ([, ...one]) => one,
      ),
    ).toEqual([
      ['1', 'Eins', '1'],
      ['2', 'Zwei', '2'],
      ['3', 'Drei', '3'],
    ])
    expect(page).toContain('<section class="notes" role="doc-endnotes" aria-label="Fußnoten">')
    expect(html(p('ohne'))).not.toContain('notes')
  })

  test('a picture takes its room before it has come, and says what is on it', () => {
    expect(html(image({ alt: 'Windräder & "Höfe"', width: 800, height: 600 }))).toContain(
      `<img src="/bild/${id}" width="800" height="600" alt="Windräder &amp; &quot;Höfe&quot;" loading="lazy" decoding="async"/>`,
    )
  })

  test('one that is only decoration is silent, one that nobody described says so', () => {
    expect(html(image({ alt: 'Ranke', decorative: true }))).toContain('alt=""')
    expect(html(image({ alt: ' ' }))).toContain('alt="Bild ohne Beschreibung"')
  })

  test.each([null, '', '../../me', 'javascript:alert(1)', `${id}/../x`, 7])('%j is no picture', (attachment) => {
    expect(html(image({ attachment }))).toBe('<div class="paper"></div>')
  })

  test('its extent is a number of pixels or nothing', () => {
    expect(html(image({ width: '1" onload="x', height: -3 }))).toContain(`<img src="/bild/${id}" alt=`)
  })

  test('a task says whether it is done', () => {
    const task = (checked: unknown) => ({ type: 'taskItem', attrs: { checked }, content: [p('Raum buchen')] })
    const page = html({ type: 'taskList', content: [task(true), task('false')] })
    expect(page).toContain(
      '<li><input type="checkbox" disabled="" checked="" aria-label="erledigt"/><div><p>Raum buchen</p></div></li>',
    )
    expect(page).toContain('<li><input type="checkbox" disabled="" aria-label="offen"/>')
  })

  test('a new page, quoted words and the rows of a comparison have their place', () => {
    expect(html({ type: 'pageBreak' })).toContain('<hr class="page-break" aria-label="Neue Seite"/>')
    expect(html({ type: 'excerpt', attrs: { quotation: id }, content: [p('Zitat')] })).toContain(
      '<figure class="excerpt"><blockquote><p>Zitat</p></blockquote></figure>',
    )
    expect(
      html({ type: 'comparison', content: [{ type: 'comparisonRow', content: [{ type: 'rowPlace' }] }] }),
    ).toContain('comparison')
  })
})
