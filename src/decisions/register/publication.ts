import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { publications, publicationWithdrawals } from '../../documents/publications/schema.ts'
import type { Group } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { concernsCircle } from './reach.ts'
import type { Decision } from './schema.ts'

/** Who makes public what was decided on: nobody before the circle has answered, where it has to (`DOMAIN.md 3.9`). */
export type Publication = 'by_mandate' | 'after_circle'

type Decided = Pick<Decision, 'outcome' | 'snapshotId' | 'scope'> & { group: Pick<Group, 'kind'> }

export const publicationOf = (decision: Decided): Publication | null => {
  if (decision.outcome !== 'adopted' || !decision.snapshotId) return null
  return concernsCircle(decision) ? 'after_circle' : 'by_mandate'
}

/** Where everybody reads its text, and since when. */
export interface Published {
  slug: string
  on: string
}

/** The latest, if the text of this decision is public and was not withdrawn. */
export async function publishedBy(db: Database, cited: string): Promise<Published | null> {
  const [found] = await db
    .select({ slug: publications.slug, at: publications.createdAt })
    .from(publications)
    .leftJoin(publicationWithdrawals, eq(publicationWithdrawals.publicationId, publications.id))
    .where(and(eq(publications.decision, cited), isNull(publicationWithdrawals.publicationId)))
    .orderBy(desc(publications.createdAt))
    .limit(1)
  return found ? { slug: found.slug, on: dayOf(found.at) } : null
}
