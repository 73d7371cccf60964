import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentRemarks, documentThreads } from '#src/documents/comments/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import { documentCollisions, documents } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { png } from '../documents/attachments/pictures.ts'
import { talking } from '../documents/comments/setting.ts'
import { papers, text } from '../documents/stages/setting.ts'
import { instead } from '../documents/suggestions/proposing.ts'
import type { Sending } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { suggest } from './closed-text.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})

type Paper = { id: string }

const write = (): Promise<Paper> =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: w.groups.en.id, actorId: w.people.swantje.id, kind: 'position', title: 'Wärme' },
      content: text('Ein Anfang ist gemacht.'),
    }),
  )

const collisionIn = async ({ id: documentId }: Paper) => {
  const sentence = { before: 'Ein Anfang', mine: 'Kein Anfang', theirs: 'Der Anfang', position: {} }
  const facts = { ...sentence, documentId, personId: w.people.gerd.id }
  const [collision] = await w.db.insert(documentCollisions).values(facts).returning()
  return collision ?? { id: '' }
}

/** Every way in which words or pictures come into a text, and its title to another one. */
async function waysInto(paper: Paper, suggestion: string): Promise<[string, Sending][]> {
  const { en } = w.groups
  const position = JSON.stringify({ from: {}, to: {} })
  const told = { before: 'a', mine: 'b', theirs: 'c', position }
  return [
    [paths.suggestionAcceptance(en, paper, { id: suggestion }), { form: {} }],
    [paths.suggestionRejection(en, paper, { id: suggestion }), { form: {} }],
    [paths.suggestionAcceptances(en, paper, w.people.gerd), { form: {} }],
    [paths.suggestionRejections(en, paper, w.people.gerd), { form: {} }],
    [paths.attachments(en, paper), { method: 'POST', body: png() }],
    [paths.collisions(en, paper), { form: told }],
    [paths.collisionSettlement(en, paper, await collisionIn(paper)), { form: {} }],
    [paths.documentTitle(en, paper), { form: { title: 'Anders' } }],
    [paths.snapshots(en, paper), { form: { note: '' } }],
    [paths.versions(en, paper), { form: { name: 'Anders' } }],
    [paths.editions(en, paper), { form: { programme: 'P', version: '1', pasted: 'Kap. 1\tWorte.' } }],
  ]
}

async function statuses(person: PersonKey, ways: [string, Sending][]): Promise<[string, number][]> {
  const browse = await w.as(person)
  const answers: [string, number][] = []
  for (const [path, sending] of ways) answers.push([path, (await browse(path, sending)).status])
  return answers
}

describe('nothing comes by any way', () => {
  test('into what new texts begin with, but from those who look after it', async () => {
    await (await w.as('swantje'))(paths.template(w.groups.en, 'position'), { form: {} })
    const own = and(eq(documents.groupId, w.groups.en.id), eq(documents.isTemplate, true))
    const [template] = await w.db.select({ id: documents.id }).from(documents).where(own)
    const paper = template ?? { id: '' }
    const suggestion = await suggest(w, 'gerd', paper, (editor) => editor.change((tr) => tr.insertText('Anders', 1, 1)))
    const ways = await waysInto(paper, suggestion)
    expect((await statuses('gerd', ways)).filter(([, status]) => status !== 403)).toEqual([])
    expect((await statuses('swantje', ways.slice(0, 1)))[0]?.[1]).toBe(303)
  })

  test('into what was laid aside, from nobody', async () => {
    const paper = await write()
    const suggestion = await suggest(w, 'gerd', paper, instead('Anfang', 'Ende'))
    await (await w.as('swantje'))(paths.archiving(w.groups.en, paper), { form: { reason: 'Erledigt' } })
    const ways = await waysInto(paper, suggestion)
    for (const person of ['gerd', 'swantje'] as const)
      expect((await statuses(person, ways)).filter(([, status]) => status !== 403)).toEqual([])
  })
})

test('through the window to one version nobody reaches what is said beside the draft (S-44)', async () => {
  const { document, ...referral } = await papers(w).sendText('Was gesendet ist')
  const { thread } = await talking(w, { ...document }).begin('tarek', 'Unter uns')
  const [remark] = await w.db.select().from(documentRemarks).where(eq(documentRemarks.threadId, thread))
  const window = { id: referral.id, through: 'referrals' as const }
  const said = { id: remark?.id ?? '' }
  for (const [person, group] of [
    ['kemal', w.groups.kk],
    ['tarek', w.groups.en],
  ] as const) {
    const ways = [
      paths.remarks(group, window, { id: thread }),
      paths.threadResolution(group, window, { id: thread }),
      paths.threadReopening(group, window, { id: thread }),
      paths.remark(group, window, said),
      paths.remarkDeletion(group, window, said),
      paths.mentionReading(group, window, said),
    ].map((path): [string, Sending] => [path, { form: { words: 'Hallo' } }])
    expect((await statuses(person, ways)).filter(([, status]) => status !== 404)).toEqual([])
    expect(await (await (await w.as(person))(paths.threads(group, window))).text()).not.toContain('Unter uns')
  }
  expect(await w.db.$count(documentThreads, eq(documentThreads.documentId, document.id))).toBe(1)
})
