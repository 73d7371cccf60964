import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

const ofTask = (group: Slugged, task: Identified, part = '') => inGroup(group, `/tasks/${task.id}${part}`)

/** What a group has to do; part of `paths`. */
export const taskPaths = {
  /** The list or, with `view=board`, the board; with what is wanted of it. */
  tasks: (group: Slugged, wanted: Record<string, string | undefined> = {}) =>
    withQuery(inGroup(group, '/tasks'), wanted),
  /** A new one that comes of a conversation beside a text. */
  taskFromComment: (group: Slugged, thread: Identified) =>
    `${withQuery(inGroup(group, '/tasks'), { comment: thread.id })}#write-task`,
  task: (group: Slugged, task: Identified) => ofTask(group, task),
  taskCompletion: (group: Slugged, task: Identified) => ofTask(group, task, '/completion'),
  taskReopening: (group: Slugged, task: Identified) => ofTask(group, task, '/reopening'),
  taskDrop: (group: Slugged, task: Identified) => ofTask(group, task, '/drop'),
  taskPeople: (group: Slugged, task: Identified) => ofTask(group, task, '/people'),
  taskBeginning: (group: Slugged, task: Identified) => ofTask(group, task, '/beginning'),
  taskHalt: (group: Slugged, task: Identified) => ofTask(group, task, '/halt'),
  /** Where its card lies on the board. */
  taskPlace: (group: Slugged, task: Identified) => ofTask(group, task, '/place'),
  taskSteps: (group: Slugged, task: Identified) => ofTask(group, task, '/steps'),
  taskStep: (group: Slugged, task: Identified, step: Identified, part: 'mark' | 'place' | 'removal') =>
    ofTask(group, task, `/steps/${step.id}/${part}`),
  taskRemarks: (group: Slugged, task: Identified) => ofTask(group, task, '/remarks'),
  taskRemarkDeletion: (group: Slugged, task: Identified, remark: Identified) =>
    ofTask(group, task, `/remarks/${remark.id}/deletion`),
  taskMails: () => '/me/task-mails',
}
