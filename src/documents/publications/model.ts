import { and, asc, desc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { inForce } from '../../groups/membership.ts'
import { type Group, groups, memberships, roleTerms } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import { type Document, documents, type Snapshot, snapshots } from '../schema.ts'
import { adoptedText } from '../stages/adopted.ts'
import type { Adoption, AdoptionsOf, MatterOf } from '../stages/matter.ts'
import { holdPaper, settleStage } from '../stages/settling.ts'
import { coSignatures, type Publication, publications, publicationWithdrawals } from './schema.ts'

/** A publication with the version it shows and whether it is still public. */
export interface PublicationEntry {
  publication: Publication
  snapshot: Pick<Snapshot, 'id' | 'documentId' | 'groupId' | 'title' | 'number' | 'suffix' | 'originalId' | 'content'>
  kind: Document['kind']
  /** Of the text today. */
  stage: Document['stage']
  publishedBy: string
  organisations: string[]
  withdrawn: { reason: string; at: Date; by: string } | null
}

const withdrawers = alias(people, 'withdrawers')

async function entries(db: Database, which?: SQL): Promise<PublicationEntry[]> {
  const found = await db
    .select({
      publication: publications,
      snapshot: snapshots,
      kind: documents.kind,
      stage: documents.stage,
      publishedBy: people.name,
      withdrawal: publicationWithdrawals,
      withdrawer: withdrawers.name,
    })
    .from(publications)
    .innerJoin(snapshots, eq(snapshots.id, publications.snapshotId))
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .innerJoin(people, eq(people.id, publications.publishedById))
    .leftJoin(publicationWithdrawals, eq(publicationWithdrawals.publicationId, publications.id))
    .leftJoin(withdrawers, eq(withdrawers.id, publicationWithdrawals.withdrawnById))
    .where(which)
    .orderBy(desc(publications.createdAt))
  const signed = found.length > 0 ? await db.select().from(coSignatures).orderBy(asc(coSignatures.place)) : []
  return found.map(({ publication, withdrawal, withdrawer, ...rest }) => ({
    ...rest,
    publication,
    organisations: signed.flatMap((one) => (one.publicationId === publication.id ? one.organisation : [])),
    withdrawn: withdrawal && { reason: withdrawal.reason, at: withdrawal.createdAt, by: withdrawer ?? '' },
  }))
}

export const allPublications = (db: Database): Promise<PublicationEntry[]> => entries(db)

export const publicationsOf = (db: Database, documentId: string): Promise<PublicationEntry[]> =>
  entries(db, eq(publications.documentId, documentId))

export const publicationAt = async (db: Database, slug: string): Promise<PublicationEntry | null> =>
  (await entries(db, eq(publications.slug, slug)))[0] ?? null

export const findPublication = async (db: Database, id: string): Promise<PublicationEntry | null> =>
  (await entries(db, eq(publications.id, id)))[0] ?? null

/** Those who may publish today, to be named where somebody else cannot. */
export async function publishers(db: Database, now = new Date()): Promise<string[]> {
  const today = dayOf(now)
  const found = await db
    .selectDistinct({ name: people.name, term: roleTerms })
    .from(roleTerms)
    .innerJoin(memberships, and(eq(memberships.id, roleTerms.membershipId), inForce(today)))
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(groups, and(eq(groups.id, roleTerms.groupId), eq(groups.kind, 'circle')))
    .where(eq(roleTerms.role, 'publisher'))
  const holding = found.filter(
    ({ term }) => term.endedAt === null && term.startsOn <= today && (term.endsOn === null || term.endsOn >= today),
  )
  return [...new Set(holding.map(({ name }) => name))]
}

/** A text whose adopted version may be made public. */
export interface Publishable {
  adoption: Adoption
  snapshot: Snapshot
  document: Pick<Document, 'id' | 'groupId' | 'title' | 'kind' | 'stage'>
  group: Pick<Group, 'slug' | 'name'>
  /** In the words of those who differed, in the group or in the circle. */
  dissent: string[]
}

/** Neither replaced, nor given back, nor lying with somebody who may still decide otherwise. */
const isSettled = ({ stage }: Pick<Document, 'stage'>) => ['adopted', 'published', 'in_review'].includes(stage)

/** Everything that is in force in the alliance and need not wait for the circle any more (`DOMAIN.md 3.9`). */
export async function publishable(db: Database, adoptionsOf: AdoptionsOf): Promise<Publishable[]> {
  const texts = await db
    .selectDistinct({ document: documents, group: groups })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(snapshots, eq(snapshots.documentId, documents.id))
    .orderBy(documents.title)
  const adoptions = await adoptionsOf(
    db,
    texts.map(({ document }) => document.id),
  )
  const found = await Promise.all(
    texts.map(async ({ document, group }) => {
      const own = adoptions.filter(({ documentId }) => documentId === document.id)
      const adopted = own[0]?.awaitsCircle || !isSettled(document) ? null : await adoptedText(db, own)
      return adopted && { ...adopted, document, group, dissent: adopted.adoptions.flatMap(({ dissent }) => dissent) }
    }),
  )
  return found.filter((one) => one !== null)
}

export interface PublicationWish {
  slug: string
  venue: string
  minorityStatement: string
  organisations: string[]
}

export interface Publishing {
  subject: Publishable
  wish: PublicationWish
  /** In whose name. */
  publisher: string
}

/**
 * Makes the adopted version public. Null when the address is taken, or when something else is in force meanwhile: then
 * nobody has checked that.
 */
export async function publish(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { subject, wish, publisher }: Publishing,
  matterOf: MatterOf,
): Promise<Publication | 'moved' | 'taken'> {
  const { document, adoption, snapshot } = subject
  const held = await holdPaper(tx, document)
  if (!held || !isSettled(held)) return 'moved'
  const now = await adoptedText(tx, (await matterOf(tx, document)).adoptions)
  if (now?.snapshot.id !== snapshot.id || now.adoption.awaitsCircle) return 'moved'
  const { organisations, ...words } = wish
  const checked = { personalDataChecked: true, minorityChecked: true, accessibilityChecked: true }
  const of = { documentId: document.id, snapshotId: snapshot.id, decision: adoption.citation }
  const [publication] = await tx
    .insert(publications)
    .values({
      ...{ ...words, ...checked, ...of },
      ...{ decidedOn: adoption.decidedOn, publisher, publishedById: actor.person.id },
    })
    .onConflictDoNothing()
    .returning()
  if (!publication) return 'taken'
  const signed = organisations.map((organisation, place) => ({ publicationId: publication.id, place, organisation }))
  if (signed.length > 0) await tx.insert(coSignatures).values(signed)
  await settleStage(tx, document, matterOf)
  await tell(record, 'document.published', actor, document, { title: snapshot.title, slug: wish.slug })
  return publication
}

/** No longer public. Whoever comes second finds it withdrawn. */
export async function withdrawPublication(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { publication, snapshot }: PublicationEntry,
  reason: string,
  matterOf: MatterOf,
): Promise<void> {
  const paper = { id: snapshot.documentId, groupId: snapshot.groupId }
  await holdPaper(tx, paper)
  const withdrawn = await tx
    .insert(publicationWithdrawals)
    .values({ publicationId: publication.id, reason, withdrawnById: actor.person.id })
    .onConflictDoNothing()
    .returning({ id: publicationWithdrawals.publicationId })
  if (withdrawn.length === 0) return
  await settleStage(tx, paper, matterOf)
  const facts = { title: snapshot.title, slug: publication.slug }
  await tell(record, 'document.publicationWithdrawn', actor, paper, facts)
}

/** The group whose text it is hears of it, and so does the circle. */
const tell = (
  record: RecordEvent,
  kind: 'document.published' | 'document.publicationWithdrawn',
  { person, group }: Actor,
  { id: subjectId, groupId }: Pick<Document, 'id' | 'groupId'>,
  facts: { title: string; slug: string },
) =>
  record({
    ...{ kind, groupId, actorId: person.id, subjectId, facts },
    ...(group.id !== groupId && { alsoForId: group.id }),
  })
