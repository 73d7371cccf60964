import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type * as Y from 'yjs'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { type Content, field } from '#src/documents/markup.ts'
import { quotationsIn } from '#src/documents/quotations/excerpts.ts'
import { quotations } from '#src/documents/quotations/schema.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { between } from '../referrals/setting.ts'
import type { Browse } from '../support/browse.ts'
import { type Served, serveWorld } from '../support/browser.ts'
import { type GroupKey, type World, world } from '../support/world.ts'
import { openSyncedTab, until } from './editing/co-editing.ts'

let w: World
let served: Served
let gerd: Browse

beforeAll(async () => {
  w = await world()
  served = await serveWorld(w)
  gerd = await w.as('gerd')
})
afterAll(async () => {
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
})

const p = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })

/** Gerd is in AG Energie and in AG Digitalisierung; most others are in one of them. */
const writeText = (group: GroupKey, by: PersonKey, title: string, ...content: Content[]) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups[group].id, actorId: w.people[by].id, kind: 'position' as const, title },
      content: { type: 'doc', content },
    }),
  )

const write = (group: GroupKey, by: PersonKey, title: string, ...words: string[]) =>
  writeText(group, by, title, ...words.map(p))

type Text = Awaited<ReturnType<typeof write>>

const heat = 'Ohne Wärmewende im Dorf gelingt nichts.'

const pair = async () => ({
  source: await write('en', 'swantje', 'Wärme im Dorf', 'Davor.', heat, 'Danach.'),
  target: await write('di', 'piet', 'Daten des Wandels', 'Am Anfang.'),
})

const contentIn = async ({ id }: { id: string }) => {
  await w.ports.rooms.settle(id)
  return contentOf(await currentState(w.db, id))
}

const page = async (path: string, browse = gerd) => (await browse(path)).text()

/** What stands at these words on the page on which one chooses, and where it leads. */
async function placeOf(source: Text, words: string, version: number | null = null): Promise<string> {
  const html = await page(paths.quoting(w.groups.en, source, version))
  const link = html.slice(html.indexOf(words)).match(/<a class="quote-link" href="([^"]+)"/)?.[1] ?? ''
  return link.replaceAll('&amp;', '&')
}

async function choiceFor(source: Text, words: string, target: Text, version: number | null = null) {
  const html = await page(`${await placeOf(source, words, version)}&into=${target.id}`)
  return html.match(/name="passage" value="([\d:]+)"/)?.[1] ?? ''
}

async function quote(source: Text, target: Text, words = heat, version: number | null = null, section = '') {
  const passage = await choiceFor(source, words, target, version)
  return gerd(paths.quoting(w.groups.en, source, version), { form: { passage, target: target.id, section } })
}

async function rewrite(source: Text, words: string | null): Promise<void> {
  const tab = await openSyncedTab(served, 'swantje', `/groups/en/documents/${source.id}/sync`)
  onTestFinished(() => tab.close())
  const body = tab.doc.getXmlFragment(field)
  if (words === null) body.delete(1, 1)
  else {
    const text = (body.get(1) as Y.XmlElement).get(0) as Y.XmlText
    text.delete(0, text.length)
    text.insert(0, words)
  }
  const wanted = words ?? heat
  const isThere = async () => plainTextOf(await contentIn(source)).includes(wanted) === (words !== null)
  await until(isThere, 'the source is another one', 20_000)
}

const reading = (target: Text) => page(paths.document(w.groups.di, target))
const listing = (target: Text, browse = gerd) => page(paths.quotations(w.groups.di, target), browse)

describe('a paragraph that is quoted', () => {
  test('stands at the end of the other text, with the name of where it is from', async () => {
    const { source, target } = await pair()
    const answer = await quote(source, target)
    expect(answer.headers.get('location')).toBe(paths.documentDraft(w.groups.di, target))
    expect((await contentIn(target)).content?.at(-1)).toMatchObject({ type: 'excerpt', content: [p(heat)] })
    const html = await reading(target)
    expect(html).toMatch(/<figcaption>.*Wärme im Dorf/s)
    expect(html).not.toContain('Die Quelle hat sich geändert.')
  })

  test('looks as it does where it is from, and leaves what is not among its words', async () => {
    const looks: Content[] = [
      { type: 'text', text: 'Wärme ' },
      { type: 'text', text: 'bleibt', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' im ' },
      {
        type: 'text',
        text: 'Dorf',
        marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }, { type: 'italic' }],
      },
    ]
    const note: Content = { type: 'footnote', content: [{ type: 'text', text: 'Nur hier.' }] }
    const { target } = await pair()
    const item: Content = { type: 'listItem', content: [{ type: 'paragraph', content: [...looks, note] }] }
    const source = await writeText('en', 'swantje', 'Mit Auszeichnung', p('Davor.'), {
      type: 'bulletList',
      content: [item],
    })
    await between(w).freeze(source)
    for (const version of [null, 1]) {
      await quote(source, target, '>bleibt<', version)
      const [quoted] = (await contentIn(target)).content?.at(-1)?.content ?? []
      expect(quoted?.content?.map(({ text, marks = [] }) => [text, marks.map(({ type }) => type).sort()])).toEqual([
        ['Wärme ', []],
        ['bleibt', ['bold']],
        [' im ', []],
        ['Dorf', ['italic', 'link']],
      ])
    }
  })

  test('comes to the end of the part that was chosen, and to the end of all when that is gone', async () => {
    const h = (words: string, level: number): Content => ({ ...p(words), type: 'heading', attrs: { level } })
    const { source } = await pair()
    const parts = [h('Lage', 1), p('Eins.'), h('Zahlen', 2), p('Zwei.'), h('Forderung', 1), p('Drei.')]
    const target = await writeText('di', 'piet', 'Mit Teilen', ...parts)
    const html = await page(`${await placeOf(source, heat)}&into=${target.id}`)
    const keys = Array.from(html.matchAll(/<option value="([\d:]+)"/g), ([, key]) => key ?? '')
    expect(html).toContain('ans Ende von „Zahlen“')
    expect(keys).toHaveLength(3)
    await quote(source, target, heat, null, keys[0])
    const kinds = async () => (await contentIn(target)).content?.map(({ type }) => type)
    expect(await kinds()).toEqual(['heading', 'paragraph', 'heading', 'paragraph', 'excerpt', 'heading', 'paragraph'])
    await quote(source, target, heat, null, '77:0')
    expect((await kinds())?.at(-1)).toBe('excerpt')
  })

  test('is chosen by a sign beside it, by a link below it, and by a script while one writes', async () => {
    const { source, target } = await pair()
    expect(await page(paths.document(w.groups.en, source))).toMatch(/<a class="quote-sign" href="[^"]*place=1"/)
    expect(await page(await placeOf(source, 'Davor.'))).toMatch(/<blockquote[^>]*>Davor\.</)
    expect(await page(await placeOf(source, heat))).toContain(`value="${target.id}"`)
    const data = { headers: { Accept: 'application/json' } }
    const { texts } = (await (await gerd(paths.quotations(w.groups.di, target), data)).json()) as {
      texts: { title: string; href: string }[]
    }
    expect(texts.map(({ href }) => href)).not.toContain(paths.quoting(w.groups.di, target))
    const { passages } = (await (await gerd(paths.quoting(w.groups.en, source), data)).json()) as {
      passages: { key: string; words: string }[]
    }
    const passage = passages.find(({ words }) => words === heat)?.key ?? ''
    const form = { passage, target: target.id }
    const { excerpt } = (await (await gerd(paths.quoting(w.groups.en, source), { ...data, form })).json()) as {
      excerpt: Content
    }
    expect(excerpt).toMatchObject({ type: 'excerpt', content: [p(heat)] })
    expect(quotationsIn(await contentIn(target))).toEqual([])
    expect(texts.map(({ href }) => href)).toContain(paths.quoting(w.groups.en, source))
  })

  test('is marked when its source changes, shown word by word, and taken over', async () => {
    const { source, target } = await pair()
    await quote(source, target)
    await rewrite(source, 'Ohne Wärmewende in jedem Dorf gelingt nichts.')
    expect(await reading(target)).toContain('Die Quelle hat sich geändert.')
    expect(await listing(target)).toContain('<ins>in jedem </ins>')
    const [id] = quotationsIn(await contentIn(target))
    await gerd(paths.quotationRenewal(w.groups.di, target, { id: id ?? '' }), { form: {} })
    expect(plainTextOf(await contentIn(target))).toContain('in jedem Dorf')
    expect(await reading(target)).not.toContain('Die Quelle hat sich geändert.')
  })

  test('can be left as it is, until the source changes once more', async () => {
    const { source, target } = await pair()
    await quote(source, target)
    await rewrite(source, 'Anders.')
    const [id] = quotationsIn(await contentIn(target))
    await gerd(paths.quotationKeeping(w.groups.di, target, { id: id ?? '' }), { form: {} })
    expect(await reading(target)).not.toContain('Die Quelle hat sich geändert.')
    expect(plainTextOf(await contentIn(target))).toContain(heat)
    await rewrite(source, 'Noch einmal anders.')
    expect(await reading(target)).toContain('Die Quelle hat sich geändert.')
  })

  test('keeps its words when the passage is gone', async () => {
    const { source, target } = await pair()
    await quote(source, target)
    await rewrite(source, null)
    const html = await reading(target)
    expect(html).toContain('Diese Stelle gibt es in der Quelle nicht mehr.')
    expect(html).toContain(heat)
  })

  test('of a frozen version stays as it was frozen', async () => {
    const { source, target } = await pair()
    await between(w).freeze(source)
    await quote(source, target, heat, 1)
    await rewrite(source, 'Ganz anders.')
    const html = await reading(target)
    expect(html).toContain('Fassung\u00a01')
    expect(html).not.toContain('Die Quelle hat sich geändert.')
  })

  test('is not lost when somebody writes in the other text at the same time', async () => {
    const { source, target } = await pair()
    const tab = await openSyncedTab(served, 'piet', `/groups/di/documents/${target.id}/sync`)
    tab.write('Während zitiert wird.')
    await quote(source, target)
    const both = async () => {
      const words = plainTextOf(await contentIn(target))
      return words.includes('Während zitiert wird.') && words.includes(heat)
    }
    await until(both, 'both are there', 20_000)
    tab.close()
  })
})

describe('whoever may not read the source', () => {
  test('reads the quoted words and nothing about where they are from or what became of them', async () => {
    const { source, target } = await pair()
    await quote(source, target)
    await rewrite(source, 'Was nur die AG Energie lesen darf.')
    const piet = await w.as('piet')
    for (const html of [await page(paths.document(w.groups.di, target), piet), await listing(target, piet)]) {
      expect(html).toContain(heat)
      expect(html).toContain('Aus einem Text, den du nicht lesen kannst.')
      expect(html).not.toMatch(/Wärme im Dorf|nur die AG Energie/)
      expect(html).not.toContain(source.id)
    }
    const [id] = quotationsIn(await contentIn(target))
    for (const path of [paths.quotationRenewal, paths.quotationKeeping])
      expect((await piet(path(w.groups.di, target, { id: id ?? '' }), { form: {} })).status).toBe(403)
    expect(plainTextOf(await contentIn(target))).not.toContain('nur die AG Energie')
  })

  test('quotes nothing from it', async () => {
    const { source, target } = await pair()
    const piet = await w.as('piet')
    expect((await piet(paths.quoting(w.groups.en, source))).status).toBe(404)
    const form = { passage: await choiceFor(source, heat, target), target: target.id }
    expect((await piet(paths.quoting(w.groups.en, source), { form })).status).toBe(404)
  })

  test('finds out no more when the right to read ends', async () => {
    const { source, target } = await pair()
    await quote(source, target)
    const vera = { groupId: w.groups.di.id, personId: w.people.vera.id, standing: 'guest', votes: false } as const
    await w.db
      .insert(memberships)
      .values({ ...vera, endsOn: '2099-12-31' })
      .onConflictDoNothing()
    await w.db.insert(documentGuests).values({ documentId: target.id, personId: w.people.vera.id })
    expect(await page(paths.document(w.groups.di, target), await w.as('vera'))).not.toContain('Wärme im Dorf')
  })
})

describe('refused is', () => {
  test('a text in which one does not write, a passage that is not there, and a quotation of another text', async () => {
    const { source, target } = await pair()
    const other = await write('lw', 'nele', 'Boden', 'Boden entsteht nicht neu.')
    const passage = await choiceFor(source, heat, target)
    const post = (form: Record<string, string>) => gerd(paths.quoting(w.groups.en, source), { form })
    expect((await post({ passage, target: other.id })).status).toBe(422)
    expect((await post({ passage: '1:999999', target: target.id })).status).toBe(422)
    expect((await post({ passage, target: 'x' })).status).toBe(422)
    await quote(source, target)
    const [row] = await w.db.select().from(quotations).where(eq(quotations.documentId, target.id))
    const elsewhere = await write('di', 'piet', 'Anderswo', 'Hier.')
    expect(
      (await gerd(paths.quotationRenewal(w.groups.di, elsewhere, { id: row?.id ?? '' }), { form: {} })).status,
    ).toBe(404)
    expect(quotationsIn(await contentIn(other))).toEqual([])
  })
})
