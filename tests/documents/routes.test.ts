import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import { field } from '#src/documents/markup.ts'
import { documents, documentUpdates } from '#src/documents/schema.ts'
import { german } from '#src/documents/templates/german.ts'
import { paths } from '#src/paths.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { docx, heading, para, picture, run } from './zip.ts'

let w: World
let swantje: Browse
let gerd: Browse
let vera: Browse

beforeAll(async () => {
  w = await world()
  ;[swantje, gerd, vera] = await Promise.all([w.as('swantje'), w.as('gerd'), w.as('vera')])
})

const p = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
const doc = (...content: Content[]): Content => ({ type: 'doc', content })
const html = async (answer: Response | Promise<Response>) => (await answer).text()

const write = (fields: Partial<Parameters<typeof createDocument>[2]> = {}) =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      groupId: w.groups.en.id,
      actorId: w.people.swantje.id,
      kind: 'position',
      title: 'Energie bleibt im Dorf',
      content: doc(p('Wer neben dem Windrad wohnt, soll daran verdienen.')),
      ...fields,
    }),
  )

/** What an editor would send: one more paragraph at the end. */
async function type(document: { id: string }, words: string): Promise<void> {
  const draft = new Y.Doc()
  Y.applyUpdate(draft, await currentState(w.db, document.id))
  const before = Y.encodeStateVector(draft)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  draft.getXmlFragment(field).push([paragraph])
  const bytes = Y.encodeStateAsUpdate(draft, before)
  await w.db.insert(documentUpdates).values({ documentId: document.id, bytes, personId: w.people.gerd.id })
}

const begin = (fields: Record<string, string | File>, who = swantje) =>
  who(paths.documents(w.groups.en), { form: { kind: 'position', title: '', start: 'template', pasted: '', ...fields } })

const newest = async () => {
  const [document] = await w.db.select().from(documents).orderBy(desc(documents.createdAt)).limit(1)
  if (!document) throw new Error('no document')
  return document
}

const contentNow = async ({ id }: { id: string }) => contentOf(await currentState(w.db, id))

describe('a new text', () => {
  test('begins with the template of its kind, ready to type', async () => {
    const sent = await begin({ title: 'Larn fährt Rad', kind: 'event_concept' })
    const document = await newest()
    expect([sent.status, sent.headers.get('location')]).toEqual([303, paths.editDocument(w.groups.en, document)])
    expect(document).toMatchObject({ title: 'Larn fährt Rad', kind: 'event_concept', stage: 'draft' })
    expect(await contentNow(document)).toEqual(german.event_concept)
  })

  test('begins with a blank page', async () => {
    await begin({ title: 'Leeres Blatt', start: 'blank' })
    expect(await contentNow(await newest())).toEqual(doc({ type: 'paragraph' }))
  })

  test('begins with a file from Word, whose heading is the title', async () => {
    const bytes = docx(heading(1, 'Leitbild') + heading(2, 'Der Wandel') + para(run('ist Realität') + picture('i1')), {
      i1: { kind: 'image', target: 'media/1.png' },
    })
    const sent = await begin({ start: 'file', file: new File([bytes], 'irgendwas.pdf') })
    const document = await newest()
    expect(sent.headers.get('location')).toBe(paths.importedDocument(w.groups.en, document))
    expect(document.title).toBe('Leitbild')
    expect((await contentNow(document)).content?.map(({ type }) => type)).toEqual(['heading', 'paragraph'])
    const page = await html(swantje(sent.headers.get('location') ?? ''))
    expect(page).toContain('Ein Bild ist nicht mitgekommen. ')
    const [event] = await w.db.select().from(events).where(eq(events.subjectId, document.id))
    expect(event).toMatchObject({ kind: 'document.imported', facts: { title: 'Leitbild' } })
  })

  test('takes its title from the name of the file when there is no heading', async () => {
    await begin({ start: 'file', file: new File(['Nur ein Satz.'], 'Brief an den Kreis.md') })
    expect((await newest()).title).toBe('Brief an den Kreis')
  })

  test('begins with what was pasted', async () => {
    await begin({ title: 'Eingefügt', start: 'pasted', pasted: '- Wärme\n- Strom' })
    expect((await contentNow(await newest())).content?.[0]?.type).toBe('bulletList')
  })

  test.each<[string, Record<string, string | File>, string]>([
    ['without a title', { title: ' ' }, 'Der Text braucht einen Titel.'],
    ['of an unknown kind', { title: 'X', kind: 'decree' }, 'Bitte wähle, was es wird.'],
    ['without a file', { start: 'file', file: new File([], '') }, 'Bitte wähle eine Datei aus.'],
    ['without anything pasted', { title: 'X', start: 'pasted' }, 'Bitte füge den Text hier ein.'],
    [
      'with a file that is too large',
      { start: 'file', file: new File([new Uint8Array(34 * 1024 * 1024)], 'a.docx') },
      'Diese Datei ist zu groß (34\u00A0MB). Bis 20\u00A0MB geht es.',
    ],
    [
      'with a broken archive',
      { start: 'file', file: new File(['PK\u0003\u0004'], 'a.docx') },
      'Diese Datei lässt sich nicht lesen.',
    ],
    ['with a PDF', { start: 'file', file: new File(['%PDF-1.7'], 'a.docx') }, 'Aus einem PDF'],
  ])('is refused %s, and what was typed stays', async (_why, fields, sentence) => {
    const before = (await w.db.select().from(documents)).length
    const sent = await begin({ title: 'Bleibt stehen', ...fields })
    const page = await sent.text()
    expect([sent.status, page.includes(sentence)]).toEqual([422, true])
    if (!('title' in fields)) expect(page).toContain('value="Bleibt stehen"')
    expect((await w.db.select().from(documents)).length).toBe(before)
  })

  test('S-53: a title is cleaned of what no database takes', async () => {
    await begin({ title: 'Null\u0000 und\u202E Richtung\uD800', start: 'blank' })
    expect((await newest()).title).toBe('Null und Richtung\uFFFD')
  })

  test('is not for guests', async () => {
    expect((await vera(paths.newDocument(w.groups.di))).status).toBe(403)
    expect((await vera(paths.documents(w.groups.di), { form: { kind: 'decree' } })).status).toBe(403)
  })
})

describe('reading', () => {
  test('shows the draft with what was typed last, its outline and where it stands', async () => {
    const heading = (words: string): Content => ({ ...p(words), type: 'heading', attrs: { level: 2 } })
    const document = await write({
      content: doc(heading('Was wir fordern'), p('Anteile'), heading('Womit wir anfangen')),
    })
    await type(document, 'Mit einer Anlage.')
    const page = await html(gerd(paths.document(w.groups.en, document)))
    expect(page).toContain('<h2 id="s1">Was wir fordern<')
    expect(page).toContain('<a href="#s2">Womit wir anfangen</a>')
    expect(page).toContain('<p>Mit einer Anlage.<')
    expect(page).toContain('Entwurf')
    expect(page).toContain('Bearbeiten')
  })

  test('says so when there is nothing to read', async () => {
    const document = await write({ content: doc({ type: 'paragraph' }) })
    expect(await html(gerd(paths.document(w.groups.en, document)))).toContain('Hier steht noch nichts.')
  })

  test('the list has the last changed text on top', async () => {
    const document = await write({ title: 'Ganz oben' })
    const page = await html(gerd(paths.documents(w.groups.en)))
    expect(page).toContain(paths.document(w.groups.en, document))
    expect(page.indexOf('Ganz oben')).toBeLessThan(page.indexOf('Energie bleibt im Dorf'))
  })

  test('what is no id, and what belongs to another group, is not there', async () => {
    const document = await write()
    const nele = await w.as('nele')
    for (const [who, path] of [
      [gerd, '/groups/en/documents/1'],
      [gerd, paths.document(w.groups.en, { id: randomUUID() })],
      [nele, paths.document(w.groups.lw, document)],
      [nele, paths.document(w.groups.en, document)],
      [await w.as('henrike'), paths.document(w.groups.en, document)],
    ] as const) {
      expect((await who(path)).status).toBe(404)
    }
  })
})

describe('a guest', () => {
  test('reads the papers that the lead has opened to them, and no others', async () => {
    const of = { groupId: w.groups.di.id, actorId: w.people.piet.id }
    const [open, closed] = [await write({ ...of, title: 'Für Gäste' }), await write({ ...of, title: 'Nur für uns' })]
    const piet = await w.as('piet')
    const invite = { form: { guest: w.people.vera.id } }
    expect((await piet(paths.documentGuests(w.groups.di, open), invite)).status).toBe(303)
    expect((await piet(paths.documentGuests(w.groups.di, open), invite)).status).toBe(303)

    const page = await html(vera(paths.document(w.groups.di, open)))
    expect(page).toContain('Du liest hier als Gast.')
    expect(page).not.toContain('Bearbeiten')
    expect((await vera(paths.document(w.groups.di, closed))).status).toBe(404)
    expect((await vera(paths.editDocument(w.groups.di, open))).status).toBe(403)
    expect((await vera(paths.snapshots(w.groups.di, open), { form: { note: '' } })).status).toBe(403)
    expect((await vera(paths.documentTitle(w.groups.di, open), { form: { title: '' } })).status).toBe(403)
    const list = await html(vera(paths.documents(w.groups.di)))
    expect([list.includes('Für Gäste'), list.includes('Nur für uns')]).toEqual([true, false])
    expect((await html(piet(paths.document(w.groups.di, open)))).match(/Gäste, die mitlesen: Vera/)).not.toBeNull()
  })

  test('can only be invited by the lead, and only if they are a guest of the group', async () => {
    const document = await write()
    const path = paths.documentGuests(w.groups.en, document)
    expect((await gerd(path, { form: { guest: w.people.vera.id } })).status).toBe(403)
    const sent = await swantje(path, { form: { guest: w.people.vera.id } })
    expect([sent.status, (await sent.text()).includes('kein Gast der Gruppe')]).toEqual([422, true])
    expect((await swantje(path, { form: { guest: "x' or 1=1" } })).status).toBe(422)
  })
})

describe('the title', () => {
  test('can be changed by every member', async () => {
    const document = await write()
    expect(
      (await gerd(paths.documentTitle(w.groups.en, document), { form: { title: 'Energie für alle' } })).status,
    ).toBe(303)
    expect(await html(gerd(paths.document(w.groups.en, document)))).toContain('Energie für alle')
    const kinds = await w.db.select({ kind: events.kind }).from(events).where(eq(events.subjectId, document.id))
    expect(kinds.map(({ kind }) => kind)).toEqual(['document.created', 'document.renamed'])
  })

  test('cannot be empty, and what was typed elsewhere is not lost', async () => {
    const document = await write()
    const sent = await gerd(paths.documentTitle(w.groups.en, document), { form: { title: '  ' } })
    expect([sent.status, (await sent.text()).includes('Der Text braucht einen Titel.')]).toEqual([422, true])
  })
})

describe('a version', () => {
  const freeze = (document: { id: string }, note = '') =>
    gerd(paths.snapshots(w.groups.en, document), { form: { note } })
  const freezeElsewhere = (document: { id: string }) =>
    swantje(paths.snapshots(w.groups.en, document), { form: { note: '' } })

  test('keeps what it said when the draft goes on, and shows word by word what came after', async () => {
    const document = await write()
    const frozen = await freeze(document, 'für die Sitzung')
    expect(frozen.headers.get('location')).toBe(paths.snapshot(w.groups.en, document, 1))
    await type(document, 'Und die Gemeinde auch.')
    expect(await html(gerd(paths.draftDifference(w.groups.en, document)))).toContain(
      '<ins>Und die Gemeinde auch.</ins>',
    )
    await freeze(document)

    const first = await html(gerd(paths.snapshot(w.groups.en, document, 1)))
    expect(first).toContain('für die Sitzung')
    expect(first).not.toContain('Gemeinde')
    const difference = await html(gerd(paths.difference(w.groups.en, document, 2)))
    expect(difference).toContain('<ins>Und die Gemeinde auch.</ins>')
    expect(difference).toContain('1\u00A0Stelle geändert')
    expect((await gerd(paths.difference(w.groups.en, document, 1))).status).toBe(404)
    expect((await gerd(paths.snapshot(w.groups.en, document, 3))).status).toBe(404)
    const page = await html(gerd(paths.document(w.groups.en, document)))
    expect(page).toContain('Fassung\u00A02')
    expect(page).toContain('Unterschied ansehen')
  })

  test('is not made twice of the same text', async () => {
    const document = await write()
    await freeze(document)
    expect(await html(freezeElsewhere(document))).toContain('Seit Fassung\u00A01 hat sich nichts geändert.')
    expect((await gerd(paths.snapshot(w.groups.en, document, 2))).status).toBe(404)
  })
})

test('the editor has its own page, and its own script is only loaded there', async () => {
  const document = await write()
  const page = await html(gerd(paths.editDocument(w.groups.en, document)))
  expect(page).toContain(`data-sync="${paths.documentSync(w.groups.en, document)}"`)
  expect(page).toContain('documents-editor')
  expect(await html(gerd(paths.document(w.groups.en, document)))).not.toContain('documents-editor')
})

test('a long list begins with the texts last written and shows older ones when asked', async () => {
  const piet = await w.as('piet')
  const of = { groupId: w.groups.di.id, kind: 'position', createdById: w.people.piet.id } as const
  await w.db
    .insert(documents)
    .values(
      Array.from({ length: 60 }, (_, n) => ({ ...of, title: `Text Nr. ${n}.`, editedAt: new Date(2020, 0, 1 + n) })),
    )
  const list = paths.documents(w.groups.di)
  const first = await html(piet(list))
  const older = paths.moreDocuments(w.groups.di, 100)
  expect([first.includes('Text Nr. 59.'), first.includes('Text Nr. 0.'), first.includes(older)]).toEqual([
    true,
    false,
    true,
  ])
  const all = await html(piet(older))
  expect([all.includes('Text Nr. 0.'), all.includes('Ältere zeigen')]).toEqual([true, false])
  expect((await piet(`${list}?shown=-1`)).status).toBe(200)
})
