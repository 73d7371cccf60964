import { type Actor, isMember } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import { mayEditDocument } from '../policy.ts'

/**
 * States of a draft that was still being worked on are for the group: a guest reads the draft as it is, and frozen
 * versions.
 */
export const mayReadPoints = (actor: Actor) => isMember(actor)

export const mayNameState = mayEditDocument

/** What is archived stays as it is (`DOMAIN.md 3.5`). */
export const mayRestore = mayEditDocument

export const versionAbilities = (actor: Actor, paper: Pick<Paper, 'stage' | 'isTemplate'>) => ({
  readPoints: mayReadPoints(actor),
  name: mayNameState(actor, paper),
  restore: mayRestore(actor, paper),
})

export type VersionAbilities = ReturnType<typeof versionAbilities>
