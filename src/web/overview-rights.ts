import type { Right } from './rights.ts'

const inCircle: Right = { who: ['member'], if: 'of the circle' }

/** Lists and pictures behind the first pages; part of `routeRights`. */
export const overviewRights: Record<string, Right> = {
  'GET /groups/:group/unfinished': inCircle,
  'GET /groups/:group/reviews': inCircle,
  'GET /groups/:group/returned': inCircle,
  'GET /groups/:group/exceptions': inCircle,
  'GET /groups/:group/health/mandates': inCircle,
  'GET /groups/:group/health/reports': inCircle,
  'GET /groups/:group/health/links': inCircle,
  'GET /groups/:group/ways': { who: ['member'] },
}
