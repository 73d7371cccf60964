import type { Right } from './rights.ts'

const planners: Right = { who: ['lead', 'facilitator', 'coordinator'] }

export const pollRights: Record<string, Right> = {
  'GET /groups/:group/polls': { who: ['member'] },
  'GET /groups/:group/polls/new': planners,
  'POST /groups/:group/polls': planners,
  'GET /groups/:group/polls/:id': { who: ['member'] },
  'POST /groups/:group/polls/:id/replies': { who: ['member'] },
  'POST /groups/:group/polls/:id/closing': planners,
  'POST /groups/:group/polls/:id/discard': planners,
}
