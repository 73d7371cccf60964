import type { Right } from './rights.ts'

const answerers: Right = { who: ['lead', 'facilitator', 'coordinator'], if: 'of the group it was sent to' }

/** What happens on the way to an answer and after it; part of `routeRights`. */
export const answeringRights: Record<string, Right> = {
  'POST /groups/:group/referrals/:id/deferrals': answerers,
  'POST /groups/:group/referrals/:id/changes': answerers,
  'GET /groups/:group/referrals/:id/changes': {
    who: ['member'],
    if: 'of the sending group once it is adopted, or of the one it was sent to',
  },
  'POST /groups/:group/referrals/:id/changed-version': answerers,
  'POST /groups/:group/referrals/:id/voices': answerers,
  'POST /groups/:group/referrals/:id/reservation': {
    who: ['lead', 'delegate'],
    if: 'of the group that sent it, for seven days after an adoption with changes',
  },
}
