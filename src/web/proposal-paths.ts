import { type Identified, inGroup, type Slugged } from './addresses.ts'

/** Proposals, the rounds about them and objections; part of `paths`. */
export const proposalPaths = {
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
}
