import { acrossPaths } from './web/across-paths.ts'
import { type Identified, inGroup, type Slugged, withQuery } from './web/addresses.ts'
import { answeringPaths } from './web/answering-paths.ts'
import { calendarPaths } from './web/calendar-paths.ts'
import { chainPaths } from './web/chain-paths.ts'
import { comparisonPaths } from './web/comparison-paths.ts'
import { handoverPaths } from './web/handover-paths.ts'
import { meetingPaths } from './web/meeting-paths.ts'
import { minutesPaths } from './web/minutes-paths.ts'
import { overviewPaths } from './web/overview-paths.ts'
import { registerPaths } from './web/register-paths.ts'
import { reportPaths } from './web/report-paths.ts'
import { roundPaths } from './web/round-paths.ts'
import { seatPaths } from './web/seat-paths.ts'
import { sendingPaths } from './web/sending-paths.ts'
import { stagePaths } from './web/stage-paths.ts'
import { taskPaths } from './web/task-paths.ts'

/** A text beside which people talk: their own, or one that was sent to another group. */
type Beside = Identified & { through?: 'referrals' }

const beside = (group: Slugged, { id, through }: Beside, rest: string) =>
  inGroup(group, `/${through ?? 'documents'}/${id}${rest}`)

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
  myTasks: () => '/tasks',
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

  documents: (group: Slugged) => inGroup(group, '/documents'),
  /** With older ones than the list begins with. */
  moreDocuments: (group: Slugged, shown: number) => inGroup(group, `/documents?shown=${shown}`),
  newDocument: (group: Slugged) => inGroup(group, '/documents/new'),
  document: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}`),
  /** What is being written, also where readers see the adopted text first. */
  documentDraft: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}?text=draft`),
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
  /** The same page, which also shows who wrote what. */
  documentWithAuthors: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}?authors=1`),
  documentAuthors: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/authors`),
  /** The same page, which also says what came along from the file and what did not. */
  importedDocument: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}?imported=1`),
  editDocument: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/edit`),
  /** Writing into the text, or beside it. */
  editDocumentAs: (group: Slugged, document: Identified, mode: 'write' | 'suggest') =>
    inGroup(group, `/documents/${document.id}/edit?mode=${mode}`),
  keptDocuments: (ids: string[]) => `/documents/kept?${ids.map((id) => `id=${id}`).join('&')}`,
  documentSync: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/sync`),
  documentTitle: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/title`),
  documentGuests: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/guests`),
  collisions: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/collisions`),
  collisionSettlement: (group: Slugged, document: Identified, collision: Identified) =>
    inGroup(group, `/documents/${document.id}/collisions/${collision.id}/settlement`),
  /** Everything that was said beside a text. */
  comments: (group: Slugged, text: Beside, filter: Record<string, string | undefined> = {}) =>
    withQuery(beside(group, text, '/comments'), filter),
  /** The same page with nothing but this thread. */
  thread: (group: Slugged, text: Beside, thread: Identified) =>
    beside(group, text, `/comments?state=all&thread=${thread.id}#thread-${thread.id}`),
  /** The text itself, beside which people talk: the draft, also where readers get what was adopted. */
  textBeside: (group: Slugged, text: Beside) => beside(group, text, text.through ? '/text' : '?text=draft'),
  threads: (group: Slugged, text: Beside) => beside(group, text, '/threads'),
  remarks: (group: Slugged, text: Beside, thread: Identified) => beside(group, text, `/threads/${thread.id}/remarks`),
  threadResolution: (group: Slugged, text: Beside, thread: Identified) =>
    beside(group, text, `/threads/${thread.id}/resolution`),
  threadReopening: (group: Slugged, text: Beside, thread: Identified) =>
    beside(group, text, `/threads/${thread.id}/reopening`),
  remark: (group: Slugged, text: Beside, remark: Identified) => beside(group, text, `/remarks/${remark.id}`),
  remarkDeletion: (group: Slugged, text: Beside, remark: Identified) =>
    beside(group, text, `/remarks/${remark.id}/deletion`),
  /** One has read a remark that calls one. */
  mentionReading: (group: Slugged, text: Beside, remark: Identified) =>
    beside(group, text, `/remarks/${remark.id}/reading`),
  mentionsReading: (group: Slugged, text: Beside) => beside(group, text, '/mentions/reading'),
  attachments: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/attachments`),
  /** A picture, for those who may read a text of the group that it stands in. */
  attachment: (group: Slugged, attachment: Identified) => inGroup(group, `/attachments/${attachment.id}`),
  ...comparisonPaths,
  /** What is proposed for a text; settled ones too, when asked. */
  suggestions: (group: Slugged, document: Identified, filter: { state?: string; author?: string } = {}) =>
    withQuery(inGroup(group, `/documents/${document.id}/suggestions`), filter),
  suggestion: (group: Slugged, document: Identified, suggestion: Identified) =>
    `${withQuery(inGroup(group, `/documents/${document.id}/suggestions`), { suggestion: suggestion.id })}#suggestion-${suggestion.id}`,
  suggestionAcceptance: (group: Slugged, document: Identified, suggestion: Identified) =>
    inGroup(group, `/documents/${document.id}/suggestions/${suggestion.id}/acceptance`),
  suggestionRejection: (group: Slugged, document: Identified, suggestion: Identified) =>
    inGroup(group, `/documents/${document.id}/suggestions/${suggestion.id}/rejection`),
  suggestionWithdrawal: (group: Slugged, document: Identified, suggestion: Identified) =>
    inGroup(group, `/documents/${document.id}/suggestions/${suggestion.id}/withdrawal`),
  /** All of one person at once. */
  suggestionAcceptances: (group: Slugged, document: Identified, author: Identified) =>
    withQuery(inGroup(group, `/documents/${document.id}/suggestions/acceptances`), { author: author.id }),
  suggestionRejections: (group: Slugged, document: Identified, author: Identified) =>
    withQuery(inGroup(group, `/documents/${document.id}/suggestions/rejections`), { author: author.id }),
  /** Choosing what leaves as which file; `of` = "adopted", "draft" or a frozen version as in "v3". */
  exportDocument: (group: Slugged, document: Identified, of?: string) =>
    withQuery(inGroup(group, `/documents/${document.id}/export`), { of }),
  exportFile: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/export/file`),
  draftDifference: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/difference`),
  snapshots: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/snapshots`),
  snapshot: (group: Slugged, document: Identified, number: number, suffix = '') =>
    inGroup(group, `/documents/${document.id}/snapshots/${number}${suffix}`),
  difference: (group: Slugged, document: Identified, number: number, suffix = '') =>
    inGroup(group, `/documents/${document.id}/snapshots/${number}${suffix}/difference`),

  versions: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/versions`),
  olderVersions: (group: Slugged, document: Identified, before: Date) =>
    inGroup(group, `/documents/${document.id}/versions?before=${before.toISOString()}`),
  /** `version`: `v3` for a frozen one, otherwise the id of a point. */
  version: (group: Slugged, document: Identified, version: string) =>
    inGroup(group, `/documents/${document.id}/versions/${version}`),
  versionDifference: (group: Slugged, document: Identified, chosen: { older?: string; newer?: string } = {}) =>
    withQuery(inGroup(group, `/documents/${document.id}/versions/difference`), chosen),
  versionName: (group: Slugged, document: Identified, version: string) =>
    inGroup(group, `/documents/${document.id}/versions/${version}/name`),
  versionRestoration: (group: Slugged, document: Identified, version: string) =>
    inGroup(group, `/documents/${document.id}/versions/${version}/restoration`),
  /** The same page, with what others changed since one's last visit marked in the text. */
  documentSinceVisit: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}?since=visit`),
  documentVisit: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/visit`),

  ...taskPaths,

  proposals: (group: Slugged) => inGroup(group, '/proposals'),
  newProposal: (group: Slugged, snapshot?: Identified) =>
    inGroup(group, `/proposals/new${snapshot ? `?snapshot=${snapshot.id}` : ''}`),
  proposal: (group: Slugged, proposal: Identified) => inGroup(group, `/proposals/${proposal.id}`),
  proposalWording: (group: Slugged, proposal: Identified) => inGroup(group, `/proposals/${proposal.id}/wording`),
  proposalText: (group: Slugged, proposal: Identified) => inGroup(group, `/proposals/${proposal.id}/text`),
  /** What a proposal goes through before everybody is asked, and what it said before. */
  proposalPart: (
    group: Slugged,
    proposal: Identified,
    part: 'presentation' | 'questions' | 'deliberation' | 'second-turn' | 'opinions' | 'versions',
  ) => inGroup(group, `/proposals/${proposal.id}/${part}`),
  proposalAnswer: (group: Slugged, proposal: Identified, question: Identified) =>
    inGroup(group, `/proposals/${proposal.id}/questions/${question.id}/answer`),
  proposalDifference: (group: Slugged, proposal: Identified, { older, newer }: { older: number; newer: number }) =>
    inGroup(group, `/proposals/${proposal.id}/versions?older=${older}&newer=${newer}`),
  minorityStatement: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/minority-statement`),
  proposalWithdrawal: (group: Slugged, proposal: Identified) => inGroup(group, `/proposals/${proposal.id}/withdrawal`),
  rounds: (group: Slugged, proposal: Identified) => inGroup(group, `/proposals/${proposal.id}/rounds`),
  round: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}`),
  roundText: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/text`),
  ballot: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/ballot`),
  ballotRetraction: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/ballot/retraction`),
  roundRoll: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/roll`),
  count: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/count`),
  objection: (group: Slugged, { id, roundId }: Identified & { roundId: string }) =>
    inGroup(group, `/rounds/${roundId}/objections/${id}`),
  objectionPart: (
    group: Slugged,
    { id, roundId }: Identified & { roundId: string },
    part: 'withdrawal' | 'integration' | 'downgrade' | 'effort' | 'lapse' | 'lapse/signature',
  ) => inGroup(group, `/rounds/${roundId}/objections/${id}/${part}`),
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
