import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

/** Where a text stands and what becomes of it; part of `paths`. */
export const stagePaths = {
  /** Where a text stands, and everything that can be done about that. */
  stage: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/stage`),
  reviews: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/reviews`),
  reviewReading: (group: Slugged, document: Identified, review: Identified) =>
    inGroup(group, `/documents/${document.id}/reviews/${review.id}/reading`),
  reviewEnd: (group: Slugged, document: Identified, review: Identified) =>
    inGroup(group, `/documents/${document.id}/reviews/${review.id}/end`),
  archiving: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/archiving`),
  archivingEnd: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/archiving/end`),
  replacement: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/replacement`),
  successor: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/successor`),
  successorEnd: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/successor/end`),
  editors: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/editors`),
  editorConfirmation: (group: Slugged, document: Identified, editor: Identified) =>
    inGroup(group, `/documents/${document.id}/editors/${editor.id}/confirmation`),
  editorEnd: (group: Slugged, document: Identified, editor: Identified) =>
    inGroup(group, `/documents/${document.id}/editors/${editor.id}/end`),
  /** What would be put right in the adopted text, as a difference. */
  corrections: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/corrections`),
  correctionConfirmation: (group: Slugged, document: Identified, correction: Identified) =>
    inGroup(group, `/documents/${document.id}/corrections/${correction.id}/confirmation`),
  correctionDiscard: (group: Slugged, document: Identified, correction: Identified) =>
    inGroup(group, `/documents/${document.id}/corrections/${correction.id}/discard`),
  /** What the alliance has published; kept in the circle. */
  publications: (group: Slugged) => inGroup(group, '/publications'),
  newPublication: (group: Slugged, decision?: string) => withQuery(inGroup(group, '/publications/new'), { decision }),
  publicationWithdrawal: (group: Slugged, publication: Identified) =>
    inGroup(group, `/publications/${publication.id}/withdrawal`),
  /** For everybody, signed in or not. */
  published: (slug: string) => `/published/${slug}`,
  publishedPicture: (slug: string, attachment: Identified) => `/published/${slug}/attachments/${attachment.id}`,
  templates: (group: Slugged) => inGroup(group, '/templates'),
  templateReset: (group: Slugged, kind: string) => inGroup(group, `/templates/${kind}/reset`),
  template: (group: Slugged, kind: string) => inGroup(group, `/templates/${kind}`),
}
