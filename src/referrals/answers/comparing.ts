import type { Database } from '../../db/database.ts'
import { contentOf } from '../../documents/content/codec.ts'
import { currentState } from '../../documents/editing/log.ts'
import type { Content } from '../../documents/markup.ts'
import { type Difference, difference } from '../../documents/versions/difference.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { ReferralEntry, WholeReferral } from '../entries.ts'

const sentences = (words: string): Content => ({
  type: 'doc',
  content: words
    .split(/\n+/)
    .map((text) => ({ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] })),
})

async function sentContent(db: Database, { snapshotId, decision }: ReferralEntry): Promise<Content | null> {
  const snapshot = snapshotId ? await snapshotById(db, snapshotId) : null
  if (snapshot) return snapshot.content as Content
  return decision && sentences(decision.wording)
}

async function changedContent(
  db: Database,
  { changes, changedTextId, answer }: WholeReferral,
): Promise<Content | null> {
  const adopted = changes?.snapshot && (await snapshotById(db, changes.snapshot.id))
  if (adopted) return adopted.content as Content
  if (changes) return answer?.decision ? sentences(answer.decision.wording) : null
  return changedTextId ? contentOf(await currentState(db, changedTextId)) : null
}

/** From what was sent to what was adopted, or to how the changed version stands now; null where there is none. */
export async function changesTo(db: Database, entry: WholeReferral): Promise<Difference | null> {
  const [sent, changed] = [await sentContent(db, entry), await changedContent(db, entry)]
  return sent && changed && difference(sent, changed)
}
