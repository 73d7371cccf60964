import { type Actor, has, isMember } from '../groups/actor.ts'
import type { TaskEntry } from './model.ts'

type Judged = Pick<TaskEntry, 'origin' | 'createdById' | 'people' | 'ending'>

const isActive = (actor: Actor) => actor.group.state !== 'dissolved'

const leads = (actor: Actor) => has(actor, 'lead', 'coordinator')

const isResponsible = (actor: Actor, task: Judged) =>
  isMember(actor) && task.people.some(({ id }) => id === actor.person.id)

const endedIt = (actor: Actor, task: Judged) => isMember(actor) && task.ending?.endedById === actor.person.id

export const mayReadTasks = (actor: Actor) => isMember(actor)

export const mayAddTask = (actor: Actor) => isMember(actor) && isActive(actor)

/** Who closes a task (`DOMAIN.md 3.6`). */
export const mayComplete = (actor: Actor, task: Judged) =>
  !task.ending && isActive(actor) && (isResponsible(actor, task) || leads(actor))

/** A task from a decision or a return is not given up by those who carry it out. */
export const mayDrop = (actor: Actor, task: Judged) =>
  !task.ending && isActive(actor) && (leads(actor) || (task.origin === 'free' && isResponsible(actor, task)))

export const mayReopen = (actor: Actor, task: Judged) =>
  task.ending !== null && isActive(actor) && (endedIt(actor, task) || isResponsible(actor, task) || leads(actor))

/** What one has ticked off oneself a moment ago is taken back without giving a reason. */
export const mayUndo = (actor: Actor, task: Judged, now: Date) =>
  mayReopen(actor, task) && endedIt(actor, task) && isFresh(task, now)

const isFresh = ({ ending }: Judged, now: Date) =>
  ending !== null && now.getTime() - ending.createdAt.getTime() < 24 * 60 * 60 * 1000

export const mayTakeOver = (actor: Actor, task: Judged) =>
  !task.ending && task.people.length === 0 && isMember(actor) && isActive(actor)

export const mayChangeTask = (actor: Actor, task: Judged) =>
  !task.ending &&
  isActive(actor) &&
  (isResponsible(actor, task) || leads(actor) || (isMember(actor) && task.createdById === actor.person.id))

/** The answers that a row needs. */
export const taskAbilities = (actor: Actor, task: Judged, now: Date) => ({
  complete: mayComplete(actor, task),
  drop: mayDrop(actor, task),
  reopen: mayReopen(actor, task),
  undo: mayUndo(actor, task, now),
  takeOver: mayTakeOver(actor, task),
  change: mayChangeTask(actor, task),
})

export type TaskAbilities = ReturnType<typeof taskAbilities>
