import { type Identified, inGroup, type Slugged } from './addresses.ts'

/** Who has a voice, and what is taken down in a meeting; part of `paths`. */
export const seatPaths = {
  /** Who has a vote in the group, the seats that it gives, and who answers for whom. */
  seats: (group: Slugged) => inGroup(group, '/seats'),
  seatHolders: (group: Slugged, seat: Identified) => inGroup(group, `/seats/${seat.id}/holders`),
  seatEnd: (group: Slugged, seat: Identified) => inGroup(group, `/seats/${seat.id}/end`),
  seatHolderEnd: (group: Slugged, holder: Identified) => inGroup(group, `/holders/${holder.id}/end`),
  proxies: (group: Slugged) => inGroup(group, '/proxies'),
  proxyEnd: (group: Slugged, proxy: Identified) => inGroup(group, `/proxies/${proxy.id}/end`),
  /** What those who take the minutes enter: who is there, papers, hands. */
  roundMeeting: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/meeting`),
  attendance: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/attendance`),
  papers: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/papers`),
  restOfPapers: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/papers/rest`),
  hands: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/hands`),
  recusals: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/recusals`),
  recusalConfirmation: (group: Slugged, round: Identified) =>
    inGroup(group, `/rounds/${round.id}/recusals/confirmation`),
  recusalWithdrawal: (group: Slugged, round: Identified) => inGroup(group, `/rounds/${round.id}/recusals/withdrawal`),
}
