import { type Actor, has, isMember } from '../groups/actor.ts'
import type { TaskEntry } from './model.ts'

type Judged = Pick<TaskEntry, 'origin' | 'createdById' | 'people' | 'ending'> & Partial<Pick<TaskEntry, 'begunAt'>>

const isActive = (actor: Actor) => actor.group.state !== 'dissolved'

const leads = (actor: Actor) => has(actor, 'lead', 'coordinator')

const isResponsible = (actor: Actor, task: Judged) =>
  isMember(actor) && task.people.some(({ id }) => id === actor.person.id)

const endedIt = (actor: Actor, task: Judged) => isMember(actor) && task.ending?.endedById === actor.person.id

export const mayReadTasks = (actor: Actor) => isMember(actor)

export const mayAddTask = (actor: Actor) => isMember(actor) && isActive(actor)

/** Who closes a task (`DOMAIN.md 3.6`). Whether it is still open is for the verb to say: somebody may be faster. */
export const mayComplete = (actor: Actor, task: Judged) =>
  isActive(actor) && (isResponsible(actor, task) || leads(actor))

const isBinding = ({ origin }: Judged) => origin === 'decision' || origin === 'return'

/** A task from a decision or a return is not given up by those who carry it out. */
export const mayDrop = (actor: Actor, task: Judged) =>
  isActive(actor) && (leads(actor) || (!isBinding(task) && isResponsible(actor, task)))

/** Whoever could tick it off says whether it is in progress and where it lies on the board. */
export const mayBegin = mayComplete

/** The checklist belongs to the work; whoever may not change the words of a task does not change its steps. */
export const mayWorkOn = (actor: Actor, task: Judged) => mayComplete(actor, task) || mayChangeTask(actor, task)

export const mayRemark = (actor: Actor) => isMember(actor) && isActive(actor)

/** One's own words alone, for as long as one is a member. */
export const mayDeleteRemark = (actor: Actor, remark: { authorId: string }) =>
  mayRemark(actor) && remark.authorId === actor.person.id

export const mayReopen = (actor: Actor, task: Judged) =>
  isActive(actor) && (endedIt(actor, task) || isResponsible(actor, task) || leads(actor))

/** What one has ticked off oneself a moment ago is taken back without giving a reason. */
export const mayUndo = (actor: Actor, task: Judged, now: Date) =>
  mayReopen(actor, task) && endedIt(actor, task) && isFresh(task, now)

const isFresh = ({ ending }: Judged, now: Date) =>
  ending !== null && now.getTime() - ending.createdAt.getTime() < 24 * 60 * 60 * 1000

/** For what is nobody's; of two who take it on at once the first one has it. */
export const mayTakeOver = (actor: Actor) => isMember(actor) && isActive(actor)

export const mayChangeTask = (actor: Actor, task: Judged) =>
  isActive(actor) &&
  (isResponsible(actor, task) || leads(actor) || (isMember(actor) && task.createdById === actor.person.id))

/** The answers that a row needs: who may, and whether there is anything to do. */
export const taskAbilities = (actor: Actor, task: Judged, now: Date) => {
  const isOpen = task.ending === null
  return {
    complete: isOpen && mayComplete(actor, task),
    drop: isOpen && mayDrop(actor, task),
    reopen: !isOpen && mayReopen(actor, task),
    undo: !isOpen && mayUndo(actor, task, now),
    takeOver: isOpen && task.people.length === 0 && mayTakeOver(actor),
    change: isOpen && mayChangeTask(actor, task),
    begin: isOpen && !task.begunAt && mayBegin(actor, task),
    halt: isOpen && !!task.begunAt && mayBegin(actor, task),
    work: isOpen && mayWorkOn(actor, task),
    remark: mayRemark(actor),
  }
}

export type TaskAbilities = ReturnType<typeof taskAbilities>

/** In the list of one's own tasks: one is responsible for all of them. */
export const ownTaskAbilities = (personId: string, task: Judged) => ({
  complete: task.ending === null,
  undo: task.ending?.endedById === personId,
  takeOver: false,
  change: task.ending === null,
  begin: task.ending === null && !task.begunAt,
  halt: task.ending === null && !!task.begunAt,
})
