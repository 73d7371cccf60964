import { inArray } from 'drizzle-orm'
import { records } from '../../decisions/records/schema.ts'
import { citation } from '../../decisions/register/citation.ts'
import {
  type Decision,
  decisionIdeas,
  decisionNotes,
  decisions,
  decisionTopics,
} from '../../decisions/register/schema.ts'
import type { Snapshot } from '../../documents/schema.ts'
import { guidingIdeas } from '../../groups/schema.ts'
import { castGroups, type GroupKey, type PersonKey } from '../cast.ts'
import type { CountedRound } from './counted-rounds.ts'
import { first } from './first.ts'
import type { Scene } from './scene.ts'

export const cite = (scene: Scene, group: GroupKey, number: number, year = scene.year) =>
  citation(castGroups[group].prefix, year, number)

interface Confirmation {
  number: number
  by: PersonKey
  at: Date
}

/** What the second person adds: one plain sentence, and when it ends or is looked at again. */
type LastWords = Partial<Pick<Decision, 'summary' | 'inForceUntil' | 'reviewOn'>>

/** A second person established what was counted. */
export async function establish(
  scene: Scene,
  { group, round, count }: CountedRound,
  { number, by, at, decidedOn, ...last }: Confirmation & { decidedOn: string } & LastWords,
): Promise<Decision> {
  const { title, wording, rationale, snapshotId, groupId, method } = round
  const outcome = count.outcome === 'adopted' ? 'adopted' : 'rejected'
  const row = {
    ...{ groupId, year: scene.year, number, roundId: round.id, method },
    ...{ title, wording, rationale, snapshotId, outcome, decidedOn },
    ...{ reason: count.reason, tally: count.tally, flags: count.flags },
    ...last,
    summary: last.summary ?? title,
    channel: round.channel,
    firstPersonId: count.countedById ?? round.openedById,
    secondPersonId: scene.person(by),
    createdAt: at,
  } satisfies typeof decisions.$inferInsert
  const facts = { title, number: cite(scene, group, number), outcome }
  scene.note({ kind: 'round.decided', group, by, subjectId: round.id, facts, at })
  return first(await scene.db.insert(decisions).values(row).returning())
}

export interface Report {
  group: GroupKey
  title: string
  wording: string
  decidedOn: string
  place: string
  /** How it was decided. */
  manner: string
  by: PersonKey
  at: Date
  snapshot?: Snapshot
  summary?: string
}

/** A decision that was taken in a meeting, written down afterwards. */
export async function report(scene: Scene, { group, by, at, snapshot, ...words }: Report) {
  const row = {
    ...words,
    groupId: scene.group(group),
    snapshotId: snapshot?.id,
    reportedById: scene.person(by),
    createdAt: at,
  }
  const reported = first(await scene.db.insert(records).values(row).returning())
  scene.note({ kind: 'record.reported', group, by, subjectId: reported.id, facts: { title: words.title }, at })
  return reported
}

/** … and confirmed by a second person. */
export async function recorded(
  scene: Scene,
  story: Report,
  { number, by, at, year = scene.year }: Confirmation & { year?: number },
): Promise<Decision> {
  const { id, groupId, title, wording, snapshotId, decidedOn, reportedById } = await report(scene, story)
  const row = {
    ...{ groupId, year, number, recordId: id, method: 'recorded' as const },
    ...{ title, wording, snapshotId, decidedOn, outcome: 'adopted' as const, reason: 'recorded' },
    summary: story.summary ?? title,
    firstPersonId: reportedById,
    secondPersonId: scene.person(by),
    createdAt: at,
  }
  const facts = { title, number: cite(scene, story.group, number, year), outcome: row.outcome }
  scene.note({ kind: 'record.confirmed', group: story.group, by, subjectId: id, facts, at })
  return first(await scene.db.insert(decisions).values(row).returning())
}

/** Entered by mistake: two take its force away, and it stays readable under its number (`DOMAIN.md 7 A10`). */
export async function annulled(
  scene: Scene,
  group: GroupKey,
  { id: decisionId, title, number }: Decision,
  { reason, by, second, at }: { reason: string; by: PersonKey; second: PersonKey; at: Date },
): Promise<void> {
  const signers = { firstPersonId: scene.person(by), secondPersonId: scene.person(second) }
  const note = { decisionId, kind: 'annulment', reason, ...signers, createdAt: at, signedAt: at } as const
  await scene.db.insert(decisionNotes).values(note)
  const facts = { title, number: cite(scene, group, number) }
  scene.note({ kind: 'correction.signed', group, by: second, subjectId: decisionId, facts, at })
}

/** What the group decides anew takes the force of what it had decided, signed by the two who establish it. */
export async function superseded({ db }: Scene, earlier: Decision, later: Decision, cited: string): Promise<void> {
  const { firstPersonId, secondPersonId, createdAt } = later
  const note = { decisionId: earlier.id, kind: 'supersession', reason: cited, byDecisionId: later.id } as const
  await db.insert(decisionNotes).values({ ...note, firstPersonId, secondPersonId, createdAt, signedAt: createdAt })
}

/** Under which words and ideas it is found. */
export async function filed(
  scene: Scene,
  { id: decisionId }: Decision,
  { topics, ideas = [] }: { topics: string[]; ideas?: string[] },
): Promise<void> {
  await scene.db.insert(decisionTopics).values(topics.map((topic) => ({ decisionId, topic })))
  const found = await scene.db.select().from(guidingIdeas).where(inArray(guidingIdeas.code, ideas))
  if (found.length > 0)
    await scene.db.insert(decisionIdeas).values(found.map(({ id: ideaId }) => ({ decisionId, ideaId })))
}
