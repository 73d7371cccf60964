import type { Box, CountedSeat, Said } from '#src/decisions/ballots/box.ts'
import type { Choice } from '#src/decisions/ballots/schema.ts'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import type { Facts } from '#src/decisions/counting/result.ts'
import { effectiveRoll } from '#src/decisions/counting/roll.ts'
import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { Seat } from '#src/decisions/seats/schema.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'

export type Kind = Seat['kind']

export interface SeatStory {
  kind?: Kind
  weight?: number
  isRecused?: boolean
  /** Nothing, a word, or one rating per option (null: left out). */
  said?: Choice | (number | null)[]
}

let made = 0

function ballot(seatId: string, said: NonNullable<SeatStory['said']>): Said {
  const id = `ballot-${made++}`
  const ratings = new Map(
    typeof said === 'string' ? [] : said.flatMap((value, at) => (value === null ? [] : [[`option-${at}`, value]])),
  )
  return {
    ...{
      id,
      seq: made,
      seatId,
      roundId: 'round',
      method: 'majority',
      castById: `holder-of-${seatId}`,
      rank: 'principal',
    },
    ...{ enteredById: null, choice: typeof said === 'string' ? said : 'rated', reason: '', receivedAt: new Date(0) },
    ratings,
  }
}

function counted({ kind = 'person', weight = 1, isRecused = false, said }: SeatStory, at: number): CountedSeat {
  const id = `seat-${at}`
  const seat: Seat = { id, roundId: 'round', kind, organisationId: null, sendingGroupId: null, weight }
  if (isRecused) return { seat, isRecused, ...nothing, reason: said ? 'void_recused' : 'not_cast' }
  if (said === undefined) return { seat, isRecused, ...nothing, reason: 'not_cast' }
  return said === 'void'
    ? { seat, isRecused, ...nothing, reason: 'void' }
    : { seat, isRecused, ballot: ballot(id, said), saidBy: [`holder-of-${id}`], reason: 'ok' }
}

const nothing = { ballot: null, saidBy: [] }

/** What lies in a box, without a database around it. */
export function boxOf(stories: SeatStory[], rules: Rules = initialRules, left = 0): Box {
  const seats = stories.map(counted)
  const recused = seats.filter(({ isRecused }) => isRecused).length
  const { recusedInQuorum } = rules
  const atOpening = seats.length + left
  return {
    entitled: effectiveRoll({ atOpening, leftWithoutBallot: left, recused, recusedInQuorum }),
    ...{ left, recused, seats },
    cast: seats.flatMap(({ ballot }) => (ballot ? [ballot] : [])),
  }
}

export const several = (count: number, story: SeatStory): SeatStory[] => Array.from({ length: count }, () => story)

/** As many seats as there are, the rest of them silent. */
export const fillUp = (entitled: number, stories: SeatStory[]): SeatStory[] => [
  ...stories,
  ...several(Math.max(0, entitled - stories.length), {}),
]

export const optionsOf = (active: number): RoundOption[] =>
  Array.from({ length: active + 1 }, (_, at) => ({
    ...{ id: `option-${at}`, roundId: 'round', position: at + 1, title: '', wording: '', isPassive: at === active },
  }))

export const noFacts: Facts = {
  options: [],
  procedureObjections: 0,
  unreached: 0,
  hands: null,
  attending: new Set(),
}

export const roundWith = (rules: Partial<Rules>, round: Partial<Rounded> = {}): Rounded => ({
  ...{ method: 'majority', channel: 'online', preset: null, openedById: 'nobody' },
  rules: { ...initialRules, ...rules },
  ...round,
})
