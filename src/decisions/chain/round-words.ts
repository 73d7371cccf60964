import type { Ballot } from '../ballots/schema.ts'
import { iso, type Plain } from './canonical.ts'
import { type Head, type Rows, sortedBy } from './round-rows.ts'
import { each, one, type Secret } from './statement.ts'

/** What was said for a seat, without whoever has said it. */
export function answerOf({ id, seatId, rank, choice, receivedAt }: Ballot, { rated }: Rows): Plain {
  const ratings = Object.fromEntries((rated.get(id) ?? []).map(({ optionId, resistance }) => [optionId, resistance]))
  return { seat: seatId, rank, choice, at: iso(receivedAt), ratings }
}

/** What was said for a seat stays when somebody goes; who said it, and in which words, does not. */
function answers(id: string, rows: Rows): Secret[] {
  const given = rows.said.get(id) ?? []
  return [
    ...each('ballot', given, (ballot) => ({ key: ballot.id, personId: null, value: answerOf(ballot, rows) })),
    ...each('voter', given, ({ id: key, castById, enteredById, reason }) => ({
      ...{ key, personId: castById, value: { by: castById, entered: enteredById, reason } },
    })),
  ]
}

const holders = (id: string, { held }: Rows): Secret[] =>
  each(
    'holder',
    sortedBy(held.get(id), ({ key }) => key),
    ({ key, seatId, personId, rank }) => ({ key, personId, value: { seat: seatId, by: personId, rank } }),
  )

/** That a seat was recused or there stands among the plain facts; who has said so goes with them. */
const markedBy = (id: string, { biased, present }: Rows): Secret[] => [
  ...each(
    'recusedBy',
    sortedBy(biased.get(id), ({ seatId }) => seatId),
    ({ seatId: key, declaredById: by, proposedById }) => ({ key, personId: by, value: { by, proposed: proposedById } }),
  ),
  ...each(
    'presentBy',
    sortedBy(present.get(id), ({ seatId }) => seatId),
    ({ seatId: key, enteredById: by }) => ({ key, personId: by, value: by }),
  ),
]

export const optionsOf = (id: string, { options }: Rows): Secret[] =>
  each(
    'option',
    sortedBy(options.get(id), ({ id: option }) => option),
    ({ id: key, position, title, wording, isPassive }) => ({
      ...{ key, personId: null, value: { position, title, wording, isPassive } },
    }),
  )

export const questionOf = ({ round: { title, wording, rationale, legalBasis, urgency } }: Head): Plain => ({
  ...{ title, wording, rationale, legalBasis, urgency },
})

/** Who has led through it, with the reasons that they gave. */
function ledBy({ round, count, hands }: Head, { longer }: Rows): Secret[] {
  const extended = longer.get(round.id) ?? []
  return [
    one('opener', round.openedById, round.openedById),
    ...(count ? [one('counter', count.countedById, count.countedById)] : []),
    ...(hands ? [one('handsBy', hands.enteredById, hands.enteredById)] : []),
    ...each('extendedBy', extended, ({ id: key, extendedById: by, reason }) => ({
      ...{ key, personId: by, value: { by, reason } },
    })),
  ]
}

const talkIn = ({ talk }: Head): Secret[] =>
  talk ? [one('talk', talk.note), one('talkBy', talk.notedById, talk.notedById)] : []

/** What of a round only those may know who were part of it. */
export const wordsOf = (head: Head, rows: Rows): Secret[] => [
  ...[one('round', questionOf(head)), ...talkIn(head), ...ledBy(head, rows)],
  ...optionsOf(head.round.id, rows),
  ...holders(head.round.id, rows),
  ...markedBy(head.round.id, rows),
  ...answers(head.round.id, rows),
]
