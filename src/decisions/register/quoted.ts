import { and, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { CitedDecision, CitedDecisions } from '../../documents/comparisons/cited.ts'
import { documentReplacements, type Replacement } from '../../documents/replacements/schema.ts'
import { snapshots } from '../../documents/schema.ts'
import { groupsOf } from '../../groups/membership.ts'
import { paths } from '../../paths.ts'
import { mayReadDecisions } from '../policy.ts'
import { adoptedAbout, adoptedAs, type DecisionEntry, decisionLog } from './log.ts'
import { type NoteEntry, signedNotes } from './notes.ts'

/** Decision id → the text that it is about. */
async function textsOf(db: Database, decisions: DecisionEntry[]): Promise<Map<string, string>> {
  const ids = decisions.map(({ snapshotId }) => snapshotId).filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const found = await db
    .select({ id: snapshots.id, documentId: snapshots.documentId })
    .from(snapshots)
    .where(inArray(snapshots.id, ids))
  const documentOf = new Map(found.map(({ id, documentId }) => [id, documentId]))
  return new Map(decisions.map(({ id, snapshotId }) => [id, documentOf.get(snapshotId ?? '') ?? '']))
}

interface Register {
  newestFirst: DecisionEntry[]
  /** Decision id → what two have signed about it. */
  notes: Map<string, NoteEntry[]>
  /** Decision id → the text that it is about. */
  texts: Map<string, string>
  replacements: Pick<Replacement, 'olderId' | 'newerId' | 'decision'>[]
}

/**
 * A later decision of the same group about the same text takes the place of the earlier one; so does what was decided
 * about the text that has taken the place of its text (`DOMAIN.md 3.5`).
 */
function successorOf(decision: DecisionEntry, { newestFirst, notes, texts, replacements }: Register): string | null {
  const named = decision.standing === 'superseded' && notes.get(decision.id)?.findLast(({ by }) => by !== null)?.by
  if (named) return named.cited
  const text = texts.get(decision.id)
  if (!text) return null
  const about = (id: string | null, among: DecisionEntry[]) =>
    among.find((one) => one.groupId === decision.groupId && texts.get(one.id) === id)?.cited
  const later = about(
    text,
    newestFirst.slice(
      0,
      newestFirst.findIndex(({ id }) => id === decision.id),
    ),
  )
  const replacement = replacements.find(({ olderId }) => olderId === text)
  const instead = replacement && (replacement.decision || about(replacement.newerId, newestFirst))
  return instead || later || null
}

/** Of these texts, what has taken their place. */
const replacementsOf = (db: Database, texts: Iterable<string>) =>
  db
    .select()
    .from(documentReplacements)
    .where(and(isNull(documentReplacements.takenBackAt), inArray(documentReplacements.olderId, [...new Set(texts)])))

/** As much of the register as tells what has become of these: they themselves, and what was decided after them. */
async function registerAround(db: Database, asked: DecisionEntry[]): Promise<Register> {
  const about = [...(await textsOf(db, asked)).values()].filter((id) => id !== '')
  const replacements = about.length > 0 ? await replacementsOf(db, about) : []
  const newer = replacements.flatMap(({ newerId }) => newerId ?? [])
  const newestFirst = await adoptedAbout(db, [...new Set([...about, ...newer])])
  const ids = asked.map(({ id }) => id)
  return { newestFirst, notes: await signedNotes(db, ids), texts: await textsOf(db, newestFirst), replacements }
}

const isAnnulled = ({ standing }: DecisionEntry) => standing === 'annulled'

/** What texts quote from the register, for whoever may read it (`DOMAIN.md 5.5`). */
export const citedDecisions: CitedDecisions = async (db, personId, numbers) => {
  if (!mayReadDecisions(await groupsOf(db, personId))) return []
  const asked = numbers
    ? await adoptedAs(db, numbers)
    : (await decisionLog(db, { outcome: 'adopted' })).filter((one) => !isAnnulled(one))
  const register = await registerAround(db, asked)
  return asked.map(
    (decision): CitedDecision => ({
      number: decision.cited,
      title: decision.title,
      wording: decision.wording,
      href: paths.decision(decision.cited),
      replacedBy: successorOf(decision, register),
    }),
  )
}
