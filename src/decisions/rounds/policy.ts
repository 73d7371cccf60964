import { type Actor, isMember } from '../../groups/actor.ts'
import { finalOutcomes } from '../outcomes.ts'
import { leadsRounds, mayAnswer, mayOfferReferral } from '../policy.ts'
import type { Place } from '../seats/places.ts'
import type { RoundEntry } from './entries.ts'
import { extensionsAllowed } from './extending.ts'
import type { FollowUp } from './schema.ts'

type Running = Pick<RoundEntry, 'count' | 'isOver'>
type Places = Pick<Place, 'personId'>[]

/** Not counted, and its time has not come. */
export const isRunning = ({ count, isOver }: Running) => count === null && !isOver

/** As often as its rules say (`DOMAIN.md 4.8`). */
export const mayExtend = (actor: Actor, entry: Running & Pick<RoundEntry, 'round'>, used: number) =>
  leadsRounds(actor) && isRunning(entry) && used < extensionsAllowed(entry.round)

export const mayCancel = (actor: Actor, entry: Running) => leadsRounds(actor) && isRunning(entry)

/** Whoever may answer may ask for a meeting instead. */
export const mayDemandMeeting = (actor: Actor, entry: Running & Pick<RoundEntry, 'round'>, places: Places) =>
  entry.round.channel === 'circular' && isRunning(entry) && mayAnswer(actor, places)

export const mayConfirmReach = (actor: Actor, entry: Running, places: Places) =>
  isRunning(entry) && mayAnswer(actor, places)

export const maySeeReach = leadsRounds

/** It was counted, and nothing was decided. */
export const isWithoutResult = ({ count, decision }: Pick<RoundEntry, 'count' | 'decision'>) =>
  count !== null && decision === null && !finalOutcomes.some((final) => final === count.outcome)

export const mayFollowUp = (actor: Actor, entry: Pick<RoundEntry, 'count' | 'decision'>) =>
  isMember(actor) && leadsRounds(actor) && isWithoutResult(entry)

/** Only lead and delegates bring something to the circle. */
export const mayChoose = (actor: Actor, kind: FollowUp['kind']) => kind !== 'circle' || mayOfferReferral(actor)
