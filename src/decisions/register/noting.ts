import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { agendaWishes } from '../agenda/schema.ts'
import { append } from '../chain/appending.ts'
import { only } from '../only.ts'
import { neverSent, type Sendings, settleAnnulled } from '../paper-stage.ts'
import { returnRules } from '../rules/returning.ts'
import type { DecisionEntry } from './log.ts'
import { type Counted, stillHolds } from './recounting.ts'
import { type DecisionNote, decisionNotes, decisions } from './schema.ts'

type Noted = Pick<DecisionEntry, 'id' | 'groupId' | 'title' | 'cited'>

/** What somebody proposes to add to a decision. */
export type NoteDraft = Pick<typeof decisionNotes.$inferInsert, 'kind' | 'reason'> &
  Partial<Pick<typeof decisionNotes.$inferInsert, 'changes' | 'byDecisionId' | 'tally' | 'outcome' | 'isDecisive'>>

const told = (decision: Noted, actor: Actor, kind: 'proposed' | 'signed' | 'discarded') =>
  ({
    kind: `correction.${kind}`,
    groupId: decision.groupId,
    actorId: actor.person.id,
    subjectId: decision.id,
    facts: { title: decision.title, number: decision.cited },
  }) as const

/** Nothing follows from it until a second person has signed. */
export async function proposeNote(
  tx: Database,
  record: RecordEvent,
  decision: Noted,
  draft: NoteDraft,
  actor: Actor,
): Promise<DecisionNote> {
  const row = { ...draft, decisionId: decision.id, firstPersonId: actor.person.id }
  const note = only(await tx.insert(decisionNotes).values(row).returning())
  await record(told(decision, actor, 'proposed'))
  return note
}

/** Whatever is signed or discarded about one decision takes turns on its row. */
async function hold(tx: Database, { id, decisionId }: Pick<DecisionNote, 'id' | 'decisionId'>): Promise<DecisionNote> {
  await tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.id, decisionId)).for('no key update')
  return only(await tx.select().from(decisionNotes).where(eq(decisionNotes.id, id)))
}

/** Somebody else's recount was signed since: this one has counted without it. */
async function isOutdated(tx: Database, note: DecisionNote, counted: Counted | null): Promise<boolean> {
  const { kind, decisionId, createdAt } = note
  if (kind !== 'recount') return false
  if (counted && !(await stillHolds(tx, note, counted))) return true
  const since = and(
    eq(decisionNotes.decisionId, decisionId),
    eq(decisionNotes.kind, 'recount'),
    isNotNull(decisionNotes.signedAt),
    gt(decisionNotes.signedAt, createdAt),
  )
  return (await tx.$count(decisionNotes, since)) > 0
}

/** Whoever signs a second annulment, or that something else takes its place, would change nothing any more. */
async function isAnnulledAlready(tx: Database, { kind, decisionId }: DecisionNote): Promise<boolean> {
  if (kind !== 'annulment' && kind !== 'supersession') return false
  const annulled = and(
    eq(decisionNotes.decisionId, decisionId),
    eq(decisionNotes.kind, 'annulment'),
    isNotNull(decisionNotes.signedAt),
    isNull(decisionNotes.byDecisionId),
  )
  return (await tx.$count(decisionNotes, annulled)) > 0
}

const askAgain = (tx: Database, { groupId, title, cited, id }: Noted) =>
  tx
    .insert(agendaWishes)
    .values({ groupId, title: `${cited} ${title}`, why: 'in_doubt', decisionId: id })
    .onConflictDoNothing()

/** What is known of the decision besides its row. */
interface Behind {
  /** The round that it came from, if it came from one. */
  counted?: Counted | null
  /** What only higher floors know of its text. */
  sendings?: Sendings
}

/** The second person signs: from now on it holds. Whoever comes second finds it signed, discarded or outdated. */
export async function signNote(
  tx: Database,
  record: RecordEvent,
  decision: Noted,
  note: Pick<DecisionNote, 'id' | 'decisionId'>,
  actor: Actor,
  { counted = null, sendings = neverSent }: Behind = {},
): Promise<'signed' | 'discarded' | 'outdated' | 'over'> {
  const held = await hold(tx, note)
  if (held.signedAt) return 'signed'
  if (held.discardedAt) return 'discarded'
  if (await isAnnulledAlready(tx, held)) return 'over'
  if (await isOutdated(tx, held, counted)) return 'outdated'
  await tx
    .update(decisionNotes)
    .set({ secondPersonId: actor.person.id, signedAt: sql`now()` })
    .where(eq(decisionNotes.id, note.id))
  if (held.isDecisive) await askAgain(tx, decision)
  if (held.kind === 'annulment') await settleAnnulled(tx, [held.decisionId], sendings)
  await returnRules(tx, record, held, actor.person.id)
  await record(told(decision, actor, 'signed'))
  await append(tx, [{ kind: 'note', id: note.id }])
  return 'signed'
}

export async function discardNote(
  tx: Database,
  record: RecordEvent,
  decision: Noted,
  note: Pick<DecisionNote, 'id' | 'decisionId'>,
  actor: Actor,
): Promise<void> {
  const held = await hold(tx, note)
  if (held.signedAt || held.discardedAt) return
  await tx.update(decisionNotes).set({ discardedAt: sql`now()` }).where(eq(decisionNotes.id, note.id))
  await record(told(decision, actor, 'discarded'))
}
