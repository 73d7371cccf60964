import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type TaskEntry, tasksOf } from '../../tasks/model.ts'
import { type Head, headsOf } from '../chain/heads.ts'
import { only } from '../only.ts'
import { noOrigin, type Origin, type OriginOf } from '../origin.ts'
import { type SnapshotNote, snapshotNote } from '../papers.ts'
import { type DecisionRecord, records } from '../records/schema.ts'
import { type Corrected, correctedSince } from './corrected.ts'
import type { DecisionEntry } from './log.ts'
import { type Ended, endedBy, type NoteEntry, notesOf } from './notes.ts'
import { type Publication, type Published, publicationOf, publishedBy } from './publication.ts'
import { type RulesThen, rulesThen } from './rules-then.ts'
import { behindRound, type Edition, type RoundBehind } from './sheet-round.ts'
import { type Signers, signersOf } from './signers.ts'
import { type Subjects, subjectsOf } from './subjects.ts'
import { namesOf, withoutNames } from './without-names.ts'

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
  /** Earlier decisions that it was taken to end. */
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

/** What is asked once, however many sheets are made. */
async function sharedBy(db: Database, decisions: DecisionEntry[]) {
  const ids = decisions.map(({ id }) => id)
  const [corrected, tasks, notes, ended, subjects, heads] = await Promise.all([
    correctedSince(db, decisions),
    tasksOf(db, ids),
    notesOf(db, ids),
    endedBy(db, ids),
    subjectsOf(db, ids),
    headsOf(db, ids),
  ])
  return { corrected, tasks: Map.groupBy(tasks, ({ originId }) => originId ?? ''), notes, ended, subjects, heads }
}

type Shared = Awaited<ReturnType<typeof sharedBy>>

/** How it came about, and what it answers. */
async function wayTo(db: Database, { decision, edition }: Wanted, originOf: OriginOf) {
  const { roundId } = decision
  const round = roundId ? await behindRound(db, roundId, edition) : null
  const [origin, rules] = await Promise.all([
    originBehind(db, decision, round, originOf),
    round ? null : rulesThen(db, decision),
  ])
  return { round, origin, rules }
}

async function gathered(db: Database, wanted: Wanted, originOf: OriginOf, shared: Shared) {
  const { decision, edition } = wanted
  const { id } = decision
  const [way, snapshot, report, published, signers] = await Promise.all([
    wayTo(db, wanted, originOf),
    snapshotNote(db, decision.snapshotId),
    reportBehind(db, decision),
    publishedBy(db, decision.cited),
    signersOf(db, decision),
  ])
  return {
    ...{ edition, decision, snapshot, report, published, signers },
    ...way,
    corrected: shared.corrected.get(id) ?? [],
    tasks: shared.tasks.get(id) ?? [],
    notes: notesFor(shared.notes.get(id) ?? [], edition),
    ended: shared.ended.get(id) ?? [],
    subjects: shared.subjects.get(id) ?? { topics: [], ideas: [] },
    publication: publicationOf(decision),
    head: shared.heads.get(id) ?? null,
  } satisfies DecisionSheet
}

/** A decision, and for whose eyes its sheet is. */
export interface Wanted {
  decision: DecisionEntry
  edition: Edition
}

export async function sheetsFor(
  db: Database,
  wanted: Wanted[],
  originOf: OriginOf = noOrigin,
): Promise<DecisionSheet[]> {
  const isHandedOn = wanted.some(({ edition }) => edition === 'public')
  const names = isHandedOn ? await namesOf(db) : []
  const all = wanted.map(({ decision }) => decision)
  const shared = await sharedBy(db, all)
  const sheets: DecisionSheet[] = []
  for (const one of wanted) {
    const sheet = await gathered(db, one, originOf, shared)
    sheets.push(one.edition === 'public' ? withoutNames(sheet, names) : sheet)
  }
  return sheets
}

export const sheetOf = async (db: Database, wanted: Wanted, originOf: OriginOf = noOrigin): Promise<DecisionSheet> =>
  only(await sheetsFor(db, [wanted], originOf))
