import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { proposalVersions } from '../../decisions/proposals/schema.ts'
import { type Decision, decisions } from '../../decisions/register/schema.ts'
import { rounds } from '../../decisions/rounds/schema.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { Referral } from '../schema.ts'
import { changedTexts } from './schema.ts'

/** What the circle has changed in what was sent, and who proposed that. */
export interface Changes {
  /** None where the changes are in the wording alone. */
  snapshotId: string | null
  proposedById: string
}

/** As people read it: line breaks, quotation marks and capital letters make no other sentence. */
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[„“”‚‘’'"»«]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim()

/** The own sentence may stand around it; what was asked for is in it word for word. */
export const says = (decided: string, asked: string) => plain(decided).includes(plain(asked))

async function proposedBy(tx: Database, { roundId, firstPersonId }: Decision): Promise<string> {
  if (!roundId) return firstPersonId
  const [latest] = await tx
    .select({ id: proposalVersions.authorId })
    .from(rounds)
    .innerJoin(proposalVersions, eq(proposalVersions.proposalId, rounds.proposalId))
    .where(eq(rounds.id, roundId))
    .orderBy(desc(proposalVersions.version))
    .limit(1)
  return latest?.id ?? firstPersonId
}

async function inText(tx: Database, referral: Referral, decision: Decision): Promise<Changes | null> {
  const sent = referral.snapshotId && (await snapshotById(tx, referral.snapshotId))
  const decided = decision.snapshotId && (await snapshotById(tx, decision.snapshotId))
  if (!sent || !decided || sent.checksum === decided.checksum) return null
  const [text] = await tx.select().from(changedTexts).where(eq(changedTexts.documentId, decided.documentId))
  return { snapshotId: decided.id, proposedById: text?.startedById ?? decided.createdById }
}

async function inWording(tx: Database, referral: Referral, decision: Decision): Promise<Changes | null> {
  if (referral.snapshotId || !referral.decisionId || referral.request !== 'adopt') return null
  const [own] = await tx.select().from(decisions).where(eq(decisions.id, referral.decisionId))
  if (!own || says(decision.wording, own.wording)) return null
  return { snapshotId: null, proposedById: await proposedBy(tx, decision) }
}

/** Null where the circle has adopted exactly what was sent (`DOMAIN.md 3.4`). */
export const changesIn = async (tx: Database, referral: Referral, decision: Decision): Promise<Changes | null> =>
  decision.outcome === 'adopted'
    ? ((await inText(tx, referral, decision)) ?? (await inWording(tx, referral, decision)))
    : null
