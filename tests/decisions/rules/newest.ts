import { desc, eq } from 'drizzle-orm'
import { type Proposal, proposals } from '#src/decisions/proposals/schema.ts'
import type { World } from '../../support/world.ts'

/** What AG Energie was proposed last. */
export async function newestProposal(w: World): Promise<Proposal> {
  const [newest] = await w.db
    .select()
    .from(proposals)
    .where(eq(proposals.groupId, w.groups.en.id))
    .orderBy(desc(proposals.createdAt))
    .limit(1)
  if (!newest) throw new Error('No proposal')
  return newest
}
