import { and, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import { editionName } from '../comparisons/facts.ts'
import { rowsOf } from '../comparisons/rows.ts'
import { contentOf } from '../content/codec.ts'
import { currentState } from '../editing/log.ts'
import type { Document } from '../schema.ts'
import { compareEdition } from './comparing.ts'
import { effectsOf } from './effects.ts'
import { statementsOf } from './model.ts'
import { type Edition, editions, editionTakeovers, programmes } from './schema.ts'
import { type Choices, settle } from './settling.ts'
import { takeoverUpdate } from './writing.ts'

export type TakenOver = 'taken' | 'already' | 'undecided' | 'refused'

interface Taking {
  edition: Edition
  document: Pick<Document, 'id' | 'groupId' | 'title'>
  actor: Pick<Actor, 'person'>
  /** What people have decided where the matching was not sure. */
  choices: Choices
}

const randomClient = () => crypto.getRandomValues(new Uint32Array(1))[0] as number

/** Until commit nobody else takes this edition over; whoever waits finds that it has been done. */
async function isTaken(tx: Database, edition: Edition, documentId: string): Promise<boolean> {
  await tx.select({ id: editions.id }).from(editions).where(eq(editions.id, edition.id)).for('update')
  const here = and(eq(editionTakeovers.editionId, edition.id), eq(editionTakeovers.documentId, documentId))
  return (await tx.$count(editionTakeovers, here)) > 0
}

async function sourceOf(tx: Database, { programmeId, version }: Edition): Promise<string> {
  const [found] = await tx.select({ title: programmes.title }).from(programmes).where(eq(programmes.id, programmeId))
  return editionName({ title: found?.title ?? '', version })
}

/**
 * Marks the rows of a comparison by a new edition, through the room like everything that is typed. Once: rows that are
 * about its statements already are left alone, so that a second try after a failure adds nothing.
 */
export async function takeOver(
  tx: Database,
  record: RecordEvent,
  { rooms }: Pick<Ports, 'rooms'>,
  { edition, document, actor, choices }: Taking,
): Promise<TakenOver> {
  const { id: documentId, groupId, title } = document
  const { id: personId, name: personName } = actor.person
  if (await isTaken(tx, edition, documentId)) return 'already'
  await rooms.settle(documentId)
  const state = await currentState(tx, documentId)
  const content = contentOf(state)
  const comparing = await compareEdition(tx, edition, documentId, content)
  const settled = settle(comparing.matching, choices)
  if (!settled) return 'undecided'
  const source = await sourceOf(tx, edition)
  const facts = { rows: rowsOf(content), statements: await statementsOf(tx, edition.id), source }
  const update = takeoverUpdate(state, effectsOf(comparing, settled, facts), source, randomClient())
  if (update) {
    const outcome = await rooms.contribute({ documentId, groupId, personId, personName, update })
    if (outcome === 'refused') return 'refused'
  }
  await tx.insert(editionTakeovers).values({ documentId, editionId: edition.id, personId })
  const told = { title, number: edition.version }
  await record({ kind: 'document.editionTaken', groupId, actorId: personId, subjectId: documentId, facts: told })
  return 'taken'
}
