import { and, eq, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Actor, isMember } from '../../groups/actor.ts'
import { paths } from '../../paths.ts'
import { documents, snapshots } from '../schema.ts'
import { type Piece, spokenOf } from './calling.ts'
import { documentThreads, type Thread } from './schema.ts'
import { type RemarkEntry, threadsWhere } from './threads.ts'

/** Members read all conversations of their group, and those about what was sent to it or by it. */
const readIn = ({ group }: Actor) => or(eq(documentThreads.groupId, group.id), eq(documentThreads.alsoForId, group.id))

/** What was sent is called as it was when it was sent: the draft of another group is nobody's business. */
async function titleOf(db: Database, { id }: Thread): Promise<string> {
  const [text] = await db
    .select({ title: sql<string>`coalesce(${snapshots.title}, ${documents.title})` })
    .from(documentThreads)
    .innerJoin(documents, eq(documents.id, documentThreads.documentId))
    .leftJoin(snapshots, eq(snapshots.id, documentThreads.snapshotId))
    .where(eq(documentThreads.id, id))
  return text?.title ?? ''
}

/** Whom a remark speaks to first is no part of what there is to do. */
function withoutCall(pieces: Piece[]): Piece[] {
  const from = pieces.findIndex((piece) => typeof piece === 'string' && /\p{L}/u.test(piece))
  return from > 0 ? pieces.slice(from) : pieces
}

const said = (remarks: RemarkEntry[]) => remarks.find(({ remark }) => remark.deletedAt === null)

const placeOf = ({ windowId, documentId }: Thread) =>
  windowId ? { id: windowId, through: 'referrals' as const } : { id: documentId }

/**
 * A conversation that this person may read, as something that comes of it cites it: the title of its text, its first words,
 * and the way there as long as anything of it stands there.
 */
export async function conversationAsOrigin(db: Database, actor: Actor, id: string) {
  if (!isMember(actor)) return null
  const [entry] = await threadsWhere(db, and(eq(documentThreads.id, id), readIn(actor)))
  if (!entry) return null
  const first = said(entry.remarks)
  return {
    id,
    title: await titleOf(db, entry.thread),
    words: first ? spokenOf(withoutCall(first.pieces)).replace(/^[\s,:;–-]+/, '') : '',
    href: first ? paths.thread(actor.group, placeOf(entry.thread), entry.thread) : null,
  }
}
