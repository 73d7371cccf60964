/**
 * In which capacity somebody answers for a seat, the best rank first. A paper handed in at the meeting wins over
 * whatever came online; among themselves papers have the same ranks, `meeting` being the principal's.
 */
const papers = ['meeting', 'meeting_deputy', 'meeting_proxy'] as const
const ranks = [...papers, 'principal', 'deputy', 'proxy'] as const

type Rank = (typeof ranks)[number]

export interface SeatBallot {
  /** Who sent it: the same name is the same person. What stands on paper is a voice of its own. */
  by: string
  /** Null for somebody who is not on the seat's list. Co-delegates are principals. */
  rank: Rank | null
  receivedAt: number
  /** Null takes back what the same person has said. */
  choice: string | null
}

type Fallen = 'late' | 'unauthorised' | 'void_recused' | 'contested' | 'void' | 'retracted' | 'not_cast'
type Standing = 'ok' | 'uniform' | 'meeting_entry' | 'latest' | 'principal_first' | 'late_ignored'

export type Counted = { counted: string; reason: Standing } | { counted: null; reason: Fallen }

export interface SeatAtClosing {
  /** Exclusive. */
  closesAt: number
  recused?: boolean
}

/** What counts for a seat, and why (`DOMAIN.md 4.3, 4.10`). At the same instant, the one that comes later in the list is the later one. */
export const countedBallot = (ballots: SeatBallot[], seat: SeatAtClosing): Counted =>
  weighed(
    [...ballots].sort((one, other) => one.receivedAt - other.receivedAt),
    seat,
  ).verdict

export interface Weighed<B> {
  verdict: Counted
  /** The one that counts: of several that say the same, the latest. */
  ballot: B | null
  /** All that say the same as it and are of its rank. */
  agreeing: B[]
}

const none = (reason: Fallen) => ({ verdict: { counted: null, reason }, ballot: null, agreeing: [] })

/** The same, with the ballot itself. They come in the order in which they were taken, whatever the clock was doing. */
export function weighed<B extends SeatBallot>(received: B[], seat: SeatAtClosing): Weighed<B> {
  const valid = received.filter((ballot) => fallOf(ballot, seat) === null)
  const said = lastWords(valid)
  const best = ranks.find((rank) => said.some((ballot) => ballot.rank === rank))
  const deciding = said.filter(({ rank }) => rank === best)
  const [choice, ...others] = new Set(deciding.map((ballot) => ballot.choice))
  if (choice == null || others.length > 0) {
    return none(whyNone(received, seat, others.length > 0))
  }
  if (choice === 'void') return none('void')
  const isLateIgnored = received.some((ballot) => fallOf(ballot, seat) === 'late')
  const verdict: Counted = { counted: choice, reason: whyCounted({ valid, said, deciding, isLateIgnored }) }
  return { verdict, ballot: deciding.at(-1) ?? null, agreeing: deciding }
}

/** Of each who has not taken it back, in the order in which these came. */
const lastWords = <B extends SeatBallot>(valid: B[]): B[] =>
  valid.filter(({ by, choice }, at) => choice !== null && !valid.slice(at + 1).some((later) => later.by === by))

const isPaper = (rank: Rank | null) => papers.some((paper) => paper === rank)

function fallOf({ receivedAt, rank }: SeatBallot, { closesAt, recused }: SeatAtClosing): Fallen | null {
  if (receivedAt >= closesAt) return 'late'
  if (rank === null) return 'unauthorised'
  return recused ? 'void_recused' : null
}

/** The check at which the last ballot fell. */
function whyNone(received: SeatBallot[], seat: SeatAtClosing, isContested: boolean): Fallen {
  const last = received.at(-1)
  if (!last) return 'not_cast'
  return fallOf(last, seat) ?? (isContested ? 'contested' : 'retracted')
}

type Found = Record<'valid' | 'said' | 'deciding', SeatBallot[]> & { isLateIgnored: boolean }

/** When several reasons are true, the last check wins. */
function whyCounted({ valid, said, deciding, isLateIgnored }: Found): Standing {
  const [{ by, rank } = { by: '', rank: null }] = deciding
  const isOverruling = said.length > deciding.length
  if (deciding.length > 1) return 'uniform'
  if (isPaper(rank) && said.some((ballot) => !isPaper(ballot.rank))) return 'meeting_entry'
  if (valid.filter((ballot) => ballot.by === by).length > 1) return 'latest'
  if (isOverruling) return 'principal_first'
  return isLateIgnored ? 'late_ignored' : 'ok'
}
