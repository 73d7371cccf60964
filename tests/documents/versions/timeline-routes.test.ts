import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import { type Document, documentGuests } from '#src/documents/schema.ts'
import { freezeDraft } from '#src/documents/versions/freezing.ts'
import { nameDraft } from '#src/documents/versions/naming.ts'
import { restore } from '#src/documents/versions/restoring.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'

let w: World
type Browser = Awaited<ReturnType<World['as']>>
let gerd: Browser
let vera: Browser
let nele: Browser

beforeAll(async () => {
  w = await world()
  ;[gerd, vera, nele] = await Promise.all([w.as('gerd'), w.as('vera'), w.as('nele')])
})

const p = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
const doc = (...lines: string[]): Content => ({ type: 'doc', content: lines.map(p) })

/** A text with a frozen version, a named state and a draft that went on, in this group. */
async function written(group: 'en' | 'di') {
  const actor = await w.actor(group === 'en' ? 'swantje' : 'piet', group)
  const of = { groupId: w.groups[group].id, actorId: actor.person.id, kind: 'position' } as const
  const document = await change(w.ports, (tx, record) =>
    createDocument(tx, record, { ...of, title: 'Energie bleibt im Dorf', content: doc('Wind für alle') }),
  )
  await change(w.ports, (tx, record) => freezeDraft(tx, record, document, actor, 'für die Sitzung'))
  await restore(w.ports, document, actor, {
    content: doc('Wind und Wärme für alle'),
    number: null,
    reachedAt: new Date(),
  })
  const point = await change(w.ports, (tx, record) => nameDraft(tx, record, document, actor, 'nach der Sitzung'))
  await restore(w.ports, document, actor, { content: doc('Nur noch Wärme'), number: null, reachedAt: new Date() })
  return { document, point, group: w.groups[group] }
}

const html = async (answer: Promise<Response> | Response) => (await answer).text()
const said = async (document: Document) => plainTextOf(contentOf(await currentState(w.db, document.id)))

describe('a member of the group', () => {
  test('sees by day what the text was, who did it and how many words came and went', async () => {
    const { document, group } = await written('en')
    const page = await html(gerd(paths.versions(group, document)))
    for (const words of [
      'Fassung\u00A01',
      '„nach der Sitzung“',
      'Vor dem Wiederherstellen',
      '2\u00A0Wörter dazu',
      'für die Sitzung',
    ])
      expect(page).toContain(words)
    expect(page).toContain('benannt von Swantje')
  })

  test('looks at a state, and compares any two of them in whatever order they are chosen', async () => {
    const { document, point, group } = await written('en')
    expect(await html(gerd(paths.version(group, document, point.id)))).toContain('Wind und Wärme für alle')
    expect((await gerd(paths.version(group, document, 'v1'))).headers.get('location')).toBe(
      paths.snapshot(group, document, 1),
    )
    for (const chosen of [
      { older: 'v1', newer: point.id },
      { older: point.id, newer: 'v1' },
    ]) {
      const page = await html(gerd(paths.versionDifference(group, document, chosen)))
      expect(page).toContain('<ins>und Wärme </ins>')
      expect(page).toContain('1\u00A0Stelle geändert')
    }
    expect(await html(gerd(paths.versionDifference(group, document, { older: point.id, newer: 'now' })))).toContain(
      'Nur noch',
    )
    const none = await gerd(paths.versionDifference(group, document, { older: 'now', newer: 'now' }))
    expect([none.status, (await none.text()).includes('zwei verschiedene')]).toEqual([422, true])
    expect((await gerd(paths.versionDifference(group, document, { older: 'v9', newer: 'now' }))).status).toBe(404)
  })

  test('names the draft as it is and changes a name; a state without one is asked for it', async () => {
    const { document, point, group } = await written('en')
    const sent = await gerd(paths.versions(group, document), { form: { name: 'vor dem Druck' } })
    expect(sent.headers.get('location')).toBe(paths.versions(group, document))
    expect(await html(gerd(paths.versions(group, document)))).toContain('„vor dem Druck“')
    await gerd(paths.versionName(group, document, point.id), { form: { name: 'Sitzung im Mai' } })
    expect(await html(gerd(paths.version(group, document, point.id)))).toContain('„Sitzung im Mai“')
    expect((await gerd(paths.versions(group, document), { form: { name: ' ' } })).status).toBe(422)
    expect((await gerd(paths.versionName(group, document, point.id), { form: { name: '' } })).status).toBe(422)
  })

  test('restores a named and a frozen state, and is told when the draft says just that', async () => {
    const { document, point, group } = await written('en')
    const sent = await gerd(paths.versionRestoration(group, document, point.id), { form: {} })
    expect(sent.headers.get('location')).toBe(paths.documentDraft(group, document))
    expect(await said(document)).toBe('Wind und Wärme für alle')
    const again = await gerd(`${paths.versionRestoration(group, document, point.id)}?again`, { form: {} })
    expect(await again.text()).toContain('Es gibt nichts wiederherzustellen.')
    await gerd(paths.versionRestoration(group, document, 'v1'), { form: {} })
    expect(await said(document)).toBe('Wind für alle')
    expect(await html(gerd(paths.versions(group, document)))).toContain('danach wiederhergestellt: Fassung\u00A01')
  })

  test('finds nothing under the address of another text or of none', async () => {
    const [one, other] = [await written('en'), await written('en')]
    const strange = one.point.id
    expect((await gerd(paths.version(one.group, other.document, strange))).status).toBe(404)
    expect((await gerd(paths.versionName(one.group, other.document, strange), { form: { name: 'x' } })).status).toBe(
      404,
    )
    expect((await gerd(paths.versionRestoration(one.group, other.document, strange), { form: {} })).status).toBe(404)
    expect((await gerd(`${paths.versions(one.group, one.document)}?before=gestern`)).status).toBe(200)
  })
})

describe('a guest of the paper', () => {
  test('reads and compares frozen versions, and sees nothing of the states in between', async () => {
    const { document, point, group } = await written('di')
    await w.db.insert(documentGuests).values({ documentId: document.id, personId: w.people.vera.id })
    const page = await html(vera(paths.versions(group, document)))
    expect([page.includes('Fassung\u00A01'), page.includes('nach der Sitzung')]).toEqual([true, false])
    expect((await vera(paths.version(group, document, point.id))).status).toBe(404)
    expect((await vera(paths.versionDifference(group, document, { older: 'v1', newer: 'now' }))).status).toBe(200)
    expect((await vera(paths.versionDifference(group, document, { older: point.id, newer: 'now' }))).status).toBe(422)
    const refused = [
      vera(paths.versions(group, document), { form: { name: '' } }),
      vera(paths.versionName(group, document, point.id), { form: { name: 'x' } }),
      vera(paths.versionRestoration(group, document, 'v1'), { form: {} }),
    ]
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 403, 403])
  })
})

test('to everybody else it is not there', async () => {
  const { document, point, group } = await written('en')
  const tries = [
    nele(paths.versions(group, document)),
    nele(paths.version(group, document, point.id)),
    nele(paths.versionDifference(group, document, { older: 'v1', newer: 'now' })),
    nele(paths.versionRestoration(group, document, 'v1'), { form: {} }),
    nele(paths.versions(group, document), { form: { name: 'x' } }),
  ]
  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
})

test('what is archived stays as it is', async () => {
  const { document, group } = await written('en')
  await w.db.execute(sql`update documents set stage = 'archived' where id = ${document.id}`)
  expect((await gerd(paths.versionRestoration(group, document, 'v1'), { form: {} })).status).toBe(403)
  expect(await html(gerd(paths.snapshot(group, document, 1)))).not.toContain('wiederherstellen?')
})
