import { records } from '../../decisions/records/schema.ts'
import { citation } from '../../decisions/register/citation.ts'
import { type Decision, decisions } from '../../decisions/register/schema.ts'
import type { Snapshot } from '../../documents/schema.ts'
import { castGroups, type GroupKey, type PersonKey } from '../cast.ts'
import type { CountedRound } from './counted-rounds.ts'
import { first } from './rounds.ts'
import type { Scene } from './scene.ts'

export const cite = (scene: Scene, group: GroupKey, number: number) =>
  citation(castGroups[group].prefix, scene.year, number)

interface Confirmation {
  number: number
  by: PersonKey
  at: Date
}

/** A second person established what was counted. */
export async function establish(
  scene: Scene,
  { group, round, count }: CountedRound,
  { number, by, at, decidedOn }: Confirmation & { decidedOn: string },
): Promise<Decision> {
  const { title, wording, rationale, snapshotId, groupId, method } = round
  const outcome = count.outcome === 'adopted' ? 'adopted' : 'rejected'
  const row = {
    ...{ groupId, year: scene.year, number, roundId: round.id, method },
    ...{ title, wording, rationale, snapshotId, outcome, decidedOn },
    ...{ reason: count.reason, tally: count.tally, flags: count.flags },
    summary: title,
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
  /** How it was decided, with the numbers where there are some. */
  manner: string
  by: PersonKey
  at: Date
  snapshot?: Snapshot
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
  { number, by, at }: Confirmation,
  outcome: Decision['outcome'] = 'adopted',
): Promise<Decision> {
  const { id, groupId, title, wording, snapshotId, decidedOn, reportedById } = await report(scene, story)
  const row = {
    ...{ groupId, year: scene.year, number, recordId: id, method: 'recorded' as const, summary: title },
    ...{ title, wording, snapshotId, decidedOn, outcome, reason: 'recorded' },
    firstPersonId: reportedById,
    secondPersonId: scene.person(by),
    createdAt: at,
  }
  const facts = { title, number: cite(scene, story.group, number), outcome }
  scene.note({ kind: 'record.confirmed', group: story.group, by, subjectId: id, facts, at })
  return first(await scene.db.insert(decisions).values(row).returning())
}
