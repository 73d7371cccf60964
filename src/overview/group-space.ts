import { inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type Matter, openProposals } from '../decisions/proposals/matters.ts'
import { openRecords, type RecordEntry } from '../decisions/records/reporting.ts'
import { type DecisionEntry, latestDecisions } from '../decisions/register/log.ts'
import { openRounds, type RoundEntry } from '../decisions/rounds/entries.ts'
import { roundsAwaiting, unestablished } from '../decisions/waiting.ts'
import { type DocumentEntry, recentDocuments } from '../documents/model.ts'
import { documents } from '../documents/schema.ts'
import type { DocumentWay } from '../documents/way.ts'
import type { Actor } from '../groups/actor.ts'
import { isOver, mandateInForce } from '../groups/mandate.ts'
import { type PersonIn, peopleIn } from '../groups/people.ts'
import type { Mandate } from '../groups/schema.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { returnedTo, sent } from '../referrals/model.ts'
import { wayOf } from '../referrals/way.ts'
import { groupTasks, type TaskEntry, tasksOf } from '../tasks/model.ts'
import { dayOf } from '../web/days.ts'

/** A text with how far round its matter has come. */
export type TextEntry = DocumentEntry & { way: DocumentWay }

export interface Deciding {
  rounds: (RoundEntry & { awaitsMe: boolean })[]
  /** Counted, or reported from a meeting: a second person is missing. */
  unconfirmed: { rounds: RoundEntry[]; records: RecordEntry[] }
  /** Proposals that no round is running about. */
  proposals: Matter[]
}

/** Everything that is going on in a group. */
export interface GroupSpace {
  deciding: Deciding
  atCircle: ReferralEntry[]
  returned: ReferralEntry[]
  texts: TextEntry[]
  tasks: TaskEntry[]
  latest: { decision: DecisionEntry; tasks: TaskEntry[] } | null
  people: PersonIn[]
  mandate: Mandate | null
  mandateIsOver: boolean
}

const isResting = ({ rounds: [latest] }: Matter) =>
  !latest || latest.count?.outcome === 'undecided' || latest.count?.outcome === 'not_quorate'

async function decidingIn(db: Database, { group, person }: Actor): Promise<Deciding> {
  const awaiting = (await roundsAwaiting(db, person.id)).map(({ round }) => round.id)
  const [rounds, counted, records, matters] = await Promise.all([
    openRounds(db, group.id),
    unestablished(db, group.id),
    openRecords(db, group.id),
    openProposals(db, group.id),
  ])
  return {
    rounds: rounds.map((entry) => ({ ...entry, awaitsMe: awaiting.includes(entry.round.id) })),
    unconfirmed: { rounds: counted, records },
    proposals: matters.filter(isResting),
  }
}

async function latestOf(db: Database, groupId: string): Promise<GroupSpace['latest']> {
  const [decision] = await latestDecisions(db, groupId, 1)
  return decision ? { decision, tasks: await tasksOf(db, [decision.id]) } : null
}

async function mandateOf(db: Database, groupId: string, now: Date) {
  const mandate = await mandateInForce(db, groupId)
  return { mandate, mandateIsOver: mandate === null || isOver(mandate, dayOf(now)) }
}

/** The texts that this actor may read, the last written on top. */
export async function textsFor(db: Database, actor: Actor, limit: number): Promise<TextEntry[]> {
  const entries = await recentDocuments(db, actor, limit)
  const ids = entries.map(({ id }) => id)
  const papers = await db.select().from(documents).where(inArray(documents.id, ids))
  const ways = new Map(
    await Promise.all(papers.map(async (paper) => [paper.id, await wayOf(db, actor, paper)] as const)),
  )
  return entries.flatMap((entry) => {
    const way = ways.get(entry.id)
    return way ? [{ ...entry, way }] : []
  })
}

const textsShown = 5

export async function groupSpace(db: Database, actor: Actor, now: Date): Promise<GroupSpace> {
  const { id } = actor.group
  const [deciding, matters, returned, texts, tasks] = await Promise.all([
    decidingIn(db, actor),
    sent(db, id),
    returnedTo(db, id),
    textsFor(db, actor, textsShown),
    groupTasks(db, id),
  ])
  return {
    deciding,
    atCircle: matters.filter(({ answer }) => answer === null),
    returned,
    texts,
    tasks,
    latest: await latestOf(db, id),
    people: await peopleIn(db, id, now),
    ...(await mandateOf(db, id, now)),
  }
}
