import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { citation } from '../decisions/register/citation.ts'
import { decisions } from '../decisions/register/schema.ts'
import { closesAt } from '../decisions/rounds/closing-time.ts'
import { counts, rounds } from '../decisions/rounds/schema.ts'
import { type Document, snapshots } from '../documents/schema.ts'
import { type DocumentWay, ownWay, stationOf } from '../documents/way.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import { groups } from '../groups/schema.ts'
import { paths } from '../paths.ts'
import { type ReferralEntry, referralEntries } from './entries.ts'
import { changesBehind, returnBehind } from './model.ts'
import { mayAnswerReasons } from './policy.ts'
import { referrals } from './schema.ts'

/** How far round a document has come: what is being decided about it, what lies with the circle, what came back. */
export async function wayOf(db: Database, actor: Actor, document: Document): Promise<DocumentWay> {
  const hasVersion = (await db.$count(snapshots, eq(snapshots.documentId, document.id))) > 0
  const decision = await decisionAbout(db, document)
  if (!isMember(actor)) return { ...ownWay(hasVersion), decision }

  const openRounds = await roundsAbout(db, actor, document)
  const [latest] = await sendingsOf(db, document)
  const behind = await returnBehind(db, document.groupId, document.id)
  const isSentAgain = latest !== undefined && latest.followsId === behind?.id
  const cameBack = latest?.answer?.kind === 'returned' ? latest : behind && !isSentAgain ? behind : null
  return {
    station: stationOf({
      hasVersion,
      isBeingDecided: openRounds.length > 0,
      isDecided: decision !== null,
      isAnswered: latest ? latest.answer !== null : null,
    }),
    openRounds,
    decision,
    referral: latest && !latest.answer ? withCircle(actor, latest) : null,
    returned: cameBack && givenBack(actor, cameBack),
    changed: changedForm(actor, latest ?? (await changesBehind(db, document.groupId, document.id))),
    draft: draftElsewhere(actor, document, latest),
  }
}

const withCircle = (actor: Actor, entry: ReferralEntry): DocumentWay['referral'] => ({
  label: entry.cited,
  href: paths.referral(actor.group, entry),
  since: entry.createdAt,
  snapshotNumber: entry.snapshot?.number ?? null,
  state: entry.state,
  to: groupAt(entry),
})

const groupAt = ({ to }: ReferralEntry) => (to.kind === 'circle' ? null : to.name)

const changedForm = (actor: Actor, entry: ReferralEntry | null): DocumentWay['changed'] => {
  const decision = entry?.state === 'adopted_with_changes' ? entry.answer?.decision : null
  if (!entry || !decision) return null
  const href = paths.referralChanges(actor.group, entry)
  return { citation: decision.cited, decision: paths.decision(decision.cited), href, by: groupAt(entry) }
}

const givenBack = (actor: Actor, entry: ReferralEntry): DocumentWay['returned'] => ({
  label: entry.cited,
  href: paths.referral(actor.group, entry),
  reasons: (entry.answer?.reasons ?? []).map(({ words, reply }) => ({
    words,
    reply: reply?.words ?? null,
    passage: reply?.passage ?? '',
  })),
  toReplies: mayAnswerReasons(actor, entry) ? paths.reasonReplies(actor.group, entry) : null,
  by: groupAt(entry),
  wishedBy: entry.answer?.wishedBy ?? null,
  contact: entry.answer?.contact ?? null,
  statement: entry.answer?.statement ?? '',
})

const draftElsewhere = (actor: Actor, { id }: Document, latest?: ReferralEntry): DocumentWay['draft'] => {
  const draftId = latest?.answer?.draftId
  return draftId && draftId !== id ? { href: paths.document(actor.group, { id: draftId }) } : null
}

const sendingsOf = (db: Database, { id, groupId }: Document) =>
  referralEntries(db, and(eq(referrals.fromId, groupId), eq(snapshots.documentId, id)), desc(referrals.createdAt))

async function decisionAbout(db: Database, { id }: Document): Promise<DocumentWay['decision']> {
  const [latest] = await db
    .select({ decision: decisions, prefix: groups.prefix, snapshotNumber: snapshots.number })
    .from(decisions)
    .innerJoin(snapshots, eq(snapshots.id, decisions.snapshotId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(and(eq(snapshots.documentId, id), eq(decisions.outcome, 'adopted')))
    .orderBy(desc(decisions.createdAt))
    .limit(1)
  if (!latest) return null
  const { decision, prefix, snapshotNumber } = latest
  const cited = citation(prefix, decision.year, decision.number)
  return { citation: cited, href: paths.decision(cited), snapshotNumber, decidedOn: decision.decidedOn }
}

async function roundsAbout(db: Database, actor: Actor, { id }: Document): Promise<DocumentWay['openRounds']> {
  const open = await db
    .select({ round: rounds, closesAt, snapshotId: snapshots.id, snapshotNumber: snapshots.number })
    .from(rounds)
    .innerJoin(snapshots, eq(snapshots.id, rounds.snapshotId))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(eq(rounds.groupId, actor.group.id), eq(snapshots.documentId, id), isNull(counts.roundId)))
    .orderBy(asc(closesAt))
  return open.map(({ round, closesAt, snapshotId, snapshotNumber }) => ({
    title: round.title,
    href: paths.round(actor.group, round),
    closesAt,
    snapshotId,
    snapshotNumber,
  }))
}
