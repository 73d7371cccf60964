import type { Actor } from '../../groups/actor.ts'
import { mayPropose, mayReadDeciding } from '../policy.ts'

/** Whoever works with a group may know how it decides; guests too. */
export const mayReadRules = (_actor: Actor) => true

/** What is proposed is for members, like every proposal. */
export const maySeeRuleProposals = mayReadDeciding

/** A proposal like any other: every member may make it, and nobody can do it without one (`DOMAIN.md 3.2`). */
export const mayProposeRules = mayPropose
