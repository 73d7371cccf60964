import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { adoptionsOf } from '../decisions/register/adoptions.ts'
import { citation } from '../decisions/register/citation.ts'
import { decisions } from '../decisions/register/schema.ts'
import { counts, rounds } from '../decisions/rounds/schema.ts'
import { type DocumentEntry, recentDocuments } from '../documents/model.ts'
import { documents, snapshots } from '../documents/schema.ts'
import { inForceIn } from '../documents/stages/in-lists.ts'
import { type DocumentWay, ownWay, stationOf } from '../documents/way.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import { groups } from '../groups/schema.ts'
import { paths } from '../paths.ts'
import { answers, referrals } from '../referrals/schema.ts'

/** As much of a text's way as a list shows. */
export interface TextWay {
  station: DocumentWay['station']
  isDecided: boolean
  decision: { citation: string; href: string } | null
  /** Something was written in the draft since the version that was adopted. */
  movedOn: boolean
}

/** A text with how far round its matter has come. */
export type TextEntry = DocumentEntry & { way: TextWay }

const latestDecision = (db: Database) =>
  db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(snapshots, eq(snapshots.id, decisions.snapshotId))
    .where(and(eq(snapshots.documentId, documents.id), eq(decisions.outcome, 'adopted')))
    .orderBy(desc(decisions.createdAt))
    .limit(1)

/** Whether the circle has answered what was sent last; null when nothing was. */
const latestSending = (db: Database) =>
  db
    .select({ isAnswered: sql<boolean>`${answers.referralId} is not null`.as('is_answered') })
    .from(referrals)
    .innerJoin(snapshots, eq(snapshots.id, referrals.snapshotId))
    .leftJoin(answers, eq(answers.referralId, referrals.id))
    .where(and(eq(referrals.fromId, documents.groupId), eq(snapshots.documentId, documents.id)))
    .orderBy(desc(referrals.createdAt))
    .limit(1)

const openRounds = (db: Database) =>
  db
    .select({ count: sql<number>`count(*)::int`.as('open') })
    .from(rounds)
    .innerJoin(snapshots, eq(snapshots.id, rounds.snapshotId))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(eq(rounds.groupId, documents.groupId), eq(snapshots.documentId, documents.id), isNull(counts.roundId)))

const known = (db: Database, ids: string[]) =>
  db
    .select({
      id: documents.id,
      versions: db.$count(snapshots, eq(snapshots.documentId, documents.id)),
      open: sql<number>`(${openRounds(db)})`,
      isAnswered: sql<boolean | null>`(${latestSending(db)})`,
      decision: decisions,
      prefix: groups.prefix,
    })
    .from(documents)
    .leftJoin(decisions, eq(decisions.id, sql`(${latestDecision(db)})`))
    .leftJoin(groups, eq(groups.id, decisions.groupId))
    .where(inArray(documents.id, ids))

type Known = Awaited<ReturnType<typeof known>>[number]

/** What a guest does not know does not count. */
function stationIn({ versions, open, isAnswered, decision }: Known, isInside: boolean): TextWay['station'] {
  const hasVersion = versions > 0
  if (!isInside) return ownWay(hasVersion).station
  return stationOf({ hasVersion, isBeingDecided: open > 0, isDecided: decision !== null, isAnswered })
}

function decisionIn({ decision, prefix }: Known): TextWay['decision'] {
  if (!decision || !prefix) return null
  const cited = citation(prefix, decision.year, decision.number)
  return { citation: cited, href: paths.decision(cited) }
}

/** The texts that this actor may read, the last written on top, whose ways are asked for at once. */
export async function textsFor(db: Database, actor: Actor, limit: number): Promise<TextEntry[]> {
  const entries = await recentDocuments(db, actor, limit)
  const isInside = isMember(actor)
  const inForce = await inForceIn(db, entries, adoptionsOf)
  const facts = await known(
    db,
    entries.map(({ id }) => id),
  )
  return entries.flatMap((entry) =>
    facts
      .filter(({ id }) => id === entry.id)
      .map((one) => {
        const way = {
          station: stationIn(one, isInside),
          isDecided: isInside && one.open > 0,
          decision: decisionIn(one),
          movedOn: inForce.get(entry.id)?.movedOn ?? false,
        }
        return { ...entry, way }
      }),
  )
}
