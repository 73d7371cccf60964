import { type Actor, has, isMember } from '../groups/actor.ts'
import { isOpen, type ObjectionEntry } from './objections/entries.ts'
import type { Officer } from './officers.ts'
import type { Origin } from './origin.ts'
import { finalOutcomes } from './outcomes.ts'
import type { Matter } from './proposals/matters.ts'
import type { RecordEntry } from './records/reporting.ts'
import type { RoundEntry } from './rounds/entries.ts'
import type { Count, FollowUp, Round } from './rounds/schema.ts'
import type { Place } from './seats/places.ts'

type Subject = Pick<RoundEntry, 'round' | 'count' | 'decision' | 'isOver' | 'entitled' | 'answered'>

const isFinal = ({ count }: Pick<RoundEntry, 'count'>) =>
  count !== null && finalOutcomes.some((final) => final === count.outcome)

/** What happens inside a group is for its members; guests have the papers that they were invited to. */
export const mayReadDeciding = (actor: Actor) => isMember(actor)

/** Decisions are for the whole alliance: everybody who is a member of some group (`DOMAIN.md 5.5`). */
export const mayReadDecisions = (groups: { standing: Actor['standing'] }[]) =>
  groups.some(({ standing }) => standing === 'member')

export const mayPropose = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'

/** Neither taken back nor lapsed nor decided nor waiting for its second person, and nobody is answering right now. */
export const isMovable = ({ withdrawal, lapse, rounds: [latest] }: Pick<Matter, 'withdrawal' | 'lapse' | 'rounds'>) =>
  !withdrawal && !lapse && (!latest || (latest.count !== null && !isFinal(latest)))

/** Not while everybody is asked: then the round is broken off first, with a reason that all read (`DOMAIN.md 3.3`). */
export const mayWithdraw = (actor: Actor, matter: Matter) =>
  mayPropose(actor) && isMovable(matter) && matter.proposal.authorId === actor.person.id

/** Opens, closes and counts rounds (`DOMAIN.md 3.1`); in the circle the coordination too. */
export const leadsRounds = (actor: Actor) =>
  has(actor, 'lead', 'facilitator') || (actor.group.kind === 'circle' && has(actor, 'coordinator'))

type Asked = { round: Pick<Round, 'id' | 'proposalVersion' | 'rules'>; count: Pick<Count, 'outcome' | 'reason'> | null }

/** It was not turned down: too few took part, nothing was best, a meeting shall see to it. */
const leftOpen: Count['outcome'][] = ['not_quorate', 'tie', 'to_meeting']
const unheard = ['cancelled', 'no_answer']

/** After an open objection those who raised it have taken it back, or two have said that nobody is left who could. */
const isSettled = ({ round, count }: Asked, objections: Pick<ObjectionEntry, 'roundId' | 'state'>[]) =>
  count?.reason === 'open_objection' &&
  objections.every((objection) => objection.roundId !== round.id || !isOpen(objection))

interface AskedSoFar {
  proposal: Pick<Matter['proposal'], 'version'>
  /** The latest on top. */
  rounds: Asked[]
  followedUp: Pick<FollowUp, 'roundId' | 'kind'>[]
}

/** The same text goes into a further round only when it was not turned down; otherwise it is changed first (`DOMAIN.md 3.3`). */
const isReadyForRound = (
  { proposal, rounds: [latest] }: AskedSoFar,
  objections: Pick<ObjectionEntry, 'roundId' | 'state'>[],
): boolean =>
  !latest ||
  latest.round.proposalVersion < proposal.version ||
  (latest.count !== null && (leftOpen.includes(latest.count.outcome) || unheard.includes(latest.count.reason))) ||
  isSettled(latest, objections)

/** To put it off, or to hand it on, is not to look for a solution. */
const looksForSolution: FollowUp['kind'][] = ['small_group', 'next_meeting']

/** Too many differed, a solution was looked for together, and the rules named before what may be done then (`DOMAIN.md 3.3`). */
const fallsBack = ({ rounds: [latest], followedUp }: AskedSoFar): boolean =>
  latest?.count?.outcome === 'no_consensus' &&
  followedUp.some(({ roundId, kind }) => roundId === latest.round.id && looksForSolution.includes(kind)) &&
  latest.round.rules.fallback === 'majority'

/** These words met too much dissent before: whatever came of a majority since, it is only a majority that may be asked again. */
const hasFailed = ({ proposal, rounds }: AskedSoFar): boolean =>
  rounds.some(({ round, count }) => round.proposalVersion === proposal.version && count?.outcome === 'no_consensus')

/** In which ways everybody may be asked about these words now: by any method, only by a majority, or not. */
export type Readiness = 'any' | 'majority' | 'none'

export const readinessOf = (matter: AskedSoFar, objections: Pick<ObjectionEntry, 'roundId' | 'state'>[]): Readiness => {
  if (isReadyForRound(matter, objections)) return hasFailed(matter) ? 'majority' : 'any'
  return fallsBack(matter) ? 'majority' : 'none'
}

export const mayOpenRound = (actor: Actor, matter: Matter, objections: ObjectionEntry[]) =>
  leadsRounds(actor) &&
  actor.group.state === 'active' &&
  isMovable(matter) &&
  readinessOf(matter, objections) !== 'none'

/** Whoever holds a seat; whether it is still in time is for the clock of the database to say. */
export const mayAnswer = (actor: Actor, places: Pick<Place, 'personId'>[]) =>
  isMember(actor) && places.some(({ personId }) => personId === actor.person.id)

export const mayCount = (actor: Actor, round: Subject) => leadsRounds(actor) && isCountable(round)

/** Its time is over, or everybody has answered; in a meeting the count ends it. */
export const isCountable = (round: Subject) =>
  round.count === null && (hasEnded(round) || round.round.channel === 'meeting')

export const hasEnded = ({ isOver, entitled, answered }: Pick<Subject, 'isOver' | 'entitled' | 'answered'>) =>
  isOver || answered >= entitled

/** Those who open and count rounds, to be named where somebody else cannot. */
export const roundLeaders = (officers: Officer[], { kind }: Pick<Actor['group'], 'kind'>) =>
  officers.filter(({ roles }) =>
    roles.some((role) => ['lead', 'facilitator', ...(kind === 'circle' ? ['coordinator'] : [])].includes(role)),
  )

const establishes = (roles: Officer['roles'], kind: Actor['group']['kind']) =>
  roles.some((role) =>
    ['lead', 'facilitator', 'minute_taker', ...(kind === 'circle' ? ['coordinator'] : [])].includes(role),
  )

/** Those who may be the second person by their role. */
export const secondPersons = (officers: Officer[], { kind }: Pick<Actor['group'], 'kind'>, firstId: string | null) =>
  officers.filter(({ id, roles }) => id !== firstId && establishes(roles, kind))

/**
 * Nobody finalises alone: the second person is another one with a role. Where the group has no such person,
 * any other member is, so that a small group is not stuck with what it has decided.
 */
export const isSecondPerson = (actor: Actor, firstId: string | null, officers: Officer[]) =>
  isMember(actor) &&
  actor.person.id !== firstId &&
  (establishes(actor.roles, actor.group.kind) || secondPersons(officers, actor.group, firstId).length === 0)

/** Where the server has counted by itself, whoever opened the round is the first of the two. */
export const mayFinalise = (
  actor: Actor,
  { round, count, decision }: Pick<RoundEntry, 'round' | 'count' | 'decision'>,
  officers: Officer[],
) =>
  decision === null &&
  count !== null &&
  isFinal({ count }) &&
  isSecondPerson(actor, count.countedById ?? round.openedById, officers)

/** The short way is open to every member. */
export const mayReport = mayPropose

export const mayConfirm = (actor: Actor, { record, decision }: RecordEntry, officers: Officer[]) =>
  decision === null && record.discardedAt === null && isSecondPerson(actor, record.reportedById, officers)

/** Who could confirm it, and what it is the answer to. */
interface Around {
  officers: Officer[]
  origin: Origin | null
}

/** Whoever reported it. As long as it stands, nobody can answer what another group asked: there the second person can, too. */
export const mayDiscard = (actor: Actor, { record, decision }: RecordEntry, { officers, origin }: Around) =>
  isMember(actor) &&
  decision === null &&
  record.discardedAt === null &&
  (record.reportedById === actor.person.id || (origin !== null && isSecondPerson(actor, record.reportedById, officers)))

/** Lead and delegates hand a matter to the circle (`DOMAIN.md 3.1`). */
export const mayOfferReferral = (actor: Actor) => actor.group.kind === 'working_group' && has(actor, 'lead', 'delegate')

export const roundAbilities = (
  actor: Actor,
  round: RoundEntry,
  places: Pick<Place, 'personId'>[],
  officers: Officer[],
) => ({
  answer: mayAnswer(actor, places) && round.count === null && !round.isOver,
  count: mayCount(actor, round),
  finalise: mayFinalise(actor, round, officers),
})

export type RoundAbilities = ReturnType<typeof roundAbilities>

export const recordAbilities = (actor: Actor, entry: RecordEntry, around: Around) => ({
  confirm: mayConfirm(actor, entry, around.officers),
  discard: mayDiscard(actor, entry, around),
})

export type RecordAbilities = ReturnType<typeof recordAbilities>
