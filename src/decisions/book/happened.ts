import { and, asc, eq, inArray, notInArray, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { coSignatures, publications, publicationWithdrawals } from '../../documents/publications/schema.ts'
import { snapshots } from '../../documents/schema.ts'
import { groups } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { finalOutcomes } from '../outcomes.ts'
import { citation } from '../register/citation.ts'
import { type DecisionNote, decisionNotes, decisions } from '../register/schema.ts'
import { type Count, counts, type Round, rounds } from '../rounds/schema.ts'
import { type Period, within } from './period.ts'

/** Of one group, where the book is narrowed to it. */
const only = (column: AnyPgColumn, groupId: string | undefined): SQL | undefined =>
  groupId === undefined ? undefined : eq(column, groupId)

/** A round after which nothing was decided. What it was about is for the group that asked. */
export interface BookRound extends Pick<Round, 'method' | 'channel' | 'number'>, Pick<Count, 'outcome' | 'reason'> {
  group: string
  on: string
  title: string | null
}

export async function roundsWithoutResult(
  db: Database,
  period: Period,
  mayKnow: (groupId: string) => boolean,
  groupId?: string,
): Promise<BookRound[]> {
  const found = await db
    .select({ round: rounds, outcome: counts.outcome, reason: counts.reason, at: counts.createdAt, group: groups.name })
    .from(counts)
    .innerJoin(rounds, eq(rounds.id, counts.roundId))
    .innerJoin(groups, eq(groups.id, rounds.groupId))
    .where(
      and(
        notInArray(counts.outcome, [...finalOutcomes]),
        within(counts.createdAt, period),
        only(rounds.groupId, groupId),
      ),
    )
    .orderBy(asc(counts.createdAt))
  return found.map(({ round: { method, channel, number, title, groupId }, outcome, reason, at, group }) => ({
    ...{ group, on: dayOf(at), method, channel, number, outcome, reason },
    title: mayKnow(groupId) ? title : null,
  }))
}

/** What two have signed about a decision in this year, of whichever year that is. */
export interface BookNote extends Pick<DecisionNote, 'kind' | 'reason' | 'isDecisive'> {
  number: string
  title: string
  on: string
  by: string | null
}

const behind = alias(decisions, 'behind_note')
const theirs = alias(groups, 'their_group')

export async function notesSigned(db: Database, period: Period, groupId?: string): Promise<BookNote[]> {
  const found = await db
    .select({ note: decisionNotes, decision: decisions, prefix: groups.prefix, by: behind, byPrefix: theirs.prefix })
    .from(decisionNotes)
    .innerJoin(decisions, eq(decisions.id, decisionNotes.decisionId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .leftJoin(behind, eq(behind.id, decisionNotes.byDecisionId))
    .leftJoin(theirs, eq(theirs.id, behind.groupId))
    .where(and(within(decisionNotes.signedAt, period), only(decisions.groupId, groupId)))
    .orderBy(asc(decisionNotes.signedAt))
  return found.map(({ note: { kind, reason, isDecisive, signedAt }, decision, prefix, by, byPrefix }) => ({
    ...{ kind, reason, isDecisive, title: decision.title, on: dayOf(signedAt ?? new Date()) },
    number: citation(prefix, decision.year, decision.number),
    by: by && byPrefix ? citation(byPrefix, by.year, by.number) : null,
  }))
}

/** A text that everybody may read, with those who put their name under it. */
export interface BookPublication {
  title: string
  slug: string
  publisher: string
  decision: string
  on: string
  venue: string
  minority: string
  coSigned: string[]
  isWithdrawn: boolean
}

export async function publishedIn(db: Database, period: Period, groupId?: string): Promise<BookPublication[]> {
  const found = await db
    .select({ publication: publications, title: snapshots.title, withdrawn: publicationWithdrawals.publicationId })
    .from(publications)
    .innerJoin(snapshots, eq(snapshots.id, publications.snapshotId))
    .leftJoin(publicationWithdrawals, eq(publicationWithdrawals.publicationId, publications.id))
    .where(and(within(publications.createdAt, period), only(snapshots.groupId, groupId)))
    .orderBy(asc(publications.createdAt))
  const ids = found.map(({ publication }) => publication.id)
  const signed = await db
    .select()
    .from(coSignatures)
    .where(inArray(coSignatures.publicationId, ids))
    .orderBy(asc(coSignatures.place))
  return found.map(
    ({ publication: { id, slug, publisher, decision, venue, minorityStatement, createdAt }, title, withdrawn }) => ({
      ...{ title, slug, publisher, decision, venue, minority: minorityStatement, on: dayOf(createdAt) },
      coSigned: signed.filter(({ publicationId }) => publicationId === id).map(({ organisation }) => organisation),
      isWithdrawn: withdrawn !== null,
    }),
  )
}
