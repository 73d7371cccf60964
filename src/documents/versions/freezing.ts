import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { contentOf } from '../content/codec.ts'
import { plainTextOf } from '../content/plain-text.ts'
import { currentState } from '../editing/log.ts'
import { type Document, documents, type Snapshot, snapshots } from '../schema.ts'
import { checksumOf } from './checksum.ts'
import { markWriters, takePoint } from './points.ts'
import { latestSnapshot } from './snapshots.ts'
import { waitingWriters } from './waiting-writers.ts'

export interface Frozen {
  snapshot: Snapshot
  /** False when nothing had changed since the version before, which then is the answer. */
  isNew: boolean
}

/**
 * Makes the next numbered version out of what is stored (`DOMAIN.md 3.5`). Whoever wants what is being typed in it too
 * lets the room settle before the transaction begins.
 */
export async function freezeDraft(
  tx: Database,
  record: RecordEvent,
  { id, groupId }: Pick<Document, 'id' | 'groupId'>,
  actor: Pick<Actor, 'person'>,
  note = '',
): Promise<Frozen> {
  const title = await lockTitle(tx, id)
  const content = contentOf(await currentState(tx, id))
  const checksum = await checksumOf({ title, content })
  const last = await latestSnapshot(tx, id)
  if (last?.checksum === checksum) return { snapshot: last, isNew: false }

  const number = (last?.number ?? 0) + 1
  const facts = { documentId: id, groupId, number, title, content, checksum, note, createdById: actor.person.id }
  const [snapshot] = await tx
    .insert(snapshots)
    .values({ ...facts, plainText: plainTextOf(content) })
    .returning()
  if (!snapshot) throw new Error('a version was not stored')
  await markWriters(tx, id, await waitingWriters(tx, id))
  const of = { kind: 'frozen', createdById: actor.person.id, snapshotId: snapshot.id } as const
  await takePoint(tx, { documentId: id, content, reachedAt: snapshot.createdAt }, of)
  await record({
    kind: 'document.frozen',
    groupId,
    actorId: actor.person.id,
    subjectId: id,
    facts: { title, number: String(number) },
  })
  return { snapshot, isNew: true }
}

/** The version as it stands now: a new one, or the last one when nothing has changed since. */
export const freeze = async (...given: Parameters<typeof freezeDraft>): Promise<Snapshot> =>
  (await freezeDraft(...given)).snapshot

/** What a version made of it now would be known by. */
export async function currentChecksum(tx: Database, { id }: Pick<Document, 'id'>): Promise<string> {
  const title = await lockTitle(tx, id)
  return checksumOf({ title, content: contentOf(await currentState(tx, id)) })
}

/** Until commit nobody else numbers a version of this document; typing goes on, the lock does not touch the log. */
async function lockTitle(tx: Database, documentId: string): Promise<string> {
  const [document] = await tx
    .select({ title: documents.title })
    .from(documents)
    .where(eq(documents.id, documentId))
    .for('no key update')
  if (!document) throw new Error('there is no such document')
  return document.title
}
