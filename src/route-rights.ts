import { answeringRights } from './web/answering-rights.ts'
import { calendarRights } from './web/calendar-rights.ts'
import { chainRights } from './web/chain-rights.ts'
import { documentRights } from './web/document-rights.ts'
import { handoverRights } from './web/handover-rights.ts'
import { meetingRights } from './web/meeting-rights.ts'
import { minutesRights } from './web/minutes-rights.ts'
import { overviewRights } from './web/overview-rights.ts'
import { pollRights } from './web/poll-rights.ts'
import { proposalRights } from './web/proposal-rights.ts'
import { registerRights } from './web/register-rights.ts'
import { owner, type Right } from './web/rights.ts'
import { roundRights } from './web/round-rights.ts'
import { seatRights } from './web/seat-rights.ts'
import { sendingRights } from './web/sending-rights.ts'
import { similarRights } from './web/similar-rights.ts'
import { stageRights } from './web/stage-rights.ts'
import { taskRights } from './web/task-rights.ts'
import { trailRights } from './web/trail-rights.ts'

const everybody: Right = { who: ['everybody'] }
const signedIn: Right = { who: ['signed in'] }
const coordinator: Right = { who: ['coordinator'], if: 'of the circle' }
const belonging: Right = { who: ['guest', 'member'] }
const members: Right = { who: ['member'] }
const keepers: Right = { who: ['lead', 'coordinator'] }
const rounds: Right = { who: ['lead', 'facilitator', 'coordinator'] }
const senders: Right = { who: ['lead', 'delegate'], if: 'of a working group' }
const answerers: Right = { who: ['coordinator', 'facilitator', 'lead'], if: 'of the group it was sent to' }

/** One row a route; a route without a row fails the tests. */
export const routeRights: Record<string, Right> = {
  'GET /healthz': everybody,
  'GET /readyz': everybody,
  'GET /help': everybody,
  'GET /help/circle': everybody,
  'GET /imprint': everybody,
  'GET /privacy': everybody,
  'GET /kit': { who: ['everybody'], if: 'not in production' },
  'GET /mailbox': { who: ['everybody'], if: 'not in production' },
  'GET /sign-in': everybody,
  'POST /sign-in': everybody,
  'GET /sign-in/sent': everybody,
  'GET /sign-in/:token': { who: ['everybody'], if: 'with the link' },
  'POST /sign-in/:token': { who: ['everybody'], if: 'with the link, once' },
  'POST /sign-out': everybody,
  'POST /language': everybody,
  'GET /set-up/:token': { who: ['everybody'], if: 'with the link, on an empty installation' },
  'POST /set-up/:token': { who: ['everybody'], if: 'with the link, once' },
  'GET /invitations/:token': { who: ['everybody'], if: 'with the link' },
  'POST /invitations/:token': { who: ['everybody'], if: 'with the link, once' },

  'GET /published/:slug': { who: ['everybody'], if: 'it was published' },
  'GET /published/:slug/attachments/:id': { who: ['everybody'], if: 'it is public and stands in it' },

  'GET /': signedIn,
  'GET /stream': signedIn,
  'GET /circle': { who: ['signed in'], if: 'member of some group' },
  'GET /me': signedIn,
  'POST /me/name': signedIn,
  'POST /me/mention-mails': signedIn,
  'POST /me/sessions/end': signedIn,
  'POST /me/sessions/:id/end': { who: ['signed in'], if: 'own session' },
  'GET /documents/kept': { who: ['signed in'], if: 'answers about texts that one may read' },
  'GET /tasks': signedIn,
  'GET /groups': { who: ['signed in'], if: 'all groups: member of some group; others see their own' },
  'GET /groups/new': coordinator,
  'POST /groups/new': coordinator,
  'POST /invitations': coordinator,
  'POST /invitations/:id/revocation': coordinator,

  'GET /groups/:group': belonging,
  'GET /groups/:group/stream': members,
  'POST /groups/:group/visit': belonging,
  'GET /groups/:group/people': belonging,
  'POST /groups/:group/invitations': keepers,
  'POST /groups/:group/invitations/:id/revocation': keepers,
  'POST /groups/:group/people/:id/roles': keepers,
  'POST /groups/:group/people/:id/roles/:role/end': keepers,
  'POST /groups/:group/people/:id/last-day': keepers,
  'POST /groups/:group/mandate': keepers,
  'GET /groups/:group/ideas': { who: ['member'], if: 'of the circle' },
  'POST /groups/:group/ideas': coordinator,
  'POST /groups/:group/ideas/:id': coordinator,
  'POST /groups/:group/ideas/:id/rise': coordinator,
  'POST /groups/:group/ideas/:id/removal': coordinator,

  ...documentRights,
  ...stageRights,
  ...similarRights,
  ...pollRights,
  ...trailRights,
  ...proposalRights,
  ...registerRights,
  ...chainRights,
  ...calendarRights,
  ...overviewRights,
  ...meetingRights,
  ...minutesRights,
  ...seatRights,
  ...handoverRights,
  ...sendingRights,
  ...answeringRights,
  ...roundRights,
  ...taskRights,

  'GET /groups/:group/rounds/:id': members,
  'GET /groups/:group/rounds/:id/text': members,
  'GET /groups/:group/rounds/:id/roll': members,
  'POST /groups/:group/rounds/:id/ballot': owner('holds a seat of the roll'),
  'POST /groups/:group/rounds/:id/ballot/retraction': owner('holds a seat of the roll'),
  'POST /groups/:group/rounds/:id/count': { ...rounds, if: 'its time is over or everybody has answered' },

  'GET /groups/:group/referrals': members,
  'GET /groups/:group/referrals/new': senders,
  'POST /groups/:group/referrals': senders,
  'GET /groups/:group/referrals/:id': { who: ['member'], if: 'of the group that sent it or got it' },
  'GET /groups/:group/referrals/:id/text': { who: ['member'], if: 'of the group that sent it or got it' },
  'GET /groups/:group/referrals/:id/comments': { who: ['member'], if: 'of the group that sent it or got it' },
  'GET /groups/:group/referrals/:id/threads': { who: ['member'], if: 'of the group that sent it or got it' },
  'POST /groups/:group/referrals/:id/threads': { who: ['member'], if: 'of the group that sent it or got it' },
  'POST /groups/:group/referrals/:id/threads/:thread/remarks': {
    who: ['member'],
    if: 'of the group that sent it or got it',
  },
  'POST /groups/:group/referrals/:id/threads/:thread/resolution': {
    who: ['member'],
    if: 'of the group that sent it or got it',
  },
  'POST /groups/:group/referrals/:id/threads/:thread/reopening': {
    who: ['member'],
    if: 'of the group that sent it or got it',
  },
  'POST /groups/:group/referrals/:id/remarks/:remark': owner('who wrote the comment'),
  'POST /groups/:group/referrals/:id/remarks/:remark/deletion': owner('who wrote the comment'),
  'POST /groups/:group/referrals/:id/remarks/:remark/reading': owner('marks what calls oneself'),
  'POST /groups/:group/referrals/:id/mentions/reading': owner('marks what calls oneself'),
  'GET /groups/:group/referrals/:id/difference': { who: ['member'], if: 'of the group that sent it or got it' },
  'POST /groups/:group/referrals/:id/proposal': answerers,
  'POST /groups/:group/referrals/:id/record': answerers,
  'POST /groups/:group/referrals/:id/answer': answerers,
}

/** A route as it is named here: without the pattern that its ids must have. */
export const routeName = (method: string, path: string): string => `${method} ${path.replace(/\{[^/]*\}/g, '')}`

/** In the words that `npx kreislauf routes` prints. */
export const saidRight = (name: string): string => {
  const right = routeRights[name]
  if (!right) return '?'
  return right.if ? `${right.who.join(', ')} (${right.if})` : right.who.join(', ')
}
