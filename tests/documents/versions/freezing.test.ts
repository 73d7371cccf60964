import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { change } from '#src/activity/model.ts'
import { events } from '#src/activity/schema.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { copySnapshotToDraft, createDocument } from '#src/documents/creating.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { type Content, field } from '#src/documents/markup.ts'
import { documentEntries, recentDocuments } from '#src/documents/model.ts'
import { type Document, documentStates, documents, documentUpdates } from '#src/documents/schema.ts'
import { checksumOf } from '#src/documents/versions/checksum.ts'
import { freeze, freezeDraft } from '#src/documents/versions/freezing.ts'
import { findSnapshot, groupSnapshots, snapshotById } from '#src/documents/versions/snapshots.ts'
import type { Actor } from '#src/groups/actor.ts'
import { type World, world } from '../../support/world.ts'

let w: World
let swantje: Actor
let gerd: Actor

beforeAll(async () => {
  w = await world()
  swantje = await w.actor('swantje', 'en')
  gerd = await w.actor('gerd', 'en')
})

const content: Content = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Ein ' },
        { type: 'text', text: 'Drittel', marks: [{ type: 'bold' }] },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wärme' }] }] }],
    },
  ],
}

const write = (title = 'Energie bleibt im Dorf') =>
  change(w.ports, (tx, record) =>
    createDocument(tx, record, {
      groupId: w.groups.en.id,
      actorId: swantje.person.id,
      kind: 'position',
      title,
      content,
    }),
  )

const frozen = (document: Document, actor = gerd, note?: string) =>
  change(w.ports, (tx, record) => freezeDraft(tx, record, document, actor, note))

async function type(document: { id: string }, words: string): Promise<void> {
  const draft = new Y.Doc()
  Y.applyUpdate(draft, await currentState(w.db, document.id))
  const before = Y.encodeStateVector(draft)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  draft.getXmlFragment(field).push([paragraph])
  const bytes = Y.encodeStateAsUpdate(draft, before)
  await w.db.insert(documentUpdates).values({ documentId: document.id, bytes, personId: gerd.person.id })
}

describe('a new document', () => {
  test('has its first state from the beginning, and says that it was created', async () => {
    const document = await write()
    expect(contentOf(await currentState(w.db, document.id))).toEqual(content)
    expect(document).toMatchObject({
      plainText: 'Ein Drittel\nWärme',
      wordCount: 3,
      stage: 'draft',
      editedById: swantje.person.id,
    })
    const happened = await w.db.select().from(events).where(eq(events.subjectId, document.id))
    expect(happened).toMatchObject([
      { kind: 'document.created', facts: { title: 'Energie bleibt im Dorf', kind: 'position' } },
    ])
  })

  test('is there with its state or not at all', async () => {
    const broken = { type: 'doc', content: [{ type: 'unknown' }] }
    const attempt = change(w.ports, (tx, record) =>
      createDocument(tx, record, {
        groupId: w.groups.en.id,
        actorId: swantje.person.id,
        kind: 'position',
        title: 'Halb',
        content: broken,
      }),
    )
    await expect(attempt).rejects.toThrow()
    expect((await documentEntries(w.db, swantje)).some(({ title }) => title === 'Halb')).toBe(false)
    expect(await w.db.select().from(documentStates)).toHaveLength((await documentEntries(w.db, swantje)).length)
  })
})

describe('freezing', () => {
  test('takes title and text as they are stored, log included, and numbers from one', async () => {
    const document = await write()
    await type(document, 'Und die Gemeinde.')
    const { snapshot, isNew } = await frozen(document, gerd, 'für die Sitzung')
    expect(isNew).toBe(true)
    expect(snapshot).toMatchObject({
      number: 1,
      title: document.title,
      note: 'für die Sitzung',
      createdById: gerd.person.id,
      groupId: w.groups.en.id,
    })
    expect(snapshot.plainText).toBe('Ein Drittel\nWärme\nUnd die Gemeinde.')
    const kinds = await w.db.select().from(events).where(eq(events.subjectId, document.id))
    expect(kinds.at(-1)).toMatchObject({ kind: 'document.frozen', facts: { number: '1' } })
  })

  test('gives the last version again when nothing has changed, and a new one when only the title has', async () => {
    const document = await write()
    const first = await change(w.ports, (tx, record) => freeze(tx, record, document, gerd))
    expect(await frozen(document, swantje)).toEqual({ snapshot: first, isNew: false })
    await w.db.update(documents).set({ title: 'Anders' }).where(eq(documents.id, document.id))
    expect((await frozen(document)).snapshot).toMatchObject({ number: 2, title: 'Anders' })
  })

  test('ten at once while somebody types get numbers without gaps and twins', async () => {
    const document = await write()
    const versions = await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        await type(document, `Satz ${n}`)
        return frozen(document)
      }),
    )
    const fresh = versions.filter(({ isNew }) => isNew).map(({ snapshot }) => snapshot.number)
    expect(fresh.sort((one, other) => one - other)).toEqual(Array.from({ length: fresh.length }, (_, n) => n + 1))
    expect(new Set(versions.map(({ snapshot }) => snapshot.checksum)).size).toBe(fresh.length)
    expect((await frozen(document)).snapshot.plainText.match(/Satz/g)).toHaveLength(10)
  })

  test('the checksum can be computed again from what is stored, for ever', async () => {
    const { snapshot } = await frozen(await write())
    const stored = await snapshotById(w.db, snapshot.id)
    expect(stored && (await checksumOf(stored))).toBe(snapshot.checksum)
    expect(snapshot.checksum).toBe(await checksumOf({ content, title: 'Energie bleibt im Dorf' }))
    expect(await checksumOf({ title: 'x', content: { b: [1, undefined], a: null } })).toBe(
      await checksumOf({ content: { a: null, b: [1, null] }, title: 'x' }),
    )
    expect(await checksumOf({ title: 'Larn', content: { type: 'doc' } })).toBe(
      '181daa2df2cf68c73e3f8494c9ad2484a4466e02554860019c291b66803a4c05',
    )
  })

  test('does not wait for those who type, and they do not wait for it', async () => {
    const document = await write()
    await change(w.ports, async (tx, record) => {
      await freeze(tx, record, document, gerd)
      await type(document, 'währenddessen')
    })
    expect((await frozen(document)).snapshot.plainText).toContain('währenddessen')
  })
})

describe('a version', () => {
  test('is found in its own group and nowhere else', async () => {
    const { snapshot } = await frozen(await write('Nur hier'))
    expect(await findSnapshot(w.db, w.groups.en.id, snapshot.id)).toEqual(snapshot)
    expect(await findSnapshot(w.db, w.groups.lw.id, snapshot.id)).toBeNull()
    expect((await groupSnapshots(w.db, w.groups.en.id))[0]).toMatchObject({
      id: snapshot.id,
      title: 'Nur hier',
      number: 1,
      documentId: snapshot.documentId,
    })
  })

  test('can begin a new draft, also in another group', async () => {
    const { snapshot } = await frozen(await write())
    const copy = await change(w.ports, (tx, record) =>
      copySnapshotToDraft(tx, record, { snapshot, groupId: w.groups.lw.id, actorId: w.people.nele.id }),
    )
    expect(copy).toMatchObject({
      groupId: w.groups.lw.id,
      title: snapshot.title,
      kind: 'position',
      copiedFromId: snapshot.id,
      stage: 'draft',
    })
    expect(contentOf(await currentState(w.db, copy.id))).toEqual(content)
  })
})

test('the latest texts of a group, as far as somebody may read them', async () => {
  const document = await write('Zuletzt')
  const [latest] = await recentDocuments(w.db, swantje, 1)
  expect(latest).toMatchObject({ id: document.id, title: 'Zuletzt', editedBy: swantje.person.name })
})
