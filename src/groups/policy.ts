import { type Actor, has, isMember } from './actor.ts'
import type { Membership, Role, Standing } from './schema.ts'

/** The roles that mean something in a group of this kind (`DOMAIN.md 3.1`). */
export const rolesFor = (kind: Actor['group']['kind']): readonly Role[] =>
  kind === 'circle'
    ? ['coordinator', 'facilitator', 'minute_taker', 'publisher']
    : ['lead', 'delegate', 'deputy_lead', 'deputy_delegate', 'facilitator', 'minute_taker']

/** The role without which nobody could change anything in a group of this kind any more. */
export const keeperOf = (kind: Actor['group']['kind']): Role => (kind === 'circle' ? 'coordinator' : 'lead')

/** A lead looks after the own group, a coordinator after the circle. */
const keeps = (actor: Actor) => has(actor, keeperOf(actor.group.kind))

export const mayInvite = (actor: Actor) => actor.group.state !== 'dissolved' && keeps(actor)

/** Guests see whom they can turn to, and themselves; who else belongs to the group is for its members. */
export const maySeePerson = (actor: Actor, { person, roles }: { person: { id: string }; roles: readonly Role[] }) =>
  isMember(actor) || roles.length > 0 || person.id === actor.person.id

/** What all groups of the alliance are for and who speaks for them is for members of one; not for guests alone. */
export const mayReadRegister = (mine: readonly { standing: Standing }[]) =>
  mine.some(({ standing }) => standing === 'member')

export const mayGiveRole = (actor: Actor) => mayInvite(actor)

export const mayChangeGuest = (actor: Actor) => mayInvite(actor)

/** Entered by those who look after the group; given by a decision, whose number is named (`DOMAIN.md 3.9`). */
export const mayGiveMandate = (actor: Actor) => mayInvite(actor)

/** Everybody may leave; those who look after the group may also see somebody off. */
export const mayEndMembership = (actor: Actor, membership: Pick<Membership, 'personId'>) =>
  membership.personId === actor.person.id || keeps(actor)

/** Takes the person as seen in the circle, or null for somebody who does not sit there. */
export const isCoordinator = (inCircle: Actor | null) =>
  inCircle !== null && inCircle.group.kind === 'circle' && has(inCircle, 'coordinator')

export const mayCreateGroup = isCoordinator

/** What the alliance stands for is the same for everybody who belongs to it; its list is kept in the circle. */
export const maySeeIdeas = (actor: Actor) => isMember(actor)

export const mayEditIdeas = (actor: Actor) => isCoordinator(actor)

export const mayInviteAnywhere = isCoordinator

const worksOn = ({ group }: Actor) => group.kind === 'working_group' && group.state !== 'dissolved'

/** Where everything goes when the group ends is best known by whoever leads it. */
export const mayPrepareOwnEnd = (actor: Actor) => worksOn(actor) && has(actor, 'lead')

/** Whoever leads a working group reports; a deputy does while they stand in. */
export const mayReportToCircle = (actor: Actor) => worksOn(actor) && has(actor, 'lead', 'deputy_lead')

export const peopleAbilities = (actor: Actor) => ({
  invite: mayInvite(actor),
  giveRole: mayGiveRole(actor),
  changeGuest: mayChangeGuest(actor),
  giveMandate: mayGiveMandate(actor),
  seeOff: keeps(actor),
  prepareEnd: mayPrepareOwnEnd(actor),
  report: mayReportToCircle(actor),
})

export type PeopleAbilities = ReturnType<typeof peopleAbilities>
