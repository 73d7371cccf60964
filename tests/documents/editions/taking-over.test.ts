import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { textOf } from '#src/documents/comparisons/choosing.ts'
import { rowsOf } from '#src/documents/comparisons/rows.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { editionTakeovers, statements } from '#src/documents/editions/schema.ts'
import { type Content, field } from '#src/documents/markup.ts'
import { documentAuthors } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../../support/browse.ts'
import { type Served, serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { comparing, row } from '../comparisons/rows-of-text.ts'
import { openSyncedTab, until } from '../editing/co-editing.ts'

let w: World
let served: Served
let swantje: Browse

beforeAll(async () => {
  w = await world()
  served = await serveWorld(w)
  swantje = await w.as('swantje')
})
afterAll(async () => {
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
})

const first = `Kap. 2, S. 14\tDas Revier bleibt Energieregion. Großanlagen werden vorrangig gefördert.
Kap. 2, S. 16\tWasserstoff ist die Leittechnologie des Reviers. Standorte werden bis 2028 gesichert.
Kap. 3, S. 22\tDas Kraftwerksgelände wird zum Gewerbepark entwickelt.
Kap. 6, S. 41\tDie Öffentlichkeit wird regelmäßig informiert.`

const second = `Kap. 2, S. 15\tDas Revier bleibt Energieregion. Großanlagen werden vorrangig gefördert.
Kap. 2, S. 17\tWasserstoff ist eine wichtige Technologie des Reviers. Standorte werden bis 2030 gesichert.
Kap. 3, S. 26\tFür Nahwärme gibt es ein Förderprogramm mit 40 Millionen Euro.
Kap. 6, S. 44\tDie Öffentlichkeit wird regelmäßig informiert.`

const write = (content: Content = { type: 'doc', content: [{ type: 'paragraph' }] }) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id },
      ...{ kind: 'comparison' as const, title: 'RPL und wir', content },
    }),
  )

type Text = Awaited<ReturnType<typeof write>>

let programmes = 0
const newProgramme = () => `Programm ${++programmes}`

/** Where the preview of what was loaded is. */
async function load(text: Text, programme: string, version: string, pasted: string): Promise<string> {
  const answer = await swantje(paths.editions(w.groups.en, text), { form: { programme, version, pasted } })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

const takeOver = (preview: string, choices: Record<string, string> = {}, by = swantje) =>
  by(`${preview}/takeover`, { form: choices })

const rowsIn = async ({ id }: Text) => {
  await w.ports.rooms.settle(id)
  return rowsOf(contentOf(await currentState(w.db, id)))
}

const told = async (text: Text) =>
  (await rowsIn(text)).map(({ place, statement, state, change: done }) => [place, textOf(statement), state, done])

/** Everybody has agreed on every row. */
async function agree(text: Text): Promise<void> {
  const tab = await openSyncedTab(served, 'tarek', `/groups/en/documents/${text.id}/sync`)
  for (const element of tab.doc.getXmlFragment(field).toArray())
    if (element instanceof Y.XmlElement && element.nodeName === 'comparison')
      for (const one of element.toArray()) (one as Y.XmlElement).setAttribute('state', 'agreed')
  const isAgreed = async () => (await rowsIn(text)).every(({ state }) => state === 'agreed')
  await until(isAgreed, 'every row is agreed', 20_000)
  tab.close()
}

async function withFirstEdition() {
  const text = await write()
  const programme = newProgramme()
  await takeOver(await load(text, programme, '1.0', first))
  await agree(text)
  return { text, programme }
}

describe('the first edition', () => {
  test('is looked at before it counts, and becomes rows', async () => {
    const text = await write()
    const preview = await load(text, newProgramme(), '1.0', first)
    expect(await (await swantje(preview)).text()).toContain('4 neu')
    expect(await rowsIn(text)).toEqual([])
    expect((await takeOver(preview)).headers.get('location')).toBe(paths.rows(w.groups.en, text))
    expect(await told(text)).toMatchObject([
      ['Kap. 2, S. 14', expect.stringContaining('Energieregion'), 'open', ''],
      ['Kap. 2, S. 16', expect.stringContaining('Wasserstoff'), 'open', ''],
      ['Kap. 3, S. 22', expect.stringContaining('Gewerbepark'), 'open', ''],
      ['Kap. 6, S. 41', 'Die Öffentlichkeit wird regelmäßig informiert.', 'open', ''],
    ])
    expect((await rowsIn(text)).every(({ literal, source, id }) => literal && source.endsWith('1.0') && id)).toBe(true)
  })

  test('finds rows that were written by hand and leaves what people have said of them', async () => {
    const text = await write(
      comparing(
        row({
          place: 'Kap. 3, S. 22',
          statement: 'Die Fläche soll an Betriebe gehen.',
          position: 'Auch Lernort.',
          attrs: { state: 'agreed', assessment: 'partly' },
        }),
        row({ place: 'Kap. 3, S. 25', statement: 'Wärme fehlt.', attrs: { assessment: 'missing', state: 'agreed' } }),
      ),
    )
    await takeOver(await load(text, newProgramme(), '1.0', first))
    const rows = await rowsIn(text)
    expect(rows.map(({ place }) => place).sort()).toEqual(
      ['Kap. 2, S. 14', 'Kap. 2, S. 16', 'Kap. 3, S. 22', 'Kap. 3, S. 25', 'Kap. 6, S. 41'].sort(),
    )
    const site = rows.find(({ place }) => place === 'Kap. 3, S. 22')
    expect(site).toMatchObject({ state: 'agreed', change: '', literal: false, statementId: expect.any(String) })
    expect(textOf(site?.statement ?? [])).toBe('Die Fläche soll an Betriebe gehen.')
    const missing = rows.find(({ place }) => place === 'Kap. 3, S. 25')
    expect(missing).toMatchObject({ state: 'agreed', change: '', statementId: null })
  })
})

describe('the second edition', () => {
  test('asks for work only where something has changed', async () => {
    const { text, programme } = await withFirstEdition()
    const preview = await load(text, programme, '1.1', second)
    const page = await (await swantje(preview)).text()
    for (const words of ['1 geändert', '1 entfallen', '1 neu', '2 unverändert']) expect(page).toContain(words)
    await takeOver(preview)
    expect(await told(text)).toEqual([
      ['Kap. 2, S. 15', expect.stringContaining('Energieregion'), 'agreed', ''],
      ['Kap. 2, S. 17', expect.stringContaining('eine wichtige Technologie'), 'open', 'changed'],
      ['Kap. 3, S. 26', expect.stringContaining('Nahwärme'), 'open', 'new'],
      ['Kap. 3, S. 22', expect.stringContaining('Gewerbepark'), 'agreed', 'dropped'],
      ['Kap. 6, S. 44', 'Die Öffentlichkeit wird regelmäßig informiert.', 'agreed', ''],
    ])
    const rows = await (await swantje(paths.rows(w.groups.en, text))).text()
    expect(rows).toContain('Aussage geändert')
    expect(rows).toMatch(/<del>die Leittechnologie/)
    expect(rows).toMatch(/<ins>eine wichtige Technologie/)
  })

  test('taken over twice, or by two at once, changes nothing more', async () => {
    const { text, programme } = await withFirstEdition()
    const preview = await load(text, programme, '1.1', second)
    const tarek = await w.as('tarek')
    const answers = await Promise.all([takeOver(preview), takeOver(preview, {}, tarek), takeOver(preview)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    const after = await told(text)
    expect(after).toHaveLength(5)
    await takeOver(preview)
    expect(await told(text)).toEqual(after)
    const told4 = await w.db.select().from(events).where(eq(events.subjectId, text.id))
    expect(told4.filter(({ kind }) => kind === 'document.editionTaken')).toHaveLength(2)
  })

  test('adds nothing when it was brought in and that was not written down', async () => {
    const { text, programme } = await withFirstEdition()
    const preview = await load(text, programme, '1.1', second)
    await takeOver(preview)
    const before = await rowsIn(text)
    await w.db.delete(editionTakeovers).where(eq(editionTakeovers.editionId, preview.split('/').at(-1) ?? ''))
    await takeOver(preview)
    expect((await rowsIn(text)).map(({ node }) => node)).toEqual(before.map(({ node }) => node))
  })

  test('loses nothing of what people write meanwhile, in the same row too', async () => {
    const { text, programme } = await withFirstEdition()
    const preview = await load(text, programme, '1.1', second)
    const tab = await openSyncedTab(served, 'tarek', `/groups/en/documents/${text.id}/sync`)
    const comparison = tab.doc
      .getXmlFragment(field)
      .toArray()
      .find((one) => (one as Y.XmlElement).nodeName === 'comparison')
    const hydrogen = (comparison as Y.XmlElement).get(1) as Y.XmlElement
    const position = hydrogen.toArray().find((one) => (one as Y.XmlElement).nodeName === 'rowPosition') as Y.XmlElement
    const words = new Y.XmlText()
    ;(position.get(0) as Y.XmlElement).insert(0, [words])
    const typing = (async () => {
      for (const letter of 'Wasserstoff nur, wo es nicht anders geht.') {
        words.insert(words.length, letter)
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    })()
    await takeOver(preview)
    await typing
    const whole = async () => {
      const row = (await rowsIn(text)).find(({ change: done }) => done === 'changed')
      return row ? textOf(row.position) === 'Wasserstoff nur, wo es nicht anders geht.' : false
    }
    await until(whole, 'every letter is there', 20_000)
    tab.close()
  })

  test('belongs, as far as it writes, to whoever took it over', async () => {
    const { text, programme } = await withFirstEdition()
    await takeOver(await load(text, programme, '1.1', second), {}, await w.as('bjarne'))
    const authors = await w.db.select().from(documentAuthors).where(eq(documentAuthors.documentId, text.id))
    expect(authors.map(({ personId }) => personId)).toContain(w.people.bjarne.id)
  })

  test('asks where it is not sure, and does as it is told', async () => {
    const text = await write()
    const programme = newProgramme()
    const bus = (place: string) => `Der Bus fährt in ${place} jede Stunde bis zum Abend.`
    await takeOver(await load(text, programme, '1', `S. 1\t${bus('Altenlarn')}\nS. 2\t${bus('Kirchfeld')}`))
    const preview = await load(text, programme, '2', `S. 3\t${bus('Tannrode')}\nS. 9\tEtwas ganz anderes.`)
    const page = await (await swantje(preview)).text()
    expect(page).toContain('1 zu entscheiden')
    expect((await takeOver(preview)).status).toBe(422)
    expect((await rowsIn(text)).map(({ change: done }) => done)).toEqual(['', ''])
    const name = page.match(/name="(choice-[^"]+)" value="([0-9a-f-]{36})"/)
    await takeOver(preview, { [name?.[1] ?? '']: name?.[2] ?? '' })
    expect((await rowsIn(text)).map(({ change: done }) => done).sort()).toEqual(['changed', 'dropped', 'new'])
  })

  test('a third one that brings the first words back says so, and keeps what nobody has dealt with', async () => {
    const { text, programme } = await withFirstEdition()
    await takeOver(await load(text, programme, '1.1', second))
    await takeOver(await load(text, programme, '1.2', second.replace('2030', '2031')))
    const hydrogen = (await rowsIn(text)).find(({ place }) => place === 'Kap. 2, S. 17')
    const [agreed] = await w.db
      .select()
      .from(statements)
      .where(eq(statements.id, hydrogen?.previousId ?? ''))
    expect([hydrogen?.change, agreed?.words]).toEqual(['changed', expect.stringContaining('bis 2028')])
    await takeOver(await load(text, programme, '1.3', first))
    const site = (await rowsIn(text)).find(({ place }) => place === 'Kap. 3, S. 22')
    expect(site).toMatchObject({ change: 'new', state: 'open' })
  })
})

describe('an edition', () => {
  test('is there once, refused with a sentence otherwise, and what was typed stays', async () => {
    const text = await write()
    const programme = newProgramme()
    await load(text, programme, '1.0', first)
    const again = await swantje(paths.editions(w.groups.en, text), {
      form: { programme, version: '1.0', pasted: 'S. 1\tEtwas' },
    })
    expect([again.status, (await again.text()).includes('schon geladen')]).toEqual([422, true])
    const empty = await swantje(paths.editions(w.groups.en, text), { form: { programme, version: '2', pasted: ' ' } })
    expect([empty.status, (await empty.text()).includes('value="2"')]).toEqual([422, true])
  })

  test('can be uploaded as a file', async () => {
    const text = await write()
    const file = new File([`\uFEFFFundstelle;Aussage\r\nS. 1;Wärme wird geprüft.\r\n`], 'rpl.csv')
    const form = { programme: newProgramme(), version: '1', pasted: '', file }
    const answer = await swantje(paths.editions(w.groups.en, text), { form })
    expect(await (await swantje(answer.headers.get('location') ?? '')).text()).toContain('Wärme wird geprüft.')
  })

  test('is discarded as long as nothing counts on it, and never afterwards', async () => {
    const text = await write()
    const preview = await load(text, newProgramme(), '1.0', first)
    const id = preview.split('/').at(-1) ?? ''
    expect((await swantje(`${preview}/discard`, { form: {} })).status).toBe(303)
    expect((await swantje(preview)).status).toBe(404)
    const other = await load(text, newProgramme(), '1.0', first)
    await takeOver(other)
    expect((await swantje(`${other}/discard`, { form: {} })).status).toBe(403)
    const kept = other.split('/').at(-1) ?? ''
    await expect(w.db.delete(statements).where(eq(statements.editionId, kept))).rejects.toThrow()
    await expect(w.db.update(statements).set({ words: 'anders' })).rejects.toThrow()
    expect(await w.db.$count(statements, eq(statements.editionId, id))).toBe(0)
  })

  test('of another group is not there, and a guest sees none', async () => {
    const text = await write()
    const preview = await load(text, newProgramme(), '1.0', first)
    const nele = await w.as('nele')
    expect((await nele(preview)).status).toBe(404)
    const elsewhere = preview.replace('/groups/en/', '/groups/lw/')
    expect((await nele(elsewhere)).status).toBe(404)
    expect((await nele(`${elsewhere}/takeover`, { form: {} })).status).toBe(404)
  })
})
