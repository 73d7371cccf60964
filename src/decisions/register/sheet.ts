import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type TaskEntry, tasksOf } from '../../tasks/model.ts'
import { answersBySeat, type SeatAnswer } from '../ballots/by-seat.ts'
import { type Head, headsOf } from '../chain/heads.ts'
import { type ObjectionEntry, objectionsTo } from '../objections/entries.ts'
import { minorityStatementsOf, type StatementEntry } from '../objections/minority.ts'
import { noOrigin, type Origin, type OriginOf } from '../origin.ts'
import { type SnapshotNote, snapshotNote } from '../papers.ts'
import { type DecisionRecord, records } from '../records/schema.ts'
import { type RoundEntry, roundEntries } from '../rounds/entries.ts'
import { optionsOf } from '../rounds/options.ts'
import { type RoundOption, rounds } from '../rounds/schema.ts'
import { type Corrected, correctedSince } from './corrected.ts'
import type { DecisionEntry } from './log.ts'
import { type Ended, endedBy, type NoteEntry, notesOf } from './notes.ts'
import { type Publication, type Published, publicationOf, publishedBy } from './publication.ts'
import { type Talk, talkAbout } from './result-to-establish.ts'
import { type RulesThen, rulesThen } from './rules-then.ts'
import { type RollNumbers, rollNumbers } from './sheet-roll.ts'
import { type Signers, signersOf } from './signers.ts'
import { type Subjects, subjectsOf } from './subjects.ts'
import { namesOf, withoutNames } from './without-names.ts'

/**
 * For whose eyes: the group that decided sees names, the alliance sees how it came about, and what may be handed to
 * everybody holds neither names nor what was said on the way (`DOMAIN.md 5.5`).
 */
export type Edition = 'internal' | 'alliance' | 'public'

/** What stands on the sheet of a decision that came from a round. */
export interface RoundBehind {
  /** The one that decided. */
  deciding: RoundEntry
  /** All rounds on the way, the first one on top. */
  all: RoundEntry[]
  options: RoundOption[]
  roll: RollNumbers
  objections: ObjectionEntry[]
  /** What was said with answers that stopped nothing, without names. */
  concerns: string[]
  dissent: StatementEntry[]
  talk: Talk | null
  /** Who answered how; none where the rules show numbers alone. */
  answers: SeatAnswer[]
}

/** Everything that stands on a decision's page for good (`DOMAIN.md 5.3`), and what was added since. */
export interface DecisionSheet {
  edition: Edition
  decision: DecisionEntry
  snapshot: SnapshotNote | null
  /** The referral that it answers, if anybody has asked. */
  origin: Origin | null
  /** Versions of it in which typing errors were put right since. */
  corrected: Corrected[]
  round: RoundBehind | null
  report: DecisionRecord | null
  /** By which rules the group decided then, where no round has kept them. */
  rules: RulesThen | null
  tasks: TaskEntry[]
  notes: NoteEntry[]
  /** Earlier decisions whose force it has ended. */
  ended: Ended[]
  subjects: Subjects
  /** Who may make its text public; null where there is none to publish. */
  publication: Publication | null
  /** Where everybody reads it, if it was made public. */
  published: Published | null
  /** In which roles the two stood for it. */
  signers: Signers
  /** Its own place in the chain. */
  head: Head | null
}

const telling = ['concern', 'reservations', 'stand_aside', 'serious_concerns']

/** In the order of the alphabet, so that it does not tell who said it. */
const concernsIn = (answers: SeatAnswer[]): string[] =>
  answers
    .flatMap(({ given }) => (given && telling.includes(given.choice) && given.reason ? [given.reason] : []))
    .sort((one, other) => one.localeCompare(other, 'de'))

/** Only with answers by name when they are for the eyes of a member of the group that decided. */
async function behindRound(db: Database, roundId: string, edition: Edition): Promise<RoundBehind | null> {
  const [found] = await db.select({ proposalId: rounds.proposalId }).from(rounds).where(eq(rounds.id, roundId))
  const all = found ? await roundEntries(db, eq(rounds.proposalId, found.proposalId), asc(rounds.number)) : []
  const deciding = all.find(({ round }) => round.id === roundId)
  if (!deciding) return null
  const { proposalId, rules } = deciding.round
  const answers = await answersBySeat(db, roundId)
  const dissent = await minorityStatementsOf(db, roundId)
  return {
    ...{ deciding, all },
    options: await optionsOf(db, roundId),
    roll: await rollNumbers(db, roundId),
    objections: edition === 'public' ? [] : await objectionsTo(db, proposalId),
    concerns: edition === 'public' ? [] : concernsIn(answers),
    dissent: edition === 'internal' ? dissent : dissent.filter(({ travels }) => travels),
    talk: edition === 'public' ? null : await talkAbout(db, roundId),
    answers: edition === 'internal' && rules.answersShown === 'names' ? answers : [],
  }
}

async function reportBehind(db: Database, { recordId }: DecisionEntry): Promise<DecisionRecord | null> {
  if (!recordId) return null
  const [report] = await db.select().from(records).where(eq(records.id, recordId))
  return report ?? null
}

/** What two have not signed is the group's own affair, and why they did may name people. */
const notesFor = (notes: NoteEntry[], edition: Edition) =>
  notes
    .filter(({ signedAt, discardedAt }) => signedAt !== null || (edition === 'internal' && discardedAt === null))
    .map((note) => (edition === 'public' ? { ...note, reason: '' } : note))

function originBehind(db: Database, { group, recordId }: DecisionEntry, round: RoundBehind | null, of: OriginOf) {
  if (recordId) return of(db, group, { recordId })
  return round ? of(db, group, { proposalId: round.deciding.round.proposalId }) : null
}

async function gathered(
  db: Database,
  decision: DecisionEntry,
  edition: Edition,
  originOf: OriginOf,
): Promise<DecisionSheet> {
  const { id, roundId, snapshotId } = decision
  const round = roundId ? await behindRound(db, roundId, edition) : null
  return {
    ...{ edition, decision },
    snapshot: await snapshotNote(db, snapshotId),
    corrected: (await correctedSince(db, [decision])).get(id) ?? [],
    round,
    origin: await originBehind(db, decision, round, originOf),
    report: await reportBehind(db, decision),
    rules: round ? null : await rulesThen(db, decision),
    tasks: await tasksOf(db, [id]),
    notes: notesFor(await notesOf(db, id), edition),
    ended: (await endedBy(db, [id])).get(id) ?? [],
    subjects: await subjectsOf(db, id),
    publication: publicationOf(decision),
    published: await publishedBy(db, decision.cited),
    signers: await signersOf(db, decision),
    head: (await headsOf(db, [id])).get(id) ?? null,
  }
}

export async function sheetOf(
  db: Database,
  decision: DecisionEntry,
  edition: Edition,
  originOf: OriginOf = noOrigin,
): Promise<DecisionSheet> {
  const sheet = await gathered(db, decision, edition, originOf)
  return edition === 'public' ? withoutNames(sheet, await namesOf(db)) : sheet
}
