import type { DecisionEntry } from '../decisions/register/log.ts'
import { holds } from '../decisions/register/standing.ts'
import { type Actor, has, isMember } from '../groups/actor.ts'
import type { Referral } from './schema.ts'

type Ends = Pick<Referral, 'fromId' | 'toId'>

/** What the group has sent and what it has got: for the members of both alone (`DOMAIN.md 3.1`). */
export const mayReadReferrals = (actor: Actor) => isMember(actor)

/** The sent text is open to whom it was sent through its referral, and through nothing else. */
export const mayReadReferral = (actor: Actor, { fromId, toId }: Ends) =>
  isMember(actor) && [fromId, toId].includes(actor.group.id)

const isWorkingGroup = ({ group }: Actor) => group.kind === 'working_group' && group.state !== 'dissolved'

/** Lead and delegates hand a matter on. */
export const mayForward = (actor: Actor) => isWorkingGroup(actor) && has(actor, 'lead', 'delegate')

/** Takes up what was sent, or enters the answer: for the circle who prepares it, for a group who leads it or its talks. */
export const mayAnswerReferrals = (actor: Actor) =>
  actor.group.kind === 'circle'
    ? has(actor, 'coordinator', 'facilitator', 'lead')
    : isWorkingGroup(actor) && has(actor, 'lead', 'facilitator')

export const mayAnswerReferral = (actor: Actor, { toId }: Pick<Referral, 'toId'>) =>
  toId === actor.group.id && mayAnswerReferrals(actor)

/** Takes back what the group has sent, or agrees that a newer one takes its place. */
export const mayEndOwnReferral = (actor: Actor, { fromId }: Pick<Referral, 'fromId'>) =>
  fromId === actor.group.id && mayForward(actor)

/** Whoever works on the new text says what became of the reasons. */
export const mayAnswerReasons = (actor: Actor, { fromId }: Pick<Referral, 'fromId'>) =>
  fromId === actor.group.id && isMember(actor) && isWorkingGroup(actor)

/** Only what the group has adopted itself. */
export const mayReferDecision = (actor: Actor, decision: Pick<DecisionEntry, 'groupId' | 'standing'>) =>
  mayForward(actor) && decision.groupId === actor.group.id && holds(decision)

type Answered = Ends & { answer: { kind: string } | null }

/** Lead and delegates of the group whose text was adopted in another form; until when says the database. */
export const mayReserve = (actor: Actor, { answer, ...ends }: Answered) =>
  mayEndOwnReferral(actor, ends) && answer?.kind === 'adopted_with_changes'

/** While it is written the changed version is for those who decide about it; what was adopted, both sides read. */
export const mayReadChanges = (actor: Actor, { answer, ...ends }: Answered) =>
  mayReadReferral(actor, ends) && (ends.toId === actor.group.id || answer?.kind === 'adopted_with_changes')

/** Who spoke for the group is written down by those who answer, before or after the decision. */
export const mayNoteVoices = (actor: Actor, { answer, ...ends }: Answered) =>
  mayAnswerReferral(actor, ends) && (answer === null || ['adopted', 'adopted_with_changes'].includes(answer.kind))
