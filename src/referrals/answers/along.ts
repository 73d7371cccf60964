import { asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { noteColumns, type SnapshotNote } from '../../decisions/papers.ts'
import { type Count, counts } from '../../decisions/rounds/schema.ts'
import { snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import { adoptedChanges, changedTexts, type Deferral, deferrals, heardVoices, reservations } from './schema.ts'

export interface DeferralEntry extends Deferral {
  /** Nobody when it follows from a count. */
  deferredBy: string | null
  /** How the round ended that put it off, and why. */
  outcome: Count['outcome'] | null
  why: Count['reason'] | null
}

/** In which form it was adopted, whose changes these were, and what the group has against them. */
export interface ChangesEntry {
  snapshot: SnapshotNote | null
  proposedBy: string
  reservation: { words: string; enteredBy: string; createdAt: Date; wishId: string } | null
}

/** What belongs to the way to an answer, and to an answer beyond its kind. */
export interface Along {
  /** The first one on top. */
  deferrals: DeferralEntry[]
  changes: ChangesEntry | null
  /** Who spoke for the group. */
  voices: string[]
  /** Where those who answer write a changed version. */
  changedTextId: string | null
}

const putOff = (db: Database, ids: string[]) =>
  db
    .select({ deferral: deferrals, deferredBy: people.name, outcome: counts.outcome, why: counts.reason })
    .from(deferrals)
    .leftJoin(people, eq(people.id, deferrals.deferredById))
    .leftJoin(counts, eq(counts.roundId, deferrals.roundId))
    .where(inArray(deferrals.referralId, ids))
    .orderBy(asc(deferrals.createdAt))

const proposer = alias(people, 'proposer')
const doubter = alias(people, 'doubter')

const changed = (db: Database, ids: string[]) =>
  db
    .select({
      referralId: adoptedChanges.referralId,
      snapshot: noteColumns,
      proposedBy: proposer.name,
      reservation: reservations,
      enteredBy: doubter.name,
    })
    .from(adoptedChanges)
    .innerJoin(proposer, eq(proposer.id, adoptedChanges.proposedById))
    .leftJoin(snapshots, eq(snapshots.id, adoptedChanges.snapshotId))
    .leftJoin(reservations, eq(reservations.referralId, adoptedChanges.referralId))
    .leftJoin(doubter, eq(doubter.id, reservations.enteredById))
    .where(inArray(adoptedChanges.referralId, ids))

const heard = (db: Database, ids: string[]) =>
  db
    .select({ referralId: heardVoices.referralId, name: heardVoices.name })
    .from(heardVoices)
    .where(inArray(heardVoices.referralId, ids))
    .orderBy(asc(heardVoices.createdAt), asc(heardVoices.name))

type Changed = Awaited<ReturnType<typeof changed>>[number]

const changesIn = ({ snapshot, proposedBy, reservation, enteredBy }: Changed): ChangesEntry => ({
  ...{ snapshot, proposedBy },
  reservation: reservation && {
    ...{ words: reservation.words, enteredBy: enteredBy ?? '' },
    ...{ createdAt: reservation.createdAt, wishId: reservation.wishId },
  },
})

/** Of so many at once in four questions, however many they are. */
export async function along(db: Database, ids: string[]): Promise<(id: string) => Along> {
  if (ids.length === 0) return () => ({ deferrals: [], changes: null, voices: [], changedTextId: null })
  const texts = await db.select().from(changedTexts).where(inArray(changedTexts.referralId, ids))
  const changes = new Map((await changed(db, ids)).map((row) => [row.referralId, changesIn(row)]))
  const waits = Map.groupBy(await putOff(db, ids), ({ deferral }) => deferral.referralId)
  const voices = Map.groupBy(await heard(db, ids), ({ referralId }) => referralId)
  return (id) => ({
    deferrals: (waits.get(id) ?? []).map(({ deferral, ...rest }) => ({ ...deferral, ...rest })),
    changes: changes.get(id) ?? null,
    voices: (voices.get(id) ?? []).map(({ name }) => name),
    changedTextId: texts.find(({ referralId }) => referralId === id)?.documentId ?? null,
  })
}
