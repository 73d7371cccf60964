import { type Identified, inGroup, type Slugged } from './addresses.ts'

/** How a round is led, and what becomes of one that decided nothing; part of `paths`. */
export const roundPaths = {
  roundMails: () => '/me/round-mails',
  roundExtensions: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/extensions`),
  /** "Not by circular, please in a meeting". */
  procedureObjection: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/procedure-objection`),
  roundCancellation: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/cancellation`),
  /** Somebody has said that they know of it. */
  roundConfirmation: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/confirmation`),
  followUp: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/follow-up`),
  agenda: (group: Slugged) => inGroup(group, '/agenda'),
  wishCompletion: (group: Slugged, wish: Identified) => inGroup(group, `/agenda/${wish.id}/completion`),
}
