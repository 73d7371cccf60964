import { eq, sql } from 'drizzle-orm'
import { change } from '#src/activity/model.ts'
import { createProposal, type ProposalDraft } from '#src/decisions/proposals/proposing.ts'
import { openRound, type RoundDraft } from '#src/decisions/rounds/opening.ts'
import { type Round, roundNotices, rounds } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import type { GroupKey, World } from '../../support/world.ts'
import { heat, inDays } from '../setting.ts'

const unguarded = (w: World, work: (tx: World['db']) => Promise<unknown>) =>
  w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await work(tx)
  })

type Asked = Partial<RoundDraft> & { group?: GroupKey; by?: PersonKey; proposal?: Partial<ProposalDraft> }

/** By circular and majority, if nothing else is said. */
export async function ask(w: World, { group = 'en', by = 'swantje', proposal = {}, ...asked }: Asked = {}) {
  const { id: personId } = w.people[by]
  const draft: RoundDraft = {
    ...{ method: 'majority', channel: 'circular', preset: 'rules', closesAt: inDays(14), openedById: personId },
    ...asked,
  }
  const round = await change(w.ports, async (tx, record) => {
    const about = { ...heat, ...proposal, groupId: w.groups[group].id, authorId: personId }
    return openRound(tx, record, await createProposal(tx, record, about), draft)
  })
  if (!round) throw new Error('Nobody has a vote')
  return round
}

/** As if so many hours had gone by since: past the triggers, for nobody may move a round. */
export const hoursPass = (w: World, { id }: Pick<Round, 'id'>, hours: number) =>
  unguarded(w, async (tx) => {
    const earlier = sql.raw(`interval '${hours} hours'`)
    await tx
      .update(rounds)
      .set({
        openedAt: sql`${rounds.openedAt} - ${earlier}`,
        startsAt: sql`${rounds.startsAt} - ${earlier}`,
        closesAt: sql`${rounds.closesAt} - ${earlier}`,
      })
      .where(eq(rounds.id, id))
    await tx.execute(sql`update round_extensions set closes_at = closes_at - ${earlier} where round_id = ${id}`)
    await tx.execute(sql`update ballots set received_at = received_at - ${earlier} where round_id = ${id}`)
    await tx.execute(
      sql`update round_notices set created_at = created_at - ${earlier}, sent_at = sent_at - ${earlier} where round_id = ${id}`,
    )
  })

/** As if its end had just come; what began before is still in time. Answers are weighed by the millisecond. */
export const endsNow = (w: World, { id }: Pick<Round, 'id'>) =>
  unguarded(w, async (tx) => {
    const closesAt = sql`date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond'`
    await tx.update(rounds).set({ closesAt }).where(eq(rounds.id, id))
    await tx.execute(sql`select pg_sleep(0.002)`)
  })

/** As if only so many milliseconds were left of it. */
export const momentsAreLeft = (w: World, round: Round, moments: number) =>
  hoursPass(w, round, (round.closesAt.getTime() - Date.now() - moments) / 3_600_000)

/** Kind → who is to be told, by first name. */
export async function told(w: World, { id }: Round): Promise<Record<string, string[]>> {
  const rows = await w.db.select().from(roundNotices).where(eq(roundNotices.roundId, id))
  const name = (personId: string) => Object.entries(w.people).find(([, person]) => person.id === personId)?.[0] ?? '?'
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  return Object.fromEntries([...byKind].map(([kind, of]) => [kind, of.map(({ personId }) => name(personId)).sort()]))
}
