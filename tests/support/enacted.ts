import { sql } from 'drizzle-orm'
import { currentRules } from '#src/groups/rule-sets.ts'
import type { Rules } from '#src/groups/rules.ts'
import { ruleSets } from '#src/groups/schema.ts'
import type { GroupKey, World } from './world.ts'

/** A group has other rules from now on, without the decision that it would take: only whoever owns the database can do that. */
export async function enacted(w: World, group: GroupKey, changed: Partial<Rules>, legalBasis = ''): Promise<Rules> {
  const groupId = w.groups[group].id
  const { rules, version } = await currentRules(w.db, groupId)
  const next = { ...rules, ...changed }
  await w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const givenBy = `Test ${version + 1}`
    await tx.insert(ruleSets).values({ groupId, version: version + 1, rules: next, legalBasis, givenBy })
  })
  return next
}
