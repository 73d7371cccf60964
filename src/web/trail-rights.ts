import type { Right } from './rights.ts'

const reading: Right = { who: ['signed in'], if: 'member of some group; what is closed to them stays closed' }
const owners: Right = { who: ['member'], if: 'the thing is the group’s' }

export const trailRights: Record<string, Right> = {
  'GET /ideas': reading,
  'GET /ideas/:code': reading,
  'GET /topics/:topic': reading,
  'GET /groups/:group/:things/:id/links': owners,
  'POST /groups/:group/:things/:id/links': owners,
  'GET /groups/:group/checks': { who: ['member'] },
  'POST /groups/:group/checks': { who: ['member'] },
  'POST /groups/:group/ideas/:id/replacement': { who: ['coordinator'], if: 'of the circle' },
}
