import { change, type RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import { contentOf } from '../content/codec.ts'
import { updateTowards } from '../content/towards.ts'
import { appendChanges, merge, partsOf, readStored } from '../editing/log.ts'
import type { Content } from '../markup.ts'
import type { Document } from '../schema.ts'
import { lock, now } from './naming.ts'
import { markWriters, takePoint } from './points.ts'
import { waitingWriters } from './waiting-writers.ts'

type Subject = Pick<Document, 'id' | 'groupId' | 'title'>
type By = Pick<Actor, 'person'>
type Place = Pick<Ports, 'db' | 'bus' | 'rooms'>

/** What the draft is to say again. */
export interface Earlier {
  content: Content
  /** A frozen version. */
  number: number | null
  /** A point: since when the draft had been so. */
  reachedAt: Date | null
}

export interface Restored {
  /** False when the draft says so already. */
  isNew: boolean
  seqs: number[]
  /** What had been read when the change was made. */
  before: { state: Uint8Array; seqs: number[] }
}

/**
 * Turns the draft into what it once was: a new state, by the least changes, in the name of who wants it. What was there
 * before is kept as a point in the same transaction, and whoever has the text open sees it happen. Of two who restore
 * at once the second waits for the first.
 */
export async function restore(ports: Place, paper: Subject, by: By, earlier: Earlier): Promise<Restored> {
  await ports.rooms.settle(paper.id)
  const restored = await change(ports, (tx, record) => write(tx, record, paper, by, earlier))
  if (restored.isNew) await ports.rooms.adopt(paper.id, restored.seqs)
  return restored
}

async function write(tx: Database, record: RecordEvent, paper: Subject, by: By, earlier: Earlier): Promise<Restored> {
  await lock(tx, paper.id)
  const stored = await readStored(tx, paper.id)
  const before = { state: merge(partsOf(stored)), seqs: stored.rows.map(({ seq }) => seq) }
  const clientId = unused(stored.authors)
  const bytes = updateTowards(before.state, earlier.content, clientId)
  if (bytes.length <= 2) return { isNew: false, seqs: [], before }
  await keepBefore(tx, paper, by, { content: contentOf(before.state), earlier })
  const change = { documentId: paper.id, personId: by.person.id, bytes, binds: [clientId] }
  const seqs = (await appendChanges(tx, [change])).flatMap((receipt) => ('seq' in receipt ? receipt.seq : []))
  if (seqs.length === 0) throw new Error('a client id that nobody has was refused')
  const { id: subjectId, groupId, title } = paper
  await record({ kind: 'document.restored', groupId, actorId: by.person.id, subjectId, facts: { title } })
  return { isNew: true, seqs, before }
}

/** No browser draws so large a number, so it can meet nobody who is just about to write. */
function unused(authors: Map<number, string>): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  const drawn = ((high & 0xfffff) + 1) * 2 ** 32 + low
  return authors.has(drawn) ? unused(authors) : drawn
}

interface Kept {
  content: Content
  earlier: Earlier
}

async function keepBefore(tx: Database, { id }: Subject, { person }: By, { content, earlier }: Kept): Promise<void> {
  await markWriters(tx, id, await waitingWriters(tx, id))
  const of = { restoredNumber: earlier.number, restoredFrom: earlier.reachedAt }
  const taken = { documentId: id, content, reachedAt: await now(tx, id) }
  await takePoint(tx, taken, { kind: 'before_restoring', createdById: person.id, ...of })
}

/**
 * Others go on writing until the change has reached them, perhaps in a paragraph that is going away. What the draft
 * would say with their words and without the change is kept too, if that is other than what was kept.
 */
export async function keepMeanwhile(ports: Place, paper: Subject, by: By, restored: Restored): Promise<boolean> {
  await ports.rooms.settle(paper.id)
  return change(ports, async (tx) => {
    await lock(tx, paper.id)
    const { rows } = await readStored(tx, paper.id)
    const known = new Set([...restored.before.seqs, ...restored.seqs])
    const fresh = rows.filter(({ seq }) => !known.has(seq))
    const content = contentOf(restored.before.state, ...fresh.map(({ bytes }) => bytes))
    if (JSON.stringify(content) === JSON.stringify(contentOf(restored.before.state))) return false
    const taken = { documentId: paper.id, content, reachedAt: await now(tx, paper.id) }
    return (await takePoint(tx, taken, { kind: 'before_restoring', createdById: by.person.id })) !== null
  })
}
