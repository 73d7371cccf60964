import type { Database } from '../db/database.ts'
import { openWishes, type WishEntry } from '../decisions/agenda/wishes.ts'
import { type Matter, openProposals } from '../decisions/proposals/matters.ts'
import { openRecords, type RecordEntry } from '../decisions/records/reporting.ts'
import { type DecisionEntry, latestDecisions } from '../decisions/register/log.ts'
import type { RoundEntry } from '../decisions/rounds/entries.ts'
import { roundsAwaiting } from '../decisions/waiting.ts'
import type { Actor } from '../groups/actor.ts'
import { isOver, mandateInForce } from '../groups/mandate.ts'
import { type PersonIn, peopleIn } from '../groups/people.ts'
import type { Group, Mandate } from '../groups/schema.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { groupTasks, type TaskEntry, tasksOf } from '../tasks/model.ts'
import { dayOf } from '../web/days.ts'
import { mattersOf } from './matters.ts'
import { isOpen, runningRounds, unconfirmed } from './running.ts'
import { type TextEntry, textsFor } from './texts.ts'

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
  /** For the next meeting. */
  agenda: WishEntry[]
  atCircle: ReferralEntry[]
  returned: ReferralEntry[]
  /** In the circle: what waits for an answer, and what lies with the groups again. */
  inbox: ReferralEntry[]
  returnedBy: ReferralEntry[]
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
  const [running, records, matters] = await Promise.all([
    runningRounds(db, [group.id]),
    openRecords(db, group.id),
    openProposals(db, group.id),
  ])
  return {
    rounds: running.filter(isOpen).map((entry) => ({ ...entry, awaitsMe: awaiting.includes(entry.round.id) })),
    unconfirmed: { rounds: unconfirmed(running), records },
    proposals: matters.filter(isResting),
  }
}

/** What the circle has decided stands in the register; its own page looks ahead. */
async function latestOf(db: Database, { id: groupId, kind }: Group): Promise<GroupSpace['latest']> {
  if (kind === 'circle') return null
  const [decision] = await latestDecisions(db, groupId, 1)
  return decision ? { decision, tasks: await tasksOf(db, [decision.id]) } : null
}

async function mandateOf(db: Database, groupId: string, now: Date) {
  const mandate = await mandateInForce(db, groupId)
  return { mandate, mandateIsOver: mandate === null || isOver(mandate, dayOf(now)) }
}

const textsShown = 5

export async function groupSpace(db: Database, actor: Actor, now: Date): Promise<GroupSpace> {
  const { id } = actor.group
  const [deciding, matters, texts, tasks] = await Promise.all([
    decidingIn(db, actor),
    mattersOf(db, [id]),
    textsFor(db, actor, textsShown),
    groupTasks(db, id),
  ])
  return {
    deciding,
    agenda: await openWishes(db, id),
    atCircle: matters.underWay([id]),
    returned: matters.returnedTo(id),
    inbox: matters.inbox(id),
    returnedBy: matters.returnedBy(id),
    texts,
    tasks,
    latest: await latestOf(db, actor.group),
    people: await peopleIn(db, id, now),
    ...(await mandateOf(db, id, now)),
  }
}
