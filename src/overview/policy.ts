import { mayPropose, mayReport } from '../decisions/policy.ts'
import { mayCreateDocument } from '../documents/policy.ts'
import { type Actor, has, isMember } from '../groups/actor.ts'
import { mayAnswerReferrals, mayForward } from '../referrals/policy.ts'
import { mayAddTask } from '../tasks/policy.ts'

/** What is going on in a group; a guest sees the papers that they were invited to (`DOMAIN.md 3.1`). */
export const mayReadOverview = (actor: Actor) => isMember(actor)

/** What the circle has decided is for everybody who belongs to the alliance (`DOMAIN.md 5.5`), not for guests. */
export const mayReadCircle = (actors: readonly Actor[]) => actors.some(isMember)

/** Returned matters wait for those who can send them again. */
export const looksAfterMatters = mayForward

/** What lies with the circle waits for whoever prepares its sessions. */
export const preparesAnswers = (actor: Actor) => mayAnswerReferrals(actor) && has(actor, 'coordinator')

/** What one can begin from a group's first page. */
export const beginnings = (actor: Actor) => ({
  write: mayCreateDocument(actor),
  record: mayReport(actor),
  propose: mayPropose(actor),
  addTask: mayAddTask(actor),
})

export type Beginnings = ReturnType<typeof beginnings>
