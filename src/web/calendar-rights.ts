import type { Right } from './rights.ts'

const writers: Right = { who: ['lead', 'facilitator', 'coordinator'] }

/** Days that somebody outside has set; part of `routeRights`. */
export const calendarRights: Record<string, Right> = {
  'GET /deadlines': { who: ['signed in'], if: 'member of some group' },
  'GET /groups/:group/deadlines': { who: ['member'] },
  'POST /groups/:group/deadlines': writers,
  'GET /groups/:group/deadlines/:id': { who: ['member'] },
  'POST /groups/:group/deadlines/:id': writers,
  'POST /groups/:group/deadlines/:id/settlement': writers,
}
