import { and, eq, isNull, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { people } from '../../identity/schema.ts'
import { contentOf } from '../content/codec.ts'
import { plainTextOf } from '../content/plain-text.ts'
import { currentState } from '../editing/log.ts'
import type { Content } from '../markup.ts'
import { type Document, type Snapshot, snapshots } from '../schema.ts'
import { type AdoptedText, adoptedText } from '../stages/adopted.ts'
import type { MatterOf } from '../stages/matter.ts'
import { holdPaper, settleStage } from '../stages/settling.ts'
import { checksumOf } from '../versions/checksum.ts'
import { wordChanges } from '../versions/counting-words.ts'
import { originalOf } from '../versions/originals.ts'
import { holdMandate } from './mandates.ts'
import { isConfirmable, isInForce } from './policy.ts'
import { type Correction, documentCorrections, type EditorialMandate } from './schema.ts'

type Paper = Pick<Document, 'id' | 'groupId' | 'title'>

/** More than this is hardly a typing error: then it is asked once more. */
export const manyWords = 20

interface Text {
  title: string
  content: Content
}

const titled = ({ title, content }: Text): Content => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: title ? [{ type: 'text', text: title }] : [] }, ...(content.content ?? [])],
})

/** How many words are other ones; one that was replaced counts once. */
export function wordsChanged(before: Text, after: Text): number {
  const { added, removed } = wordChanges(titled(before), titled(after))
  return Math.max(added, removed)
}

const textOf = ({ title, content }: Pick<Snapshot, 'title' | 'content'>): Text => ({
  title,
  content: content as Content,
})

export type Made = 'made' | 'same' | 'many' | 'open' | 'gone' | 'full'

/** Versions are called by one letter. */
const lastSuffix = 'z'

interface Wish {
  mandate: EditorialMandate
  note: string
  /** More than a few words, and meant so. */
  isSure: boolean
}

/** Takes what the draft says for what the adopted text should have said; waits for a second person. */
export async function makeCorrection(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  { mandate, note, isSure }: Wish,
  matterOf: MatterOf,
): Promise<Made> {
  const held = await holdPaper(tx, paper)
  const adopted = held && (await adoptedText(tx, (await matterOf(tx, paper)).adoptions))
  const given = adopted && (await holdMandate(tx, mandate.id, adopted))
  if (!adopted || !given || !isInForce(given)) return 'gone'
  if (adopted.snapshot.suffix === lastSuffix) return 'full'
  const text = { title: held.title, content: contentOf(await currentState(tx, paper.id)) }
  if ((await checksumOf(text)) === adopted.snapshot.checksum) return 'same'
  const words = wordsChanged(textOf(adopted.snapshot), text)
  if (words > manyWords && !isSure) return 'many'
  const of = {
    documentId: paper.id,
    originalId: originalOf(adopted.snapshot),
    mandateId: mandate.id,
    madeById: actor.person.id,
  }
  const made = await tx
    .insert(documentCorrections)
    .values({ ...of, ...text, against: adopted.snapshot.checksum, words, note })
    .onConflictDoNothing()
    .returning({ id: documentCorrections.id })
  if (made.length === 0) return 'open'
  await tell(record, 'document.correctionMade', paper, actor)
  return 'made'
}

/**
 * A second person makes a version of it: its number stays, a letter is added, the original stays readable. False when
 * meanwhile something else was put right or adopted, the mandate was ended, or somebody else was faster.
 */
export async function confirmCorrection(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  { id }: Pick<Correction, 'id'>,
  matterOf: MatterOf,
): Promise<boolean> {
  await holdPaper(tx, paper)
  const correction = await openCorrection(tx, paper)
  const adopted = await adoptedText(tx, (await matterOf(tx, paper)).adoptions)
  if (correction?.id !== id || !adopted) return false
  const mandate = await holdMandate(tx, correction.mandateId, adopted)
  if (!isConfirmable(correction, mandate, adopted.snapshot)) return false
  const snapshot = await keep(tx, paper, adopted, correction)
  await tx
    .update(documentCorrections)
    .set({ confirmedById: actor.person.id, snapshotId: snapshot.id, endedAt: sql`now()` })
    .where(eq(documentCorrections.id, id))
  await settleStage(tx, paper, matterOf)
  await tell(record, 'document.corrected', paper, actor, `${snapshot.number}${snapshot.suffix}`)
  return true
}

async function keep(tx: Database, { id, groupId }: Paper, adopted: AdoptedText, correction: Correction) {
  const originalId = originalOf(adopted.snapshot)
  const [last] = await tx
    .select({ suffix: max(snapshots.suffix) })
    .from(snapshots)
    .where(eq(snapshots.originalId, originalId))
  const { title, content, note, madeById: createdById } = correction
  const suffix = last?.suffix ? String.fromCharCode(last.suffix.charCodeAt(0) + 1) : 'a'
  const facts = { documentId: id, groupId, number: adopted.snapshot.number, suffix, originalId, title, content, note }
  const texts = { plainText: plainTextOf(content as Content), checksum: await checksumOf({ title, content }) }
  const [kept] = await tx
    .insert(snapshots)
    .values({ ...facts, ...texts, createdById })
    .returning()
  if (!kept) throw new Error('a corrected version was not stored')
  return kept
}

/** Whoever comes second finds it ended. */
export async function discardCorrection(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  { id }: Pick<Correction, 'id'>,
): Promise<void> {
  const discarded = await tx
    .update(documentCorrections)
    .set({ discardedById: actor.person.id, endedAt: sql`now()` })
    .where(and(eq(documentCorrections.id, id), isNull(documentCorrections.endedAt)))
    .returning({ id: documentCorrections.id })
  if (discarded.length > 0) await tell(record, 'document.correctionDiscarded', paper, actor)
}

export type CorrectionEntry = Correction & { madeBy: string }

const makers = alias(people, 'makers')

/** The one that waits for a second person. */
export async function openCorrection(db: Database, { id }: Pick<Document, 'id'>): Promise<CorrectionEntry | null> {
  const [found] = await db
    .select({ correction: documentCorrections, madeBy: makers.name })
    .from(documentCorrections)
    .innerJoin(makers, eq(makers.id, documentCorrections.madeById))
    .where(and(eq(documentCorrections.documentId, id), isNull(documentCorrections.endedAt)))
  return found ? { ...found.correction, madeBy: found.madeBy } : null
}

const tell = (
  record: RecordEvent,
  kind: 'document.correctionMade' | 'document.corrected' | 'document.correctionDiscarded',
  { id: subjectId, groupId, title }: Paper,
  { person }: Actor,
  number = '',
) => record({ kind, groupId, actorId: person.id, subjectId, facts: { title, number } })
