import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

/** Texts, what is suggested for them, their versions and files; part of `paths`. */
export const documentPaths = {
  documents: (group: Slugged) => inGroup(group, '/documents'),
  /** With older ones than the list begins with. */
  moreDocuments: (group: Slugged, shown: number) => inGroup(group, `/documents?shown=${shown}`),
  newDocument: (group: Slugged) => inGroup(group, '/documents/new'),
  document: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}`),
  /** What is being written, also where readers see the adopted text first. */
  documentDraft: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}?text=draft`),
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
  attachments: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/attachments`),
  /** A picture, for those who may read a text of the group that it stands in. */
  attachment: (group: Slugged, attachment: Identified) => inGroup(group, `/attachments/${attachment.id}`),
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
}
