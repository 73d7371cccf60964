import { type Actor, isMember } from '../../groups/actor.ts'
import type { Officer } from '../officers.ts'
import { isSecondPerson, leadsRounds } from '../policy.ts'
import { isOpen, isStuck, type ObjectionEntry } from './entries.ts'

/** Only the owner says that an objection no longer stands, whatever role anybody else has (`DOMAIN.md 3.3`). */
export const mayEndObjection = (actor: Actor, objection: Pick<ObjectionEntry, 'ownerId' | 'state'>) =>
  isMember(actor) && objection.ownerId === actor.person.id && isOpen(objection)

/** Something can only have been worked in when the text is a different one since. */
export const mayFindIntegrated = (
  actor: Actor,
  objection: Pick<ObjectionEntry, 'ownerId' | 'state' | 'version'>,
  version: number,
) => mayEndObjection(actor, objection) && version > objection.version

/** Any member may look for a wording with its owner; the owner need not take it up to speak about it. */
export const mayTakeUp = (actor: Actor, objection: Pick<ObjectionEntry, 'ownerId' | 'state'>) =>
  isMember(actor) && objection.state === 'raised' && objection.ownerId !== actor.person.id

type Stuck = Pick<ObjectionEntry, 'state' | 'ownerHasLeft' | 'ownerIsSilent' | 'lapse'>

export const mayProposeLapse = (actor: Actor, objection: Stuck) =>
  leadsRounds(actor) && isStuck(objection) && objection.lapse === null

/** Never the one who has proposed it. */
export const maySignLapse = (actor: Actor, objection: Stuck, officers: Officer[]) =>
  isStuck(objection) &&
  objection.lapse !== null &&
  objection.lapse.signedAt === null &&
  isSecondPerson(actor, objection.lapse.proposedById, officers)

/** What can be done about one objection by this actor; signing needs to know who else there is. */
export const objectionAbilities = (actor: Actor, objection: ObjectionEntry, version: number) => ({
  withdraw: mayEndObjection(actor, objection),
  integrate: mayFindIntegrated(actor, objection, version),
  takeUp: mayTakeUp(actor, objection),
  proposeLapse: mayProposeLapse(actor, objection),
})

export type ObjectionAbilities = ReturnType<typeof objectionAbilities>
