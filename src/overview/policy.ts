import { mayPropose, mayReport } from '../decisions/policy.ts'
import { mayCreateDocument } from '../documents/policy.ts'
import { type Actor, has, isMember } from '../groups/actor.ts'
import { mayPlanMeetings } from '../meetings/policy.ts'
import { mayAnswerReferrals, mayForward } from '../referrals/policy.ts'
import { mayAddTask } from '../tasks/policy.ts'

/** What is going on in a group; a guest sees the papers that they were invited to (`DOMAIN.md 3.1`). */
export const mayReadOverview = (actor: Actor) => isMember(actor)

/** What the circle has decided is for everybody who belongs to the alliance (`DOMAIN.md 5.5`), not for guests. */
export const mayReadCircle = (actors: readonly Actor[]) => actors.some(isMember)

/** Dates, numbers and what became of decisions over all groups: for those who sit in the circle (`DOMAIN.md 5.1`). */
export const mayLookAfterCircle = (actor: Actor) => actor.group.kind === 'circle' && isMember(actor)

/** Returned matters wait for those who can send them again. */
export const looksAfterMatters = mayForward

/** What lies with the circle waits for whoever prepares its sessions, what lies with a group for whoever answers there. */
export const preparesAnswers = (actor: Actor) =>
  mayAnswerReferrals(actor) && (actor.group.kind === 'working_group' || has(actor, 'coordinator'))

/** What one can begin from a group's first page. */
export const beginnings = (actor: Actor) => ({
  write: mayCreateDocument(actor),
  record: mayReport(actor),
  propose: mayPropose(actor),
  addTask: mayAddTask(actor),
  plan: mayPlanMeetings(actor),
})

export type Beginnings = ReturnType<typeof beginnings>
