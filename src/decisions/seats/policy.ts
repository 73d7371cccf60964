import { type Actor, has, isMember } from '../../groups/actor.ts'
import { keeperOf } from '../../groups/policy.ts'
import type { Rules } from '../../groups/rules.ts'
import type { Officer } from '../officers.ts'
import { isSecondPerson, leadsRounds } from '../policy.ts'
import type { RoundEntry } from '../rounds/entries.ts'
import type { Place } from './places.ts'
import type { ProxyEntry } from './proxies.ts'
import type { ProposedRecusal } from './recusing.ts'
import type { SeatEntry } from './roll.ts'

/** Who has a voice in a group is for its members. */
export const maySeeSeats = (actor: Actor) => isMember(actor)

/** A lead looks after the seats of the own group, a coordinator after those of the circle. */
export const mayArrangeSeats = (actor: Actor) =>
  actor.group.state !== 'dissolved' && has(actor, keeperOf(actor.group.kind))

/** Off unless the group's own rules say otherwise (`DOMAIN.md 4.9`). */
export const mayGiveProxy = (actor: Actor, { proxiesPerHolder }: Pick<Rules, 'proxiesPerHolder'>) =>
  isMember(actor) && actor.votes && proxiesPerHolder > 0

export const mayEndProxy = (actor: Actor, { principal }: Pick<ProxyEntry, 'principal'>) =>
  isMember(actor) && principal.id === actor.person.id

/** Whoever leads rounds or takes the minutes (`DOMAIN.md 3.1`). */
export const takesMinutes = (actor: Actor) => leadsRounds(actor) || has(actor, 'minute_taker')

type Running = Pick<RoundEntry, 'count' | 'isOver' | 'round'>

/** Only in a meeting is a paper handed in; elsewhere everybody answers themselves. */
export const mayEnterPaper = (actor: Actor, { count, isOver, round }: Running) =>
  takesMinutes(actor) && count === null && !isOver && round.channel === 'meeting'

/** Attendance and hands belong to a meeting; there the count ends the round, not the clock. */
export const mayEnterMeeting = (actor: Actor, { count, round }: Running) =>
  takesMinutes(actor) && count === null && round.channel === 'meeting'

export const mayOpenMeeting = (actor: Actor, entry: Running) =>
  mayEnterPaper(actor, entry) || mayEnterMeeting(actor, entry)

type Placed = Pick<Place, 'seat' | 'rank'>[]

/** In a meeting the count ends the round, elsewhere the clock. */
const isOpenToRecusals = ({ count, isOver, round }: Running) =>
  count === null && (!isOver || round.channel === 'meeting')

/** Whoever answers for the seat, and whoever leads the round and has asked (`DOMAIN.md 4.1 G9`). */
export const maySpeakOfConflict = (actor: Actor, places: Placed, seatId: string) =>
  leadsRounds(actor) || (isMember(actor) && places.some(({ seat }) => seat.id === seatId))

export const mayRecuse = (actor: Actor, entry: Running, places: Placed, seatId: string) =>
  isOpenToRecusals(entry) && maySpeakOfConflict(actor, places, seatId)

const sitsOn = (places: Placed, seatId: string) =>
  places.some(({ seat, rank }) => seat.id === seatId && rank === 'principal')

/** A principal of the seat, or a second person: nobody takes away somebody else's vote alone. */
export const mayConfirmRecusal = (
  actor: Actor,
  entry: Running,
  { seatId, proposedById }: Pick<ProposedRecusal, 'seatId' | 'proposedById'>,
  places: Placed,
  officers: Officer[],
) =>
  isOpenToRecusals(entry) &&
  actor.person.id !== proposedById &&
  ((isMember(actor) && sitsOn(places, seatId)) || isSecondPerson(actor, proposedById, officers))

/** Whoever has proposed it may have been wrong. */
export const mayWithdrawRecusal = (
  actor: Actor,
  { count }: Pick<Running, 'count'>,
  { proposedById }: Pick<ProposedRecusal, 'proposedById'>,
) => isMember(actor) && count === null && actor.person.id === proposedById

interface Around {
  roll: SeatEntry[]
  places: Placed
  proposed: ProposedRecusal[]
  officers: Officer[]
}

/** What this actor can do about the seats of a round, for its page. */
export const seatActs = (actor: Actor, entry: RoundEntry, { roll, places, proposed, officers }: Around) => ({
  toMeeting: mayOpenMeeting(actor, entry),
  recusable: roll
    .filter(({ id, lost, recused }) => !lost && !recused && mayRecuse(actor, entry, places, id))
    .filter(({ id }) => sitsOn(places, id) || !proposed.some(({ seatId }) => seatId === id)),
  proposed: proposed.map((proposal) => ({
    ...proposal,
    seat: roll.find(({ id }) => id === proposal.seatId)?.name ?? '',
    mayConfirm: mayConfirmRecusal(actor, entry, proposal, places, officers),
    mayWithdraw: mayWithdrawRecusal(actor, entry, proposal),
  })),
})

export type SeatActs = ReturnType<typeof seatActs>
