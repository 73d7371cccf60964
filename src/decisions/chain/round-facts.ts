import { iso, type Plain } from './canonical.ts'
import { digestOf } from './digest.ts'
import { type Head, type Rows, sortedBy } from './round-rows.ts'

const counted = (id: string, { counted }: Rows): Plain =>
  sortedBy(counted.get(id), ({ seatId }) => seatId).map(({ seatId, ballotId, reason }) => [seatId, ballotId, reason])

const roll = (id: string, { sat }: Rows): Plain =>
  (sat.get(id) ?? []).map(({ id: seat, kind, organisationId, sendingGroupId, weight }) => [
    ...[seat, kind, organisationId, sendingGroupId, weight],
  ])

/** Which seats were there, had a conflict of interest, or were taken off the roll: nothing is added once it is counted. */
const marked = (id: string, { present, biased, lost }: Rows): Plain => [
  sortedBy(present.get(id), ({ seatId }) => seatId).map(({ seatId }) => seatId),
  sortedBy(biased.get(id), ({ seatId }) => seatId).map(({ seatId, category }) => [seatId, category]),
  sortedBy(lost.get(id), ({ seatId }) => seatId).map(({ seatId, reason }) => [seatId, reason]),
]

const countOf = ({ count }: Head): Plain =>
  count && {
    ...{ outcome: count.outcome, reason: count.reason, tally: count.tally, flags: count.flags },
    ...{ chosen: count.chosenId, at: iso(count.createdAt) },
  }

/** What may be known of a round to everybody. */
export async function factsOf(head: Head, rows: Rows): Promise<Record<string, Plain>> {
  const { round, rules, end, hands } = head
  const { id, number, method, channel, preset, proposalVersion, ruleSetVersion } = round
  return {
    ...{ group: round.groupId, number, method, channel, preset, proposalVersion, ruleSetVersion },
    ...{ text: round.snapshotId, openedAt: iso(round.openedAt), startsAt: iso(round.startsAt), closesAt: iso(end) },
    ends: [round, ...(rows.longer.get(id) ?? [])].map(({ closesAt }) => iso(closesAt)),
    rules: await digestOf(rules),
    roll: await digestOf(roll(id, rows)),
    counted: await digestOf(counted(id, rows)),
    marked: await digestOf(marked(id, rows)),
    count: countOf(head),
    hands: hands && { present: hands.present, yes: hands.yes, no: hands.no, abstain: hands.abstain, void: hands.void },
  }
}
