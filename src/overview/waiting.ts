import type { Database } from '../db/database.ts'
import { officersOf } from '../decisions/officers.ts'
import { mayCount, mayFinalise } from '../decisions/policy.ts'
import type { RecordEntry } from '../decisions/records/reporting.ts'
import { maySignNote } from '../decisions/register/policy.ts'
import { type UnsignedNote, unsignedNotes } from '../decisions/register/unsigned.ts'
import type { RoundEntry } from '../decisions/rounds/entries.ts'
import { recordsAwaiting, roundsAwaiting } from '../decisions/waiting.ts'
import { type Mention, mentionsOf } from '../documents/comments/notices.ts'
import { type Reading, readingsFor } from '../documents/reviews/model.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import type { Group } from '../groups/schema.ts'
import type { Person } from '../identity/schema.ts'
import { type AwaitedReading, readingsAwaited } from '../meetings/minutes/reading.ts'
import { type AwaitedAnswer, answersAwaited } from '../meetings/minutes/waiting.ts'
import { unansweredPolls } from '../meetings/polls/model.ts'
import type { MeetingPoll } from '../meetings/polls/schema.ts'
import type { ReferralEntry } from '../referrals/entries.ts'
import { type Agreement, agreementsAsked } from '../referrals/sending/replacing.ts'
import { type MyTask, openTasksFor } from '../tasks/model.ts'
import { addDays, dayOf } from '../web/days.ts'
import type { Matters } from './matters.ts'
import type { Around } from './mine.ts'
import { looksAfterMatters, preparesAnswers } from './policy.ts'
import { isIn, isOpen, unconfirmed } from './running.ts'

interface In {
  group: Group
  /** When others begin to wait for it: what is due first stands on top. */
  dueOn: string
}

/** One thing that this person can do now. */
export type Duty = In &
  (
    | { kind: 'answer'; round: RoundEntry }
    | { kind: 'count'; round: RoundEntry }
    | { kind: 'establish'; round: RoundEntry; since: Date }
    | { kind: 'confirm'; record: RecordEntry }
    | { kind: 'sign'; unsigned: UnsignedNote }
    | { kind: 'do'; task: MyTask }
    | { kind: 'rework'; referral: ReferralEntry; since: Date }
    | { kind: 'reply'; referral: ReferralEntry }
    | { kind: 'hear'; mentions: Mention[]; since: Date }
    | { kind: 'read'; reading: Reading }
    | { kind: 'tick'; poll: MeetingPoll }
    | { kind: 'settle'; objection: AwaitedAnswer }
    | { kind: 'minutes'; awaited: AwaitedReading }
    | { kind: 'agree'; asked: Agreement }
  )

const someday = '9999-12-31'

/** A result goes out within two days (`DOMAIN.md 4.8`); until then its second person is not late. */
const resultIsOut = (since: Date) => addDays(dayOf(since), 2)

/** Where the group has named no day there are two weeks. */
const answerIsHoped = ({ answerBy, createdAt }: ReferralEntry) => answerBy ?? addDays(dayOf(createdAt), 14)

/** The last day of an instant that no longer belongs to it. */
const lastDay = (end: Date) => dayOf(new Date(end.getTime() - 1))

async function inGroup(db: Database, actor: Actor, { rounds, matters }: Around): Promise<Duty[]> {
  const { group } = actor
  const here = rounds.filter(isIn(group))
  const toCount = here.filter((round) => mayCount(actor, round))
  const toEstablish = await awaitingSecond(db, actor, unconfirmed(here))
  return [
    ...toCount.map((round): Duty => ({ kind: 'count', group, round, dueOn: lastDay(round.closesAt) })),
    ...toEstablish.map((round): Duty => {
      const since = round.count?.createdAt ?? round.closesAt
      return { kind: 'establish', group, round, since, dueOn: resultIsOut(since) }
    }),
    ...withCircle(actor, matters),
  ]
}

const toConfirm = async (db: Database, actors: readonly Actor[]): Promise<Duty[]> =>
  (await recordsAwaiting(db, actors)).map(
    ({ group, ...record }): Duty => ({ kind: 'confirm', group, record, dueOn: resultIsOut(record.record.createdAt) }),
  )

/** Asked for over all groups at once. */
async function toSign(db: Database, actors: readonly Actor[]): Promise<Duty[]> {
  const unsigned = await unsignedNotes(
    db,
    actors.map(({ group }) => group.id),
  )
  const duties = actors.map(async (actor): Promise<Duty[]> => {
    const here = unsigned.filter(({ groupId }) => groupId === actor.group.id)
    const officers = here.length > 0 ? await officersOf(db, actor.group.id) : []
    return here
      .filter(({ note }) => maySignNote(actor, note, officers))
      .map((one) => ({ kind: 'sign', group: actor.group, unsigned: one, dueOn: resultIsOut(one.note.createdAt) }))
  })
  return (await Promise.all(duties)).flat()
}

async function awaitingSecond(db: Database, actor: Actor, counted: RoundEntry[]): Promise<RoundEntry[]> {
  const officers = counted.length > 0 ? await officersOf(db, actor.group.id) : []
  return counted.filter((round) => mayFinalise(actor, round, officers))
}

function withCircle(actor: Actor, matters: Matters): Duty[] {
  const { group } = actor
  const returned = looksAfterMatters(actor) ? matters.returnedTo(group.id) : []
  const unanswered = preparesAnswers(actor) ? matters.inbox(group.id) : []
  return [
    ...returned.map((referral): Duty => {
      const since = referral.answer?.createdAt ?? referral.createdAt
      return { kind: 'rework', group, referral, since, dueOn: referral.answer?.wishedBy ?? addDays(dayOf(since), 14) }
    }),
    ...unanswered
      .filter(({ takenUp }) => takenUp === null)
      .map((referral): Duty => ({ kind: 'reply', group, referral, dueOn: answerIsHoped(referral) })),
  ]
}

async function toAnswer(db: Database, personId: string, { rounds }: Around): Promise<Duty[]> {
  if (!rounds.some(isOpen)) return []
  const awaiting = await roundsAwaiting(db, personId)
  return awaiting.flatMap(({ round: { id }, group }) =>
    rounds
      .filter(({ round }) => round.id === id)
      .map((round): Duty => ({ kind: 'answer', group, round, dueOn: lastDay(round.closesAt) })),
  )
}

async function toDo(db: Database, personId: string, actors: readonly Actor[]): Promise<Duty[]> {
  const groups = actors.map(({ group }) => group)
  return (await openTasksFor(db, personId, groups)).map((task) => ({
    ...{ kind: 'do', group: task.group, task },
    dueOn: task.dueOn ?? someday,
  }))
}

/** Whoever is called is waited for, but no deadline hangs on it: two days, as for a result. One line a text. */
async function toHear(db: Database, personId: string): Promise<Duty[]> {
  const byText = new Map<string, Mention[]>()
  for (const mention of await mentionsOf(db, personId))
    byText.set(mention.beside.id, [...(byText.get(mention.beside.id) ?? []), mention])
  return [...byText.values()].flatMap((mentions): Duty[] => {
    const [{ group, at: since }] = mentions as [Mention]
    return [{ kind: 'hear', group, mentions, since, dueOn: resultIsOut(since) }]
  })
}

/** Asked to read a text until a day. */
const toRead = async (db: Database, personId: string): Promise<Duty[]> =>
  (await readingsFor(db, personId)).map((reading) => ({
    kind: 'read',
    group: reading.group,
    reading,
    dueOn: reading.review.until,
  }))

/** Says when they can come to a meeting; asked for over all groups at once. */
async function toTick(db: Database, personId: string, actors: readonly Actor[]): Promise<Duty[]> {
  const groups = new Map(actors.map(({ group }) => [group.id, group]))
  const polls = await unansweredPolls(db, personId, [...groups.keys()])
  return polls.flatMap((poll): Duty[] => {
    const group = groups.get(poll.groupId)
    return group && group.state !== 'dissolved' ? [{ kind: 'tick', group, poll, dueOn: poll.answerBy }] : []
  })
}

/** A newer referral is to take the place of one of these groups: nobody is late for a fortnight. */
async function toAgree(db: Database, actors: readonly Actor[]): Promise<Duty[]> {
  const groups = new Map(actors.filter(looksAfterMatters).map(({ group }) => [group.id, group]))
  return (await agreementsAsked(db, [...groups.keys()])).flatMap((asked): Duty[] => {
    const group = groups.get(asked.groupId)
    return group ? [{ kind: 'agree', group, asked, dueOn: addDays(dayOf(asked.since), 14) }] : []
  })
}

/** Whoever signs minutes answers what was objected to them. */
async function toSettle(db: Database, personId: string, actors: readonly Actor[]): Promise<Duty[]> {
  const groups = new Map(actors.map(({ group }) => [group.id, group]))
  const awaited = await answersAwaited(db, personId, [...groups.keys()])
  return awaited.flatMap((objection): Duty[] => {
    const group = groups.get(objection.groupId)
    return group && group.state !== 'dissolved'
      ? [{ kind: 'settle', group, objection, dueOn: resultIsOut(objection.createdAt) }]
      : []
  })
}

/** Minutes that go round, until it is too late to object; below everything else of that day. */
async function toPeruse(db: Database, personId: string, actors: readonly Actor[]): Promise<Duty[]> {
  const groups = new Map(actors.map(({ group }) => [group.id, group]))
  return (await readingsAwaited(db, personId, [...groups.keys()])).flatMap((awaited): Duty[] => {
    const group = groups.get(awaited.groupId)
    return group && group.state !== 'dissolved'
      ? [{ kind: 'minutes', group, awaited, dueOn: lastDay(awaited.objectionsUntil) }]
      : []
  })
}

const soonestFirst = (a: Duty, b: Duty) => a.dueOn.localeCompare(b.dueOn)

/** Everything that waits for this person, over all groups: what is due first on top. */
export async function waitingFor(
  db: Database,
  person: Pick<Person, 'id'>,
  actors: readonly Actor[],
  known: Around,
): Promise<Duty[]> {
  const duties = await Promise.all([
    toAnswer(db, person.id, known),
    toDo(db, person.id, actors.filter(isMember)),
    toHear(db, person.id),
    toRead(db, person.id),
    toTick(db, person.id, actors.filter(isMember)),
    toSettle(db, person.id, actors.filter(isMember)),
    toSign(db, actors.filter(isMember)),
    toConfirm(db, actors.filter(isMember)),
    toAgree(db, actors),
    ...actors.filter(isMember).map((actor) => inGroup(db, actor, known)),
    toPeruse(db, person.id, actors.filter(isMember)),
  ])
  return duties.flat().sort(soonestFirst)
}
