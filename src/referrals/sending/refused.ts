import { and, asc, eq, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { referralCitation } from '../citation.ts'
import { type Referral, referrals, supersessionRefusals, supersessions } from '../schema.ts'

/** The group wants to keep its referral, and says why. */
export interface RefusedReplacement {
  id: string
  refusedBy: string
  words: string
  successor: { id: string; cited: string }
}

const successors = alias(referrals, 'refused_successors')

/** Which newer ones the group did not want in the place of this one, where it has said something to it. */
export async function refusedReplacements(db: Database, { id }: Pick<Referral, 'id'>): Promise<RefusedReplacement[]> {
  const rows = await db
    .select({ no: supersessionRefusals, by: people.name, successor: successors })
    .from(supersessionRefusals)
    .innerJoin(supersessions, eq(supersessions.id, supersessionRefusals.supersessionId))
    .innerJoin(successors, eq(successors.id, supersessions.successorId))
    .innerJoin(people, eq(people.id, supersessionRefusals.refusedById))
    .where(and(eq(supersessions.referralId, id), ne(supersessionRefusals.words, '')))
    .orderBy(asc(supersessionRefusals.createdAt))
  return rows.map(({ no, by, successor }) => ({
    ...{ id: no.supersessionId, refusedBy: by, words: no.words },
    successor: { id: successor.id, cited: referralCitation(successor) },
  }))
}
