import { owner, type Right } from './rights.ts'

const members: Right = { who: ['member'] }
const working = owner('responsible, author, lead or coordinator')

/** What is done with a group's tasks; part of `routeRights`. */
export const taskRights: Record<string, Right> = {
  'POST /me/task-mails': { who: ['signed in'] },
  'GET /groups/:group/tasks': members,
  'POST /groups/:group/tasks': members,
  'GET /groups/:group/tasks/:id': members,
  'POST /groups/:group/tasks/:id': working,
  'POST /groups/:group/tasks/:id/people': owner('to take over what is nobody’s'),
  'POST /groups/:group/tasks/:id/completion': owner('responsible, lead or coordinator'),
  'POST /groups/:group/tasks/:id/reopening': owner('responsible, whoever ended it, lead or coordinator'),
  'POST /groups/:group/tasks/:id/drop': owner('lead or coordinator; responsible unless it was decided or returned'),
  'POST /groups/:group/tasks/:id/beginning': owner('responsible, lead or coordinator'),
  'POST /groups/:group/tasks/:id/halt': owner('responsible, lead or coordinator'),
  'POST /groups/:group/tasks/:id/place': owner('responsible, lead or coordinator'),
  'POST /groups/:group/tasks/:id/steps': working,
  'POST /groups/:group/tasks/:id/steps/:step/mark': working,
  'POST /groups/:group/tasks/:id/steps/:step/place': working,
  'POST /groups/:group/tasks/:id/steps/:step/removal': working,
  'POST /groups/:group/tasks/:id/remarks': members,
  'POST /groups/:group/tasks/:id/remarks/:remark/deletion': owner('who wrote the comment'),
}
