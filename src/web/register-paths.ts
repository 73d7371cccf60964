import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

/** What was decided, from its result to what was added since; part of `paths`. */
export const registerPaths = {
  roundDecision: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/decision`),
  roundTalk: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/talk`),

  records: (group: Slugged) => inGroup(group, '/records'),
  newRecord: (group: Slugged) => inGroup(group, '/records/new'),
  record: (group: Slugged, record: Identified) => inGroup(group, `/records/${record.id}`),
  recordText: (group: Slugged, record: Identified) => inGroup(group, `/records/${record.id}/text`),
  recordDecision: (group: Slugged, record: Identified) => inGroup(group, `/records/${record.id}/decision`),
  recordDiscard: (group: Slugged, record: Identified) => inGroup(group, `/records/${record.id}/discard`),

  /** The log over all groups and the decisions in it are open to everybody in the alliance (`DOMAIN.md 5.5`). */
  decisionLog: (filter: Record<string, string | number | undefined> = {}) => withQuery('/decisions', filter),
  decision: (number: string, edition?: 'public') => `/decisions/${number}${edition ? `?edition=${edition}` : ''}`,
  /** One book a year (`DOMAIN.md 5.4`). */
  books: () => '/decisions/books',
  bookName: () => '/me/book-name',
  book: (year: number, asked: { edition?: string; group?: string; page?: number } = {}) =>
    withQuery(`/decisions/books/${year}`, asked),
  bookFile: (year: number, kind: 'pdf' | 'csv' | 'json', asked: { edition?: string; group?: string } = {}) =>
    withQuery(`/decisions/books/${year}.${kind}`, asked),
  newNote: (group: Slugged, decision: Identified, kind?: string) =>
    withQuery(inGroup(group, `/decisions/${decision.id}/notes/new`), { kind }),
  notes: (group: Slugged, decision: Identified) => inGroup(group, `/decisions/${decision.id}/notes`),
  noteSignature: (group: Slugged, decision: Identified, note: Identified) =>
    inGroup(group, `/decisions/${decision.id}/notes/${note.id}/signature`),
  noteDiscard: (group: Slugged, decision: Identified, note: Identified) =>
    inGroup(group, `/decisions/${decision.id}/notes/${note.id}/discard`),
  decisionSnapshot: (number: string, suffix = '') => `/decisions/${number}/text${suffix ? `?version=${suffix}` : ''}`,
  /** A picture of the text that was decided on. */
  decisionPicture: (number: string, attachment: Identified) => `/decisions/${number}/attachments/${attachment.id}`,
}
