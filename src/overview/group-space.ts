import type { Database } from '../db/database.ts'
import { openWishes, type WishEntry } from '../decisions/agenda/wishes.ts'
import { isQuorate } from '../decisions/counting/quorum.ts'
import { type Matter, openProposals } from '../decisions/proposals/matters.ts'
import { openRecords, type RecordEntry } from '../decisions/records/reporting.ts'
import { type DecisionEntry, latestDecisions } from '../decisions/register/log.ts'
import type { RoundEntry } from '../decisions/rounds/entries.ts'
import { roundsAwaiting } from '../decisions/waiting.ts'
import type { Actor } from '../groups/actor.ts'
import { isOver, mandateInForce } from '../groups/mandate.ts'
import { type PersonIn, peopleIn } from '../groups/people.ts'
import type { Group, Mandate } from '../groups/schema.ts'
import { plannedFor } from '../meetings/agenda/planned-for.ts'
import { type MeetingEntry, nextMeeting } from '../meetings/model.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { withPlanned } from '../referrals/planned.ts'
import { groupTasks, type TaskEntry, tasksOf } from '../tasks/model.ts'
import { dayOf } from '../web/days.ts'
import { mattersOf } from './matters.ts'
import { isOpen, runningRounds, unconfirmed } from './running.ts'
import { type TextEntry, textsFor } from './texts.ts'

/** A round that runs, with what may be known before the count: how many have answered, never how. */
export interface RunningRound extends RoundEntry {
  awaitsMe: boolean
  /** Whether enough have answered for anything to be decided; null where nothing asks for that. */
  isQuorate: boolean | null
}

export interface Deciding {
  rounds: RunningRound[]
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
  /** The next one that is not over. */
  meeting: MeetingEntry | null
}

const isResting = ({ rounds: [latest] }: Matter) =>
  !latest || latest.count?.outcome === 'undecided' || latest.count?.outcome === 'not_quorate'

const quorumReached = ({ round: { rules }, answered, entitled }: RoundEntry): boolean | null =>
  rules.quorum.kind === 'none' ? null : isQuorate(rules.quorum, answered, entitled)

async function decidingIn(db: Database, { group, person }: Actor): Promise<Deciding> {
  const awaiting = (await roundsAwaiting(db, person.id)).map(({ round }) => round.id)
  const [running, records, matters] = await Promise.all([
    runningRounds(db, [group.id]),
    openRecords(db, group.id),
    openProposals(db, group.id),
  ])
  return {
    rounds: running.filter(isOpen).map((entry) => ({
      ...entry,
      awaitsMe: awaiting.includes(entry.round.id),
      isQuorate: quorumReached(entry),
    })),
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

/** With the meetings that will talk about what has no answer yet. */
async function mattersIn(db: Database, id: string) {
  const matters = await mattersOf(db, [id])
  const [atCircle, inbox] = await Promise.all(
    [matters.underWay([id]), matters.inbox(id)].map((entries) => withPlanned(db, plannedFor, entries)),
  )
  return { matters, atCircle: atCircle ?? [], inbox: inbox ?? [] }
}

const textsShown = 5

export async function groupSpace(db: Database, actor: Actor, now: Date): Promise<GroupSpace> {
  const { id } = actor.group
  const [deciding, { matters, ...placed }, texts, tasks, agenda, latest, people, mandate, meeting] = await Promise.all([
    decidingIn(db, actor),
    mattersIn(db, id),
    textsFor(db, actor, textsShown),
    groupTasks(db, id),
    openWishes(db, id),
    latestOf(db, actor.group),
    peopleIn(db, id, now),
    mandateOf(db, id, now),
    nextMeeting(db, id, now),
  ])
  return {
    ...{ deciding, texts, tasks, agenda, latest, people, meeting },
    ...placed,
    returned: matters.returnedTo(id),
    returnedBy: matters.returnedBy(id),
    ...mandate,
  }
}
