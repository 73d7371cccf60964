import { acrossPaths } from './web/across-paths.ts'
import { type Identified, inGroup, type Slugged, withQuery } from './web/addresses.ts'
import { answeringPaths } from './web/answering-paths.ts'
import { calendarPaths } from './web/calendar-paths.ts'
import { chainPaths } from './web/chain-paths.ts'
import { comparisonPaths } from './web/comparison-paths.ts'
import { conversationPaths } from './web/conversation-paths.ts'
import { documentPaths } from './web/document-paths.ts'
import { handoverPaths } from './web/handover-paths.ts'
import { meetingPaths } from './web/meeting-paths.ts'
import { minutesPaths } from './web/minutes-paths.ts'
import { overviewPaths } from './web/overview-paths.ts'
import { proposalPaths } from './web/proposal-paths.ts'
import { registerPaths } from './web/register-paths.ts'
import { reportPaths } from './web/report-paths.ts'
import { roundPaths } from './web/round-paths.ts'
import { seatPaths } from './web/seat-paths.ts'
import { sendingPaths } from './web/sending-paths.ts'
import { stagePaths } from './web/stage-paths.ts'
import { taskPaths } from './web/task-paths.ts'

/** Every URL of the product. */
export const paths = {
  start: () => '/',
  stream: (seen: number) => `/stream?seen=${seen}`,
  /** `wanted`: an own path to come back to. */
  signIn: (wanted?: string) =>
    wanted && wanted !== '/' ? `/sign-in?wanted=${encodeURIComponent(wanted)}` : '/sign-in',
  signInLink: (token: string, wanted?: string) =>
    `/sign-in/${token}${wanted && wanted !== '/' ? `?wanted=${encodeURIComponent(wanted)}` : ''}`,
  signInSent: () => '/sign-in/sent',
  signOut: () => '/sign-out',
  setUp: (token: string) => `/set-up/${token}`,
  language: () => '/language',
  me: () => '/me',
  myName: () => '/me/name',
  /** Where every mail that can be switched off leads. */
  myMails: () => '/me#me-mails',
  mentionMails: () => '/me/mention-mails',
  sessionEnd: (session: Identified) => `/me/sessions/${session.id}/end`,
  otherSessionsEnd: () => '/me/sessions/end',
  myTasks: (view: { page?: number } = {}) => withQuery('/tasks', view),
  help: () => '/help',
  helpOnCircle: () => '/help/circle',
  imprint: () => '/imprint',
  privacy: () => '/privacy',
  mailbox: () => '/mailbox',
  kit: () => '/kit',

  /** Leads to the group that is the circle, whatever it is called here. */
  circle: () => '/circle',
  groups: () => '/groups',
  newGroup: () => '/groups/new',
  group: (group: Slugged) => inGroup(group),
  groupStream: (group: Slugged, seen: number) => inGroup(group, `/stream?seen=${seen}`),
  visit: (group: Slugged) => inGroup(group, '/visit'),
  people: (group: Slugged) => inGroup(group, '/people'),
  invitations: (group: Slugged) => inGroup(group, '/invitations'),
  invitationRevocation: (group: Slugged, invitation: Identified) =>
    inGroup(group, `/invitations/${invitation.id}/revocation`),
  /** For coordinators: into any group. */
  invitationsAnywhere: () => '/invitations',
  revocationAnywhere: (invitation: Identified) => `/invitations/${invitation.id}/revocation`,
  invitation: (token: string) => `/invitations/${token}`,
  membership: (group: Slugged, membership: Identified) => inGroup(group, `/people/${membership.id}`),
  roles: (group: Slugged, membership: Identified) => inGroup(group, `/people/${membership.id}/roles`),
  roleEnd: (group: Slugged, membership: Identified, role: string) =>
    inGroup(group, `/people/${membership.id}/roles/${role}/end`),
  lastDay: (group: Slugged, membership: Identified) => inGroup(group, `/people/${membership.id}/last-day`),
  departure: (group: Slugged, membership: Identified) => inGroup(group, `/people/${membership.id}/departure`),
  mandate: (group: Slugged) => inGroup(group, '/mandate'),
  /** How a group decides, and how it did before. */
  rules: (group: Slugged) => inGroup(group, '/rules'),
  /** Other rules are proposed like anything else; `preset` is where one starts from. */
  newRules: (group: Slugged, preset?: string) => withQuery(inGroup(group, '/rules/new'), { preset }),
  rulesProposals: (group: Slugged) => inGroup(group, '/rules/proposals'),
  proposedRules: (group: Slugged, proposal: Identified, preset?: string) =>
    withQuery(inGroup(group, `/proposals/${proposal.id}/rules`), { preset }),
  /** What the alliance stands for; looked after in the circle. */
  ideas: (group: Slugged) => inGroup(group, '/ideas'),
  idea: (group: Slugged, idea: Identified) => inGroup(group, `/ideas/${idea.id}`),
  ideaRise: (group: Slugged, idea: Identified) => inGroup(group, `/ideas/${idea.id}/rise`),
  ideaRemoval: (group: Slugged, idea: Identified) => inGroup(group, `/ideas/${idea.id}/removal`),

  ...documentPaths,
  ...conversationPaths,
  ...stagePaths,
  ...acrossPaths,
  ...meetingPaths,
  ...minutesPaths,
  ...seatPaths,
  ...handoverPaths,
  ...reportPaths,
  ...sendingPaths,
  ...answeringPaths,
  ...roundPaths,
  ...comparisonPaths,
  ...taskPaths,
  ...proposalPaths,
  ...registerPaths,
  ...chainPaths,
  ...calendarPaths,
  ...overviewPaths,
}

const invisible = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu

/** No address that people write is longer. */
export const longestHref = 2000

/** Telephones that still run know no `URL.canParse`, and texts are written on them, too. */
function isAddress(href: string): boolean {
  try {
    return new URL(href).href !== ''
  } catch {
    return false
  }
}

/** A link that somebody wrote into a text, as it may be shown: to the web, a mail address, a telephone or a page of ours. */
export function safeHref(written: unknown): string | null {
  if (typeof written !== 'string' || written.length > longestHref) return null
  const href = written.trim().replaceAll(' ', '%20').replace(invisible, '')
  if (/^https?:\/\//i.test(href)) return isAddress(href) ? href : null
  return /^(mailto:|tel:)./i.test(href) || /^\/(?![/\\])/.test(href) ? href : null
}
