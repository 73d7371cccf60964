import type { DecisionEntry } from '../decisions/register/log.ts'
import { holds } from '../decisions/register/standing.ts'
import { type Actor, has, isMember } from '../groups/actor.ts'
import type { Referral } from './schema.ts'

type Ends = Pick<Referral, 'fromId' | 'toId'>

/** What the group has sent, what the circle has got: for their members alone (`DOMAIN.md 3.1`). */
export const mayReadReferrals = (actor: Actor) => isMember(actor)

/** The sent text is open to the circle through its referral, and through nothing else. */
export const mayReadReferral = (actor: Actor, { fromId, toId }: Ends) =>
  isMember(actor) && [fromId, toId].includes(actor.group.id)

/** Lead and delegates hand a matter to the circle. */
export const mayForward = (actor: Actor) =>
  actor.group.kind === 'working_group' && actor.group.state !== 'dissolved' && has(actor, 'lead', 'delegate')

/** Takes up what was sent, or enters the circle's answer. */
export const mayAnswerReferrals = (actor: Actor) =>
  actor.group.kind === 'circle' && has(actor, 'coordinator', 'facilitator', 'lead')

export const mayAnswerReferral = (actor: Actor, { toId }: Pick<Referral, 'toId'>) =>
  toId === actor.group.id && mayAnswerReferrals(actor)

/** Only what the group has adopted itself. */
export const mayReferDecision = (actor: Actor, decision: Pick<DecisionEntry, 'groupId' | 'standing'>) =>
  mayForward(actor) && decision.groupId === actor.group.id && holds(decision)
