import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

/** A text beside which people talk: their own, or one that was sent to another group. */
type Beside = Identified & { through?: 'referrals' }

const beside = (group: Slugged, { id, through }: Beside, rest: string) =>
  inGroup(group, `/${through ?? 'documents'}/${id}${rest}`)

/** What people say beside a text; part of `paths`. */
export const conversationPaths = {
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
}
