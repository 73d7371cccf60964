import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

/** Rows of a comparison, editions of the programme that it answers, and paragraphs that texts quote. */
export const comparisonPaths = {
  /** Rows of a comparison, chosen and sorted by the query; of a frozen version with `version`. */
  rows: (group: Slugged, document: Identified, choice: Record<string, string | undefined> = {}) =>
    withQuery(inGroup(group, `/documents/${document.id}/rows`), choice),
  rowsFile: (
    group: Slugged,
    document: Identified,
    kind: 'csv' | 'html',
    choice: Record<string, string | undefined> = {},
  ) => withQuery(inGroup(group, `/documents/${document.id}/rows.${kind}`), choice),
  editions: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/editions`),
  edition: (group: Slugged, document: Identified, edition: Identified) =>
    inGroup(group, `/documents/${document.id}/editions/${edition.id}`),
  editionTakeover: (group: Slugged, document: Identified, edition: Identified) =>
    inGroup(group, `/documents/${document.id}/editions/${edition.id}/takeover`),
  editionDiscard: (group: Slugged, document: Identified, edition: Identified) =>
    inGroup(group, `/documents/${document.id}/editions/${edition.id}/discard`),
  /** Choosing a paragraph of this text, then the text that shall quote it; of a frozen version with its number. */
  quoting: (
    group: Slugged,
    document: Identified,
    version: number | null = null,
    { place, into }: { place?: number; into?: string } = {},
  ) =>
    withQuery(inGroup(group, `/documents/${document.id}/quoting`), {
      ...{ version: version ?? undefined, into },
      place: place?.toString(),
    }),
  quotations: (group: Slugged, document: Identified) => inGroup(group, `/documents/${document.id}/quotations`),
  quotationRenewal: (group: Slugged, document: Identified, quotation: Identified) =>
    inGroup(group, `/documents/${document.id}/quotations/${quotation.id}/renewal`),
  quotationKeeping: (group: Slugged, document: Identified, quotation: Identified) =>
    inGroup(group, `/documents/${document.id}/quotations/${quotation.id}/keeping`),
}
