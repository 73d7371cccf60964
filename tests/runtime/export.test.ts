import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Content } from '#src/documents/markup.ts'
import { makeApart } from '#src/runtime/export/apart.ts'
import { setsPages } from '#src/runtime/export/typst.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { pictureId, portable } from '../documents/export/portable.ts'
import { sheet } from '../documents/export/sheet.ts'
import { Dice } from '../documents/simulation/dice.ts'

const { make, manifest } = readProvided()
const p = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = (...content: Content[]): Content => ({ type: 'doc', content })

/** Every object of a PDF in plain letters, packed or not. */
function lettersOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes)
  const parts = [raw.toString('latin1')]
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(raw.subarray(at + 7)).toString('latin1'))
    } catch {
      // Not every stream is packed.
    }
  }
  return parts.join('\n')
}

async function pdfMade(content: Content) {
  const made = await make.make('pdf', sheet(content, { numberedLines: true }))
  if (!made.ok) throw new Error(made.code)
  return made
}

const pdfOf = async (content: Content) => (await pdfMade(content)).bytes

/** Where nothing sets pages, the page says that the browser prints; there is nothing more to try. */
const onlyHere = setsPages ? test : (_name: string, _run: () => Promise<void>) => undefined

test('a PDF is offered exactly where pages can be set', () => {
  expect(make.formats.includes('pdf')).toBe(setsPages)
  expect(make.formats).toEqual(expect.arrayContaining(['docx', 'odt', 'html', 'md']))
})

describe('a PDF', () => {
  onlyHere('is tagged for those who hear it, and says language, title and that it is for everybody', async () => {
    const letters = lettersOf(
      await pdfOf(
        doc({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Kopf' }] }, p('Ein Drittel.')),
      ),
    )
    for (const sign of ['/StructTreeRoot', '/MarkInfo', '/Lang (de', 'pdfuaid:part>1<', 'Energie bleibt im Dorf'])
      expect(letters).toContain(sign)
  })

  onlyHere('takes everything that a text may consist of', async () => {
    for (let seed = 0; seed < 4; seed++) expect((await pdfOf(portable(new Dice(seed)))).length).toBeGreaterThan(5_000)
  })

  onlyHere('prints what people write and never runs it', async () => {
    const hostile = [
      '#panic("ran")',
      '#read("/etc/passwd")',
      '$ #x $',
      '@nobody',
      '*fett* _kursiv_',
      '[#]',
      '\\',
      '"))',
      '`#panic()`',
      '<label>',
      '/* x */ // y',
      '= Titel',
    ]
    expect((await pdfOf(doc(...hostile.map(p)))).length).toBeGreaterThan(5_000)
  })

  onlyHere('is for everybody also where lines are numbered in lists and around tables of many pages', async () => {
    const long = p('Ein Drittel der Pacht bleibt im Dorf, und über den Rest wird öffentlich entschieden. '.repeat(6))
    const item: Content = { type: 'listItem', content: [long] }
    const cell: Content = { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [p('Larn')] }
    const lists = { type: 'bulletList', content: Array.from({ length: 30 }, () => item) }
    const row: Content = { type: 'tableRow', content: [cell, cell] }
    const table = { type: 'table', content: Array.from({ length: 90 }, () => row) }
    const { bytes, flaws } = await pdfMade(doc(long, lists, long, table, long))
    expect(flaws).toBeUndefined()
    expect(lettersOf(bytes)).toContain('pdfuaid:part>1<')
  })

  onlyHere('is made though no font here has a sign: a box stands for it, and it is told', async () => {
    const { bytes, flaws } = await pdfMade(doc(p('漢字 \u{10FFFF} 👩\u200D🌾 und mehr')))
    expect(flaws?.universal).toBe(true)
    expect(flaws?.lost).toEqual(expect.arrayContaining(['漢', '字', '\u{10FFFF}', '👩', '🌾']))
    expect(lettersOf(bytes)).toContain('pdfuaid:part>1<')
  })
})

const image: Content = { type: 'image', attrs: { attachment: pictureId, alt: 'Windrad', decorative: false } }

onlyHere('a picture that is broken keeps no text from being set, and it is told', async () => {
  const empty = new Uint8Array(Buffer.from('474946383961280014000000003b', 'hex'))
  const pictures = { [pictureId]: { type: 'image/gif' as const, width: 40, height: 20, bytes: empty } }
  const made = await make.make('pdf', sheet(doc(p('Davor'), image), { pictures }))
  expect(made).toMatchObject({ ok: true, flaws: { pictures: 1, universal: true } })
})

onlyHere('more points than a small machine has memory for are refused before anything is set', async () => {
  const { [pictureId]: one } = sheet(doc()).pictures
  if (!one) throw new Error('no picture')
  const large = { ...one, width: 6300, height: 6300 }
  const pictures = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`${n}`, large]))
  expect(await make.make('pdf', sheet(doc(p('x')), { pictures }))).toEqual({ ok: false, code: 'too_large' })
})

onlyHere('lists and quotations are set however deep they are', async () => {
  let inner = p('ganz unten')
  for (let depth = 0; depth < 45; depth++) {
    inner = { type: 'bulletList', content: [{ type: 'listItem', content: [p('x'), inner] }] }
  }
  expect(await make.make('pdf', sheet(doc(inner)))).toMatchObject({ ok: true })
})

test('a fault in the thread is told from a text that is too large, and repeats nothing of it', async () => {
  const broken = sheet(doc(p(7 as never)))
  const made = await make.make('docx', broken)
  if (made.ok || made.code !== 'failed') throw new Error('did not fail')
  expect([made.error.name, made.error.message]).toEqual(['TypeError', ''])
  expect(made.error.stack).toMatch(/^\s+at /)
})

test('what takes too long is given up, and the next file is made all the same', async () => {
  const hasty = makeApart(manifest, { milliseconds: 1, megabytes: 256 })
  expect(await hasty.make('docx', sheet(doc(p('x'))))).toEqual({ ok: false, code: 'took_too_long' })
  expect(await make.make('md', sheet(doc(p('x'))))).toMatchObject({ ok: true, extension: 'md' })
})
