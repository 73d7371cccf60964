import { owner, type Right } from './rights.ts'

const senders: Right = { who: ['lead', 'delegate'], if: 'of the group that sent it' }

const answerers: Right = { who: ['lead', 'facilitator', 'coordinator'], if: 'of the group it was sent to' }

/** What the sending side does with what it has sent; part of `routeRights`. */
export const sendingRights: Record<string, Right> = {
  'GET /groups/:group/referrals/:id/withdrawal': senders,
  'POST /groups/:group/referrals/:id/withdrawal': senders,
  'GET /groups/:group/referrals/:id/replacements': answerers,
  'POST /groups/:group/referrals/:id/replacements': answerers,
  'POST /groups/:group/referrals/:id/replacements/:replacement/agreement': senders,
  'POST /groups/:group/referrals/:id/replacements/:replacement/refusal': senders,
  'GET /groups/:group/referrals/:id/reasons': owner('belongs to the group that sent it'),
  'POST /groups/:group/referrals/:id/reasons': owner('belongs to the group that sent it'),
}
