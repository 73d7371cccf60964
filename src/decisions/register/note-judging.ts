import { and, eq, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Accepted, type Refused, refused } from '../../web/form.ts'
import { countedBallots } from '../ballots/schema.ts'
import { type DecisionEntry, decisionByCitation } from './log.ts'
import { dayFrom, type NoteInput } from './note-forms.ts'
import { endedBy } from './notes.ts'
import type { NoteDraft } from './noting.ts'
import { type Counted, type Numbers, recount, recountAnswer, recountHands } from './recounting.ts'

/** A decision with the round that it came from, if it came from one. */
export interface Noting {
  decision: DecisionEntry
  counted: Counted | null
}

type Judged = Accepted<NoteDraft> | Refused

type Of<K extends NoteInput['kind']> = Extract<NoteInput, { kind: K }>

const accepted = (value: NoteDraft): Accepted<NoteDraft> => ({ ok: true, value })

function correction({ decision }: Noting, input: Of<'correction'>): Judged {
  const { field, reason } = input
  const words = field === 'decidedOn' ? dayFrom(input.words) : input.words
  if (words === null) return refused(input, 'words', 'not_a_day')
  if (decision[field] === words) return refused(input, 'words', 'same')
  return accepted({ kind: 'correction', reason, changes: { [field]: words } })
}

type Behind = { byId: string } | { problem: 'not_there' | 'annulled' | 'not_newer' }

/** Only the group itself ends what it has decided, by something that was adopted, still stands and came later. */
async function byDecision(db: Database, { decision }: Noting, cited: string): Promise<Behind> {
  const by = await decisionByCitation(db, cited.toUpperCase())
  if (by?.groupId !== decision.groupId || by.outcome !== 'adopted' || by.id === decision.id)
    return { problem: 'not_there' }
  if (by.standing === 'annulled') return { problem: 'annulled' }
  const ended = (await endedBy(db, [decision.id])).get(decision.id) ?? []
  const isEarlier = by.decidedOn < decision.decidedOn || ended.some((one) => one.cited === by.cited)
  return isEarlier ? { problem: 'not_newer' } : { byId: by.id }
}

async function ending(db: Database, noting: Noting, input: Of<'annulment'> | Of<'supersession'>): Promise<Judged> {
  const { kind, reason, by: cited } = input
  if (noting.decision.standing === 'annulled') return refused(input, 'reason', 'over')
  if (!cited) return accepted({ kind, reason })
  const by = await byDecision(db, noting, cited)
  return 'byId' in by ? accepted({ kind, reason, byDecisionId: by.byId }) : refused(input, 'by', by.problem)
}

/** Only an answer of this round that was counted can be left out. */
async function areAnswers(db: Database, { round }: Counted, seatIds: string[]): Promise<boolean> {
  const that = and(eq(countedBallots.roundId, round.id), isNotNull(countedBallots.ballotId))
  const found = await db.select({ id: countedBallots.seatId }).from(countedBallots).where(that)
  const counted = new Set(found.map(({ id }) => id))
  return seatIds.every((id) => counted.has(id))
}

async function recused(db: Database, { decision, counted }: Noting, input: Of<'recount'>): Promise<Judged> {
  const { seats, reason, category = '' } = input
  if (!counted || seats.length === 0) return refused(input, 'seats', 'missing')
  if (!(await areAnswers(db, counted, seats))) return refused(input, 'seats', 'not_there')
  if (!counted.round.rules.conflictCategories.includes(category)) return refused(input, 'category', 'missing')
  const changes = { category, seats: seats.join(' ') }
  return accepted({ kind: 'recount', reason, changes, ...(await recount(db, decision.id, counted, seats)) })
}

/** Of a meeting people say what the numbers mean; of hands that were raised in a round the rules say it. */
async function numbered(db: Database, { decision, counted }: Noting, input: Of<'numbers'>): Promise<Judged> {
  const { yes, no, abstain, reason } = input
  const numbers: Numbers = { yes, no, abstain }
  const found = counted && (await recountHands(db, counted, numbers))
  if (found === 'too_many') return refused(input, 'yes', 'too_many')
  if (found) return accepted({ kind: 'recount', reason, ...found })
  if (counted) return refused(input, 'reason', 'not_there')
  if (!input.ending) return refused(input, 'ending', 'missing')
  const isDecisive = input.ending === 'other'
  const turned = decision.outcome === 'adopted' ? 'rejected' : 'adopted'
  const outcome = isDecisive ? turned : decision.outcome
  return accepted({ kind: 'recount', reason, tally: { ...decision.tally, ...numbers }, outcome, isDecisive })
}

/** What a seat said was taken down wrongly: counted again with what it did say, by the same rules. */
async function wronglyTaken(db: Database, { decision, counted }: Noting, input: Of<'answer'>): Promise<Judged> {
  const { seat, choice, reason } = input
  if (counted?.round.method !== 'majority') return refused(input, 'seat', 'not_there')
  if (!(await areAnswers(db, counted, [seat]))) return refused(input, 'seat', 'not_there')
  const changes = { seat, choice }
  return accepted({ kind: 'recount', reason, changes, ...(await recountAnswer(db, decision.id, counted, changes)) })
}

/** What somebody wants to add to a decision, as it will be added; or what is wrong with it. */
export async function judgedNote(db: Database, noting: Noting, input: NoteInput): Promise<Judged> {
  switch (input.kind) {
    case 'correction':
      return correction(noting, input)
    case 'annulment':
    case 'supersession':
      return ending(db, noting, input)
    case 'recount':
      return recused(db, noting, input)
    case 'numbers':
      return numbered(db, noting, input)
    case 'answer':
      return wronglyTaken(db, noting, input)
  }
}
