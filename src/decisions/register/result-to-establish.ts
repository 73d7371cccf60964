import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { minorityStatementsOf, type StatementEntry } from '../objections/minority.ts'
import { only } from '../only.ts'
import { finalOutcomes } from '../outcomes.ts'
import { type Proposal, proposals } from '../proposals/schema.ts'
import { holdRound } from '../rounds/casting.ts'
import type { RoundEntry } from '../rounds/entries.ts'
import { type Round, talkNotes } from '../rounds/schema.ts'
import { type CountedRound, chosenWords } from './finalising.ts'
import { type Decision, decisions } from './schema.ts'
import { summaryOf } from './summary.ts'

/** How high resistance was talked about, and by whom it was taken down. */
export interface Talk {
  note: string
  by: string
  createdAt: Date
}

export async function talkAbout(db: Database, roundId: string): Promise<Talk | null> {
  const [talk] = await db
    .select({ note: talkNotes.note, by: people.name, createdAt: talkNotes.createdAt })
    .from(talkNotes)
    .innerJoin(people, eq(people.id, talkNotes.notedById))
    .where(eq(talkNotes.roundId, roundId))
  return talk ?? null
}

/** A round that has ended with a result, or null. */
export function withResult({ round, count }: Pick<RoundEntry, 'round' | 'count'>): CountedRound | null {
  const outcome = finalOutcomes.find((final) => final === count?.outcome)
  return count && outcome ? { ...round, count: { ...count, outcome } } : null
}

/** Whether its high resistance still has to be talked about. */
export const needsTalk = ({ count }: Pick<CountedRound, 'count'>, talk: Talk | null) =>
  count.flags.includes('talk_first') && talk === null

export interface ResultToEstablish {
  round: CountedRound
  proposal: Proposal
  words: { title: string; wording: string }
  /** What the second person starts from; empty where nobody has said it in one sentence yet. */
  sentence: string
  talk: Talk | null
  dissent: StatementEntry[]
}

const proposalOf = async (db: Database, { proposalId }: CountedRound): Promise<Proposal> =>
  only(await db.select().from(proposals).where(eq(proposals.id, proposalId)))

type Sentence = { sentence: string; problem?: undefined } | { sentence: null; problem: 'missing' | 'only_title' }

/** What was typed, or what was proposed where nothing was sent at all; a title says nothing. */
export async function sentenceFor(db: Database, round: CountedRound, typed?: string): Promise<Sentence> {
  const words = await chosenWords(db, round)
  const summary = typed ?? (await proposalOf(db, round)).summary
  if (typed && typed === words.title && typed !== words.wording) return { sentence: null, problem: 'only_title' }
  const sentence = summaryOf({ ...words, summary })
  return sentence ? { sentence } : { sentence: null, problem: 'missing' }
}

/** Everything that the second person looks at before it gets its number. */
export async function resultToEstablish(db: Database, round: CountedRound): Promise<ResultToEstablish> {
  const proposal = await proposalOf(db, round)
  const words = await chosenWords(db, round)
  return {
    ...{ round, proposal, words },
    sentence: summaryOf({ ...words, summary: proposal.summary }) ?? '',
    talk: await talkAbout(db, round.id),
    dissent: await minorityStatementsOf(db, round.id),
  }
}

/**
 * Taken down once; what somebody else has noted meanwhile stays. A decision rests on what was noted before it, so
 * nothing is added to that any more: whoever comes after it gets the decision.
 */
export async function noteTalk(
  tx: Database,
  record: RecordEvent,
  round: Pick<Round, 'id' | 'groupId' | 'title'>,
  note: string,
  notedById: string,
): Promise<Decision | null> {
  await holdRound(tx, round.id)
  const [decided] = await tx.select().from(decisions).where(eq(decisions.roundId, round.id))
  if (decided) return decided
  const noted = await tx
    .insert(talkNotes)
    .values({ roundId: round.id, note, notedById })
    .onConflictDoNothing()
    .returning()
  if (noted.length === 0) return null
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'round.talkNoted', groupId, actorId: notedById, subjectId, facts: { title } })
  return null
}
