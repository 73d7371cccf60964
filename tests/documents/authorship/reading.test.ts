import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { copySnapshotToDraft, createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import type { Content } from '#src/documents/markup.ts'
import { type Document, documentAuthors, documentGuests, documentUpdates } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { between } from '../../referrals/setting.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { Typist } from './typing.ts'

let w: World
let gerd: Browse

beforeAll(async () => {
  w = await world()
  gerd = await w.as('gerd')
})

const nbsp = '\u00A0'
const p = (words: string): Content => ({ type: 'paragraph', content: words ? [{ type: 'text', text: words }] : [] })

const begin = (words: string, more: Partial<Parameters<typeof createDocument>[2]> = {}) => {
  const of = { groupId: w.groups.en.id, actorId: w.people.swantje.id, kind: 'position' as const, title: 'Nahwärme' }
  const content = { type: 'doc', content: [p(words)] }
  return change(w.ports, (tx, record) => createDocument(tx, record, { ...of, content, ...more }))
}

/** What the guard stores of somebody's first words: the change, whose client id that is, and since when. */
async function write(document: Document, clientId: number, person: PersonKey, day: string, words: string) {
  const typist = new Typist(clientId).take(await currentState(w.db, document.id)).paragraph(words)
  const personId = w.people[person].id
  const of = { documentId: document.id, personId }
  await w.db.insert(documentUpdates).values({ ...of, bytes: typist.state() })
  await w.db.insert(documentAuthors).values({ ...of, clientId, boundAt: new Date(`${day}T10:00:00Z`) })
}

const read = async (document: Document, browser = gerd) =>
  (await browser(paths.documentWithAuthors(w.groups.en, document))).text()

const legendIn = (html: string) =>
  [...(html.match(/<ul class="plain authors">.*?<\/ul>/s)?.[0] ?? '').matchAll(/<li.*?<\/li>/gs)].map(([entry]) =>
    entry.replace(/<[^>]*>/g, ''),
  )

test('the draft shows who wrote what, in order of their coming, with words and days', async () => {
  const document = await begin('')
  await write(document, 11, 'swantje', '2025-05-14', 'Wärme bleibt im Dorf.')
  await write(document, 22, 'tarek', '2025-06-02', 'Und das Geld bleibt auch.')
  await write(document, 33, 'swantje', '2025-06-20', 'Beides zusammen.')
  const html = await read(document)
  expect(legendIn(html)).toEqual([
    `SKSwantje Kieselbach · 6${nbsp}Wörter · seit 14.${nbsp}Mai 2025, zuletzt 20.${nbsp}Juni 2025`,
    `TLTarek Lindhövel · 5${nbsp}Wörter · seit 2.${nbsp}Juni 2025`,
  ])
  expect(html).toMatch(
    /<p><span class="by" data-who="2" data-line="2"><a class="by-sign" href="#by-2" [^>]*aria-label="Tarek Lindhövel">TL<\/a>Und das Geld bleibt auch.<\/span>/,
  )
})

test('without asking for it the text stands there as ever, with a way to the names and back', async () => {
  const document = await begin('')
  await write(document, 11, 'swantje', '2025-05-14', 'Wärme bleibt im Dorf.')
  const html = await (await gerd(paths.document(w.groups.en, document))).text()
  expect(html).toContain('<p>Wärme bleibt im Dorf.<')
  expect(html).toContain(`href="${paths.documentWithAuthors(w.groups.en, document)}"`)
  expect(await read(document)).toContain(`href="${paths.document(w.groups.en, document)}"`)
})

test('a refresh of the page with the names asks for the page with the names', async () => {
  const document = await begin('Wärme bleibt im Dorf.')
  const page = paths.documentWithAuthors(w.groups.en, document)
  expect(await read(document)).toMatch(new RegExp(`id="paper-body"[^>]*hx-get="${page.replace('?', '\\?')}"`))
})

test('who was seen writing later than the tab was opened is dated by that', async () => {
  const document = await begin('')
  await write(document, 11, 'swantje', '2025-05-14', 'Wärme bleibt im Dorf.')
  await w.db.insert(events).values({
    ...{ kind: 'document.edited', groupId: w.groups.en.id, subjectId: document.id, actorId: w.people.swantje.id },
    createdAt: new Date('2025-05-17T09:00:00Z'),
  })
  expect(legendIn(await read(document))[0]).toContain(`seit 14.${nbsp}Mai 2025, zuletzt 17.${nbsp}Mai 2025`)
})

test('whose words are all gone is not listed, and nobody’s colour changes by it', async () => {
  const document = await begin('')
  await write(document, 11, 'swantje', '2025-05-14', 'Kommt weg.')
  await write(document, 22, 'tarek', '2025-06-02', 'Und das Geld bleibt auch.')
  const typist = new Typist(44).take(await currentState(w.db, document.id))
  typist.body.delete(1, 1)
  const of = { documentId: document.id, personId: w.people.gerd.id }
  await w.db.insert(documentUpdates).values({ ...of, bytes: typist.state() })
  const html = await read(document)
  expect(legendIn(html)).toHaveLength(1)
  expect(html).toContain('<li id="by-2" data-who="2">')
})

test('seven people are told apart: the seventh has a colour that is taken, and a line of their own', async () => {
  const document = await begin('')
  const seven: PersonKey[] = ['swantje', 'tarek', 'bjarne', 'gerd', 'fritjof', 'vera', 'vincent']
  for (const [index, person] of seven.entries())
    await write(document, 100 + index, person, `2025-05-1${index}`, `Das sind meine ${index} Worte.`)
  const looks = [...(await read(document)).matchAll(/<span class="by" data-who="(\d)" data-line="(\d)">/g)]
  expect(new Set(looks.map(([, who, line]) => `${who} ${line}`)).size).toBe(7)
  expect(looks.map(([, who]) => who)).toEqual(['1', '2', '3', '4', '5', '6', '1'])
})

test('words taken over from a version say so, and from which', async () => {
  const { snapshot } = await between(w).text('Wärme für Tannrode', 'Wärme fehlt ganz.')
  const of = { snapshot, groupId: w.groups.en.id, actorId: w.people.swantje.id }
  const document = await change(w.ports, (tx, record) => copySnapshotToDraft(tx, record, of))
  await write(document, 22, 'tarek', '2025-06-02', 'Jetzt nicht mehr ganz.')
  expect(legendIn(await read(document))).toEqual([
    `TLTarek Lindhövel · 4${nbsp}Wörter · seit 2.${nbsp}Juni 2025`,
    `F1aus Fassung${nbsp}1 übernommen von „Wärme für Tannrode“ · 3${nbsp}Wörter`,
  ])
})

test('words of a file are with whoever brought it, and those of a template are the template’s', async () => {
  const brought = legendIn(
    await read(
      await begin('Vier Worte von anderswo.', {
        imported: { fileName: 'anderswo.docx', pictures: [], threads: [], report: {} },
      }),
    ),
  )
  expect(brought[0]).toMatch(/^Daus einer Datei, von Swantje Kieselbach mitgebracht · 4\u00A0Wörter · seit /)
  const template = legendIn(await read(await begin('Was wir fordern')))
  expect(template[0]).toMatch(/^Vaus der Vorlage, von Swantje Kieselbach begonnen · 3\u00A0Wörter · seit /)
})

test('who begins with a template and writes later is dated by the writing', async () => {
  const document = await begin('Was wir fordern')
  await write(document, 11, 'swantje', '2027-05-14', 'Ein Drittel für alle.')
  expect(legendIn(await read(document))[0]).toBe(`SKSwantje Kieselbach · 4${nbsp}Wörter · seit 14.${nbsp}Mai 2027`)
})

test('words from before anything was recorded are nobody’s, and no one is guessed', async () => {
  const document = await begin('')
  const typist = new Typist(77).take(await currentState(w.db, document.id)).paragraph('Wer war das?')
  const of = { documentId: document.id, personId: w.people.gerd.id }
  await w.db.insert(documentUpdates).values({ ...of, bytes: typist.state() })
  expect(legendIn(await read(document))).toEqual([`?von wem, wurde noch nicht festgehalten · 3${nbsp}Wörter`])
})

test('words under a name are only ever text', async () => {
  const document = await begin('')
  await write(document, 11, 'swantje', '2025-05-14', '<script>alert(1)</script> und mehr Worte')
  expect(await read(document)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('an empty text asks for no names', async () => {
  const html = await read(await begin(''))
  expect([html.includes('Hier steht noch nichts.'), html.includes('Ohne Namen lesen')]).toEqual([true, false])
})

test('in English as well', async () => {
  const document = await begin('')
  await write(document, 11, 'swantje', '2025-05-14', 'Wärme bleibt im Dorf.')
  const answer = await gerd(paths.documentWithAuthors(w.groups.en, document), { headers: { 'Accept-Language': 'en' } })
  expect(legendIn(await answer.text())).toEqual([`SKSwantje Kieselbach · 4${nbsp}words · since 14${nbsp}May 2025`])
})

test('the editor learns whose client ids it meets, from the server alone', async () => {
  const document = await begin('')
  await write(document, 11, 'swantje', '2025-05-14', 'Wärme bleibt im Dorf.')
  const answer = await gerd(paths.documentAuthors(w.groups.en, document))
  expect(await answer.json()).toMatchObject({
    authors: {
      11: { id: w.people.swantje.id, name: 'Swantje Kieselbach', since: '2025-05-14T10:00:00.000Z' },
    },
  })
})

test('who may not read the text hears nothing of its authors; a guest who was invited does', async () => {
  const document = await begin('Wärme bleibt im Dorf.')
  const nele = await w.as('nele')
  const foreign = [paths.documentAuthors(w.groups.en, document), paths.documentWithAuthors(w.groups.en, document)]
  for (const path of foreign) expect((await nele(path)).status).toBe(404)
  const elsewhere = paths.documentAuthors(w.groups.lw, document)
  expect((await nele(elsewhere)).status).toBe(404)
  const guest = {
    groupId: w.groups.en.id,
    personId: w.people.vera.id,
    standing: 'guest',
    endsOn: '2099-12-31',
  } as const
  await w.db.insert(memberships).values({ ...guest, votes: false })
  const vera = await w.as('vera')
  for (const path of foreign) expect((await vera(path)).status).toBe(404)
  await w.db.insert(documentGuests).values({ documentId: document.id, personId: w.people.vera.id })
  for (const path of foreign) expect((await vera(path)).status).toBe(200)
})
