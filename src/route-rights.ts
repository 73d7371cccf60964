import { answeringRights } from './web/answering-rights.ts'
import { calendarRights } from './web/calendar-rights.ts'
import { chainRights } from './web/chain-rights.ts'
import { handoverRights } from './web/handover-rights.ts'
import { meetingRights } from './web/meeting-rights.ts'
import { minutesRights } from './web/minutes-rights.ts'
import { overviewRights } from './web/overview-rights.ts'
import { pollRights } from './web/poll-rights.ts'
import { proposalRights } from './web/proposal-rights.ts'
import { registerRights } from './web/register-rights.ts'
import { leads, owner, type Right } from './web/rights.ts'
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
const readers: Right = { who: ['guest', 'member'], if: 'a guest: invited to the text' }
const members: Right = { who: ['member'] }
const commenters: Right = { who: ['guest', 'member'], if: 'a guest: invited to comment on the text' }
const speakers: Right = { who: ['guest', 'member'], if: 'who wrote the comment' }
const called: Right = { who: ['guest', 'member'], if: 'marks what calls oneself' }
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

  'GET /groups/:group/documents': belonging,
  'GET /groups/:group/documents/new': members,
  'POST /groups/:group/documents': members,
  'GET /groups/:group/documents/:id': readers,
  'GET /groups/:group/documents/:id/authors': readers,
  'GET /groups/:group/documents/:id/difference': readers,
  'GET /groups/:group/documents/:id/export': readers,
  'GET /groups/:group/documents/:id/export/file': readers,
  'POST /groups/:group/documents/:id/collisions': members,
  'POST /groups/:group/documents/:id/collisions/:collision/settlement': { who: ['member'], if: 'one of this text' },
  'GET /groups/:group/documents/:id/edit': commenters,
  'GET /groups/:group/documents/:id/sync': readers,
  'GET /groups/:group/documents/:id/comments': readers,
  'GET /groups/:group/documents/:id/threads': readers,
  'POST /groups/:group/documents/:id/threads': commenters,
  'POST /groups/:group/documents/:id/threads/:thread/remarks': commenters,
  'POST /groups/:group/documents/:id/threads/:thread/resolution': {
    who: ['guest', 'member'],
    if: 'a guest: the conversation is one that they began',
  },
  'POST /groups/:group/documents/:id/threads/:thread/reopening': {
    who: ['guest', 'member'],
    if: 'a guest: the conversation is one that they began',
  },
  'POST /groups/:group/documents/:id/remarks/:remark': speakers,
  'POST /groups/:group/documents/:id/remarks/:remark/deletion': speakers,
  'POST /groups/:group/documents/:id/remarks/:remark/reading': called,
  'POST /groups/:group/documents/:id/mentions/reading': called,
  'POST /groups/:group/documents/:id/attachments': members,
  'GET /groups/:group/attachments/:id': {
    who: ['guest', 'member'],
    if: 'may read a text in which it stands, or was sent one',
  },
  'GET /groups/:group/documents/:id/rows': readers,
  'GET /groups/:group/documents/:id/rows.csv': readers,
  'GET /groups/:group/documents/:id/rows.html': readers,
  'GET /groups/:group/documents/:id/comparison': members,
  'GET /groups/:group/documents/:id/quoting': readers,
  'POST /groups/:group/documents/:id/quoting': { ...readers, if: 'may read it, and writes in the other text' },
  'GET /groups/:group/documents/:id/quotations': readers,
  'POST /groups/:group/documents/:id/quotations/:quotation/renewal': { who: ['member'], if: 'may read the source' },
  'POST /groups/:group/documents/:id/quotations/:quotation/keeping': { who: ['member'], if: 'may read the source' },
  'GET /groups/:group/documents/:id/editions': members,
  'POST /groups/:group/documents/:id/editions': members,
  'GET /groups/:group/documents/:id/editions/:edition': { who: ['member'], if: 'one of this group' },
  'POST /groups/:group/documents/:id/editions/:edition/takeover': { who: ['member'], if: 'one of this group' },
  'POST /groups/:group/documents/:id/editions/:edition/discard': { who: ['member'], if: 'no comparison uses it' },
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
  'GET /groups/:group/documents/:id/suggestions': readers,
  'POST /groups/:group/documents/:id/suggestions': {
    who: ['guest', 'member'],
    if: 'a guest: may comment on the text',
  },
  'POST /groups/:group/documents/:id/suggestions/acceptances': members,
  'POST /groups/:group/documents/:id/suggestions/rejections': members,
  'POST /groups/:group/documents/:id/suggestions/:suggestion/acceptance': {
    who: ['member'],
    if: 'one of this text',
  },
  'POST /groups/:group/documents/:id/suggestions/:suggestion/rejection': {
    who: ['member'],
    if: 'one of this text',
  },
  'POST /groups/:group/documents/:id/suggestions/:suggestion/withdrawal': {
    who: ['guest', 'member'],
    if: 'its author',
  },
  'POST /groups/:group/documents/:id/title': members,
  'POST /groups/:group/documents/:id/guests': keepers,
  'POST /groups/:group/documents/:id/snapshots': members,
  'GET /groups/:group/documents/:id/snapshots/:number': readers,
  'GET /groups/:group/documents/:id/snapshots/:number/difference': readers,

  'GET /groups/:group/documents/:id/versions': readers,
  'POST /groups/:group/documents/:id/versions': members,
  'GET /groups/:group/documents/:id/versions/difference': readers,
  'GET /groups/:group/documents/:id/versions/:version': readers,
  'POST /groups/:group/documents/:id/versions/:point/name': members,
  'POST /groups/:group/documents/:id/versions/:version/restoration': members,
  'POST /groups/:group/documents/:id/visit': readers,
  'GET /groups/:group/templates': members,
  'POST /groups/:group/templates/:kind': { ...leads, if: 'a coordinator: in the circle' },
  'POST /groups/:group/templates/:kind/reset': { ...leads, if: 'a coordinator: in the circle' },
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
