import { and, eq, max } from 'drizzle-orm'
import { append } from '#src/decisions/chain/appending.ts'
import { records } from '#src/decisions/records/schema.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { groups } from '#src/groups/schema.ts'
import { openDatabase, socketPlace } from '#src/runtime/postgres/database.ts'

/** One of several processes that establish what was reported, each its own share, as fast as they can. */
const [socket = '', database = '', secondPersonId = '', share = ''] = process.argv.slice(2)

const { db, end } = openDatabase(socketPlace(socket, database), 2)

const one = (report: typeof records.$inferSelect) =>
  db.transaction(async (tx) => {
    const { groupId, title, wording, decidedOn, outcome, reportedById: firstPersonId } = report
    await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('no key update')
    const numbered = and(eq(decisions.groupId, groupId), eq(decisions.year, 2026))
    const [last] = await tx
      .select({ number: max(decisions.number) })
      .from(decisions)
      .where(numbered)
    const row = {
      groupId,
      year: 2026,
      number: (last?.number ?? 0) + 1,
      recordId: report.id,
      method: 'recorded' as const,
    }
    const said = {
      title,
      wording,
      summary: title,
      decidedOn,
      outcome,
      reason: 'recorded',
      firstPersonId,
      secondPersonId,
    }
    const [decision] = await tx
      .insert(decisions)
      .values({ ...row, ...said })
      .returning({ id: decisions.id })
    if (decision) await append(tx, [{ kind: 'decision', id: decision.id }])
  })

process.stdout.write('ready\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
for (const report of await db.select().from(records).where(eq(records.place, share))) await one(report)
await end()
process.exit(0)
