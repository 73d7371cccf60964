import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { noteColumns, type SnapshotNote } from '../../decisions/papers.ts'
import { snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import { adoptedChanges, changedTexts, heardVoices, reservations } from './schema.ts'

/** In which form it was adopted, whose changes these were, and what the group has against them. */
export interface ChangesEntry {
  snapshot: SnapshotNote | null
  proposedBy: string
  reservation: { words: string; enteredBy: string; createdAt: Date; wishId: string } | null
}

/** What belongs to an answer beyond its kind; only where it is shown as a whole. */
export interface Along {
  changes: ChangesEntry | null
  /** Who spoke for the group. */
  voices: string[]
  /** Where those who answer write a changed version. */
  changedTextId: string | null
}

const proposer = alias(people, 'proposer')
const doubter = alias(people, 'doubter')

const changed = (db: Database, id: string) =>
  db
    .select({
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
    .where(eq(adoptedChanges.referralId, id))

const heard = (db: Database, id: string) =>
  db
    .select({ name: heardVoices.name })
    .from(heardVoices)
    .where(eq(heardVoices.referralId, id))
    .orderBy(asc(heardVoices.createdAt), asc(heardVoices.name))

type Changed = Awaited<ReturnType<typeof changed>>[number]

const changesIn = ({ snapshot, proposedBy, reservation, enteredBy }: Changed): ChangesEntry => ({
  ...{ snapshot, proposedBy },
  reservation: reservation && {
    ...{ words: reservation.words, enteredBy: enteredBy ?? '' },
    ...{ createdAt: reservation.createdAt, wishId: reservation.wishId },
  },
})

/** What is asked for only where one referral is shown. */
export async function along(db: Database, id: string): Promise<Along> {
  const [[changes], voices, [text]] = await Promise.all([
    changed(db, id),
    heard(db, id),
    db.select({ id: changedTexts.documentId }).from(changedTexts).where(eq(changedTexts.referralId, id)),
  ])
  return {
    changes: changes ? changesIn(changes) : null,
    voices: voices.map(({ name }) => name),
    changedTextId: text?.id ?? null,
  }
}
