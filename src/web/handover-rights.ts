import type { Right } from './rights.ts'

const leaving: Right = { who: ['lead', 'coordinator'], if: 'or the person who leaves' }
const leavingAlliance: Right = { who: ['coordinator'], if: 'of the circle, or the person who leaves' }
const preparing: Right = { who: ['lead', 'coordinator'], if: 'lead: of that group; coordinator: of the circle' }
const deciding: Right = { who: ['coordinator'], if: 'of the circle' }

/** Leaving, resting and ending, and what groups tell the circle; part of `routeRights`. */
export const handoverRights: Record<string, Right> = {
  'GET /groups/:group/people/:id/departure': leaving,
  'POST /groups/:group/people/:id/departure': leaving,
  'GET /groups/:group/handovers': { who: ['member'] },
  'GET /departures/:id': leavingAlliance,
  'POST /departures/:id': leavingAlliance,
  'GET /dissolutions/:group': { who: ['signed in'], if: 'prepares it, or it is done and one belongs to the alliance' },
  'POST /dissolutions/:group/heir': preparing,
  'POST /dissolutions/:group/destinations': preparing,
  'POST /dissolutions/:group/completion': deciding,
  'POST /dissolutions/:group/rest': deciding,
  'POST /dissolutions/:group/waking': deciding,
  'GET /reports': { who: ['signed in'], if: 'member of some group' },
  'GET /reports/:id': { who: ['signed in'], if: 'member of some group' },
  'GET /groups/:group/reports/new': { who: ['lead'] },
  'POST /groups/:group/reports': { who: ['lead'] },
}
