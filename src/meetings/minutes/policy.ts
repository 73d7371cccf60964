import { type Actor, isMember } from '../../groups/actor.ts'
import { mayAnswerReferrals } from '../../referrals/policy.ts'
import type { AgendaItem } from '../agenda/schema.ts'
import { mayRunMeeting } from '../attendance/policy.ts'
import type { MeetingEntry } from '../model.ts'
import type { CirculationEntry, MinutesFacts } from './model.ts'
import type { MinutesObjectionEntry } from './objections.ts'
import type { MinutesNote } from './schema.ts'
import { isSettled } from './state.ts'

const isOpen = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'

/** Minutes belong to the members of the group until they are approved; then the whole alliance reads them (`DOMAIN.md 5.5`). */
export const mayReadMinutes = (actor: Actor) => isMember(actor)

/** Whoever writes may also make a decision or a task of a line; a decision waits for its second person anyway. */
export const mayLiftLine = (actor: Actor) => isOpen(actor)

type Led = Pick<MeetingEntry, 'facilitatorId' | 'minuteTakerId'>

/** What is decided on a referral answers it: that is for those who answer referrals, or who run this meeting. */
export const mayDecideByLine = (actor: Actor, meeting: Led, { referralId }: Pick<AgendaItem, 'referralId'>) =>
  mayLiftLine(actor) && (referralId === null || mayAnswerReferrals(actor) || mayRunMeeting(actor, meeting))

/** Once the meeting is over, by those who ran it. */
export const mayCirculate = (actor: Actor, meeting: MeetingEntry) => mayRunMeeting(actor, meeting)

/** Everybody who belongs to the group, while it goes round; whether it is in time the clock of the database says. */
export const mayObject = (actor: Actor, { state }: Pick<MinutesFacts, 'state'>) =>
  isOpen(actor) && (state === 'circulated' || state === 'contested' || state === 'corrected')

const signs = (
  actor: Actor,
  { minuteTakerId, facilitatorId }: Pick<CirculationEntry, 'minuteTakerId' | 'facilitatorId'>,
) => actor.person.id === minuteTakerId || actor.person.id === facilitatorId

/** Only the two who sign, each once; nobody answers an objection of their own (`DOMAIN.md 3.1`). */
export const mayAnswerObjection = (
  actor: Actor,
  { circulations }: Pick<MinutesFacts, 'circulations'>,
  {
    circulationId,
    raisedById,
    views,
    ruling,
  }: Pick<MinutesObjectionEntry, 'circulationId' | 'raisedById' | 'views' | 'ruling'>,
) =>
  isOpen(actor) &&
  actor.person.id !== raisedById &&
  ruling === null &&
  circulations.some((one) => one.id === circulationId && signs(actor, one)) &&
  !views.some(({ personId }) => personId === actor.person.id)

export const mayHandOn = (
  actor: Actor,
  meeting: MeetingEntry,
  { state, isHanded }: Pick<MinutesObjectionEntry, 'state' | 'isHanded'>,
) => mayRunMeeting(actor, meeting) && !isHanded && !isSettled(state)

/** While the group sits together in a later meeting, by those who run that one. */
export const mayEnterRuling = (actor: Actor, inSession: MeetingEntry | null) =>
  inSession !== null && mayRunMeeting(actor, inSession)

/** Those who signed; where one of them has left the group, whoever runs its meetings now. */
export const mayPutRight = (
  actor: Actor,
  facts: Pick<MinutesFacts, 'circulations'>,
  memberIds: ReadonlySet<string>,
) => {
  const [last] = facts.circulations
  if (!isOpen(actor) || !last) return false
  const isLeft = ![last.minuteTakerId, last.facilitatorId].every((id) => memberIds.has(id))
  return signs(actor, last) || (isLeft && mayRunMeeting(actor, { facilitatorId: null, minuteTakerId: null }))
}

export const maySignNote = (
  actor: Actor,
  { firstPersonId, signedAt, discardedAt }: Pick<MinutesNote, 'firstPersonId' | 'signedAt' | 'discardedAt'>,
) => signedAt === null && discardedAt === null && actor.person.id !== firstPersonId
