import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { exchangeText } from '../../decisions/proposals/exchanging.ts'
import { copySnapshotToDraft } from '../../documents/creating.ts'
import type { Content } from '../../documents/markup.ts'
import type { Snapshot } from '../../documents/schema.ts'
import { difference } from '../../documents/versions/difference.ts'
import { freeze } from '../../documents/versions/freezing.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { Actor } from '../../groups/actor.ts'
import { referralCitation } from '../citation.ts'
import type { Referral } from '../schema.ts'
import { hold } from './holding.ts'
import { changedTexts } from './schema.ts'
import { takenUp } from './taken-up.ts'

type Named = Pick<Referral, 'id'>

/** Where those who answer write their version of what was sent. */
export async function changedTextOf(db: Database, { id }: Named): Promise<string | null> {
  const [text] = await db.select().from(changedTexts).where(eq(changedTexts.referralId, id))
  return text?.documentId ?? null
}

async function copyFor(tx: Database, record: RecordEvent, actor: Actor, referral: Referral, snapshot: Snapshot) {
  const draft = { snapshot, groupId: referral.toId, actorId: actor.person.id }
  const { id: documentId } = await copySnapshotToDraft(tx, record, draft)
  await tx.insert(changedTexts).values({ documentId, referralId: referral.id, startedById: actor.person.id })
  await record({
    kind: 'referral.changesBegun',
    groupId: referral.toId,
    alsoForId: referral.fromId,
    actorId: actor.person.id,
    subjectId: referral.id,
    facts: { title: referral.title, number: referralCitation(referral) },
  })
  return documentId
}

/** A text of their own that begins with what was sent. Whoever begins second writes in that of whoever came first. */
export async function beginChanges(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Named,
): Promise<{ documentId: string } | 'answered' | 'nothing_sent'> {
  const referral = await hold(tx, id)
  const first = await changedTextOf(tx, referral)
  if (first) return { documentId: first }
  if (referral.isAnswered) return 'answered'
  const snapshot = referral.snapshotId && (await snapshotById(tx, referral.snapshotId))
  return snapshot ? { documentId: await copyFor(tx, record, actor, referral, snapshot) } : 'nothing_sent'
}

/** A copy may number its rows anew: that is no other text. */
const isSameText = (sent: Snapshot, own: Snapshot) =>
  difference(sent.content as Content, own.content as Content).changed === 0

/** The changed version as it stands now, frozen; the sent one itself where not a word is different. */
export async function changedVersion(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  referral: Pick<Referral, 'id' | 'snapshotId' | 'toId'>,
): Promise<string | null> {
  const documentId = await changedTextOf(tx, referral)
  const sent = referral.snapshotId && (await snapshotById(tx, referral.snapshotId))
  if (!documentId || !sent) return null
  const own = await freeze(tx, record, { id: documentId, groupId: referral.toId }, actor)
  return own.title === sent.title && isSameText(sent, own) ? sent.id : own.id
}

/** What was taken up goes on with the changed version; not while a round about it runs. */
export async function proposeChanges(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Named,
  wording: string,
): Promise<{ proposalId: string } | 'answered' | 'being_decided' | 'nothing_changed'> {
  const referral = await hold(tx, id)
  if (referral.isAnswered) return 'answered'
  const [taken] = await takenUp(tx, [id])
  if (taken?.isBeingDecided) return 'being_decided'
  const snapshotId = await changedVersion(tx, record, actor, referral)
  if (!taken?.proposalId || !snapshotId) return 'nothing_changed'
  const exchanged = await exchangeText(
    tx,
    record,
    { id: taken.proposalId },
    { snapshotId, wording, actorId: actor.person.id },
  )
  return exchanged === 'exchanged' ? { proposalId: taken.proposalId } : 'being_decided'
}
