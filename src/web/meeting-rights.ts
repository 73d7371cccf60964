import type { Right } from './rights.ts'

const members: Right = { who: ['member'] }
const planners: Right = { who: ['lead', 'facilitator', 'coordinator'] }
const arrangers: Right = { who: ['lead', 'facilitator', 'minute taker', 'coordinator'] }

/** Meetings and their agendas; part of `routeRights`. */
export const meetingRights: Record<string, Right> = {
  'GET /meetings': { who: ['signed in'], if: 'member of some group; of other groups’ meetings title and day alone' },
  'GET /groups/:group/meetings': members,
  'GET /groups/:group/meetings/new': planners,
  'POST /groups/:group/meetings': planners,
  'GET /groups/:group/meetings/:id': members,
  'GET /groups/:group/meetings/:id/calendar.ics': members,
  'GET /groups/:group/meetings/:id/details': planners,
  'POST /groups/:group/meetings/:id/details': planners,
  'POST /groups/:group/meetings/:id/cancellation': planners,
  'POST /groups/:group/meetings/:id/invitation': planners,
  'POST /groups/:group/meetings/:id/intake': arrangers,
  'POST /groups/:group/meetings/:id/order': arrangers,
  'POST /groups/:group/meetings/:id/items': arrangers,
  'GET /groups/:group/meetings/:id/items/:item': arrangers,
  'POST /groups/:group/meetings/:id/items/:item': arrangers,
  'POST /groups/:group/meetings/:id/items/:item/removal': arrangers,
  'POST /groups/:group/referrals/:id/meeting': {
    who: ['coordinator', 'facilitator', 'lead'],
    if: 'of the group that it was sent to',
  },
}
