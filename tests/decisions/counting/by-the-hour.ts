import type { SeatBallot } from '#src/decisions/counting/ballot.ts'

const onPaper = ['meeting', 'meeting_deputy', 'meeting_proxy'] as const
const later = ['principal', 'deputy', 'proxy'] as const

const isOnPaper = ({ rank }: Pick<SeatBallot, 'rank'>) => onPaper.some((paper) => paper === rank)

interface Line {
  rank: SeatBallot['rank']
  word: string | null
  times: number
}

/** Which ballot counts, told as a story: one after the other, on a board where everybody has one line. */
export function toldByTheHour(inOrder: SeatBallot[], closesAt: number, isRecused: boolean) {
  const board = new Map<string, Line>()
  let last = ''
  let isLate = false
  for (const { by, rank, receivedAt, choice } of inOrder) {
    if (receivedAt >= closesAt) {
      last = 'late'
      isLate = true
    } else if (rank === null) last = 'unauthorised'
    else if (isRecused) last = 'void_recused'
    else {
      last = 'taken'
      board.set(by, { rank, word: choice, times: (board.get(by)?.times ?? 0) + 1 })
    }
  }
  const heard = [...board.values()].filter(({ word }) => word !== null)
  const deciding = [...onPaper, ...later]
    .map((rank) => heard.filter((line) => line.rank === rank))
    .find((lines) => lines.length > 0)
  if (!deciding || deciding.some(({ word }) => word !== deciding[0]?.word)) {
    const fallen = deciding ? 'contested' : 'retracted'
    return { counted: null, reason: last === '' ? 'not_cast' : last === 'taken' ? fallen : last }
  }
  const { word, rank, times } = deciding[0] as Line
  if (word === 'void') return { counted: null, reason: 'void' }
  const isOverruling = heard.length > deciding.length
  const reasons: [boolean, string][] = [
    [deciding.length > 1, 'uniform'],
    [isOnPaper({ rank }) && heard.some((line) => !isOnPaper(line)), 'meeting_entry'],
    [times > 1, 'latest'],
    [isOverruling, 'principal_first'],
    [isLate, 'late_ignored'],
  ]
  return { counted: word, reason: reasons.find(([isTrue]) => isTrue)?.[1] ?? 'ok' }
}
