import { type Actor, isMember } from '../../groups/actor.ts'
import { leadsTexts } from '../stages/policy.ts'
import type { Correction, EditorialMandate } from './schema.ts'

const isOpen = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'

/** Given with the decision, or confirmed by a second person. */
export const isInForce = ({ decision, confirmedAt, endedAt }: EditorialMandate) =>
  endedAt === null && (decision !== '' || confirmedAt !== null)

/** The lead enters who has it. */
export const mayGiveEditor = (actor: Actor, isAdopted: boolean) => leadsTexts(actor) && isAdopted

/** A second person: neither who gave it nor who gets it. */
export const mayConfirmEditor = (actor: Actor, mandate: EditorialMandate) =>
  isOpen(actor) &&
  mandate.endedAt === null &&
  !isInForce(mandate) &&
  actor.person.id !== mandate.givenById &&
  actor.person.id !== mandate.personId

export const mayEndEditor = (actor: Actor, { personId, endedAt }: EditorialMandate) =>
  endedAt === null && (leadsTexts(actor) || (isOpen(actor) && actor.person.id === personId))

/** Typing errors after adoption are only for who has the mandate (`DOMAIN.md 3.5`). */
export const mandateOf = (actor: Actor, mandates: EditorialMandate[]): EditorialMandate | null =>
  (isOpen(actor) && mandates.find((one) => one.personId === actor.person.id && isInForce(one))) || null

/** What is confirmed is what was read: the mandate is still there, and the same version is in force. */
export const isConfirmable = (
  { against }: Pick<Correction, 'against'>,
  mandate: EditorialMandate | null,
  inForce: { checksum: string },
) => mandate !== null && isInForce(mandate) && against === inForce.checksum

/** Nobody corrects alone. */
export const mayConfirmCorrection = (actor: Actor, { madeById, endedAt }: Pick<Correction, 'madeById' | 'endedAt'>) =>
  isOpen(actor) && endedAt === null && actor.person.id !== madeById

export const mayDiscardCorrection = (actor: Actor, { madeById, endedAt }: Pick<Correction, 'madeById' | 'endedAt'>) =>
  endedAt === null && (leadsTexts(actor) || (isOpen(actor) && actor.person.id === madeById))
