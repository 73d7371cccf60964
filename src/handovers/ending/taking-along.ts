import { and, eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { aroundOf } from '../../decisions/proposals/around.ts'
import type { ProposalDraft } from '../../decisions/proposals/draft.ts'
import { storedOptions } from '../../decisions/proposals/options.ts'
import type { Proposal } from '../../decisions/proposals/schema.ts'
import { copySnapshotToDraft } from '../../documents/creating.ts'
import { documents } from '../../documents/schema.ts'
import { freeze } from '../../documents/versions/freezing.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { Actor } from '../../groups/actor.ts'
import { giveRhythm, rhythmOf } from '../../tasks/rhythm/keeping.ts'
import { taskSteps } from '../../tasks/work/schema.ts'
import { stepsOf } from '../../tasks/work/steps.ts'

/** Its rhythm with the day from which it is counted, and its checklist with what is ticked. */
export async function takeWorkAlong(tx: Database, from: string, taskId: string): Promise<void> {
  const rhythm = await rhythmOf(tx, from)
  if (rhythm) await giveRhythm(tx, { id: taskId }, { every: rhythm.every, unit: rhythm.unit }, rhythm.anchorOn)
  const steps = await stepsOf(tx, from)
  const rows = steps.map(({ words, position, doneAt, doneById }) => ({ taskId, words, position, doneAt, doneById }))
  if (rows.length > 0) await tx.insert(taskSteps).values(rows)
}

interface Moving {
  tx: Database
  record: RecordEvent
  actor: Actor
  heir: { id: string }
}

const nothing: RecordEvent = async () => undefined

/**
 * The very words that are proposed, as a version of the heir's own: of the copy that it gets in this hand-over anyway, where
 * they are the same. In one that it has made before it may have written since.
 */
async function textFor({ tx, record, actor, heir }: Moving, snapshotId: string | null): Promise<string | undefined> {
  const snapshot = snapshotId && (await snapshotById(tx, snapshotId))
  if (!snapshot) return undefined
  const isCopy = and(eq(documents.groupId, heir.id), eq(documents.copiedFromId, snapshot.id))
  const isNew = eq(documents.createdAt, sql`now()`)
  const [same] = await tx.select().from(documents).where(and(isCopy, isNew)).limit(1)
  const copy = same ?? (await copySnapshotToDraft(tx, record, { snapshot, groupId: heir.id, actorId: actor.person.id }))
  return (await freeze(tx, nothing, copy, actor)).id
}

/** Everything that was proposed and how it is found: words, text, possibilities, dates, ideas, and what it is to replace. */
export async function draftFrom(moving: Moving, old: Proposal): Promise<ProposalDraft> {
  const { title, wording, rationale, summary, scope, legalEntity, editorialMandate } = old
  const { topics, ideas, supersedes } = await aroundOf(moving.tx, old.id)
  const options = await storedOptions(moving.tx, old)
  return {
    ...{ title, wording, rationale, summary, scope, legalEntity, editorialMandate, topics },
    inForceFrom: old.inForceFrom ?? undefined,
    inForceUntil: old.inForceUntil ?? undefined,
    reviewOn: old.reviewOn ?? undefined,
    snapshotId: await textFor(moving, old.snapshotId),
    ideaIds: ideas.map(({ id }) => id),
    supersedes: supersedes.map(({ decisionId, kind }) => ({ decisionId, kind })),
    options: options.filter(({ isPassive }) => !isPassive),
    passive: options.find(({ isPassive }) => isPassive)?.wording,
  }
}
