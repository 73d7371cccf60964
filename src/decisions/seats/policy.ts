import { type Actor, has, isMember } from '../../groups/actor.ts'
import { keeperOf } from '../../groups/policy.ts'
import type { Rules } from '../../groups/rules.ts'
import { leadsRounds } from '../policy.ts'
import type { RoundEntry } from '../rounds/entries.ts'
import type { Place } from './places.ts'
import type { ProxyEntry } from './proxies.ts'
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

/** Not by circular: there everybody answers in text form themselves. */
export const mayEnterPaper = (actor: Actor, { count, isOver, round }: Running) =>
  takesMinutes(actor) && count === null && !isOver && round.channel !== 'circular'

/** Attendance and hands belong to a meeting; there the count ends the round, not the clock. */
export const mayEnterMeeting = (actor: Actor, { count, round }: Running) =>
  takesMinutes(actor) && count === null && round.channel === 'meeting'

export const mayOpenMeeting = (actor: Actor, entry: Running) =>
  mayEnterPaper(actor, entry) || mayEnterMeeting(actor, entry)

/** Whoever answers for the seat declares it; whoever leads the round has asked and enters it (`DOMAIN.md 4.1 G9`). */
export const mayRecuse = (
  actor: Actor,
  { count }: Pick<RoundEntry, 'count'>,
  places: Pick<Place, 'seat'>[],
  seatId: string,
) => count === null && (leadsRounds(actor) || (isMember(actor) && places.some(({ seat }) => seat.id === seatId)))

/** What this actor can do about the seats of a round, for its page. */
export const seatActs = (actor: Actor, entry: RoundEntry, roll: SeatEntry[], places: Pick<Place, 'seat'>[]) => ({
  toMeeting: mayOpenMeeting(actor, entry),
  recusable: roll.filter(({ id, lost, recused }) => !lost && !recused && mayRecuse(actor, entry, places, id)),
})

export type SeatActs = ReturnType<typeof seatActs>
