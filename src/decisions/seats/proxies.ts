import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { lockGroup } from '../../groups/roles.ts'
import type { Rules } from '../../groups/rules.ts'
import { people } from '../../identity/schema.ts'
import type { RollSeat } from './roll-call.ts'
import { proxies } from './schema.ts'
import { membersOf } from './standing.ts'

export interface ProxyEntry {
  id: string
  principal: { id: string; name: string }
  holder: { id: string; name: string }
  createdAt: Date
}

const holder = alias(people, 'holder')

/** Who may answer for whom in this group from the next round on, the earliest first. */
export const proxiesIn = (db: Database, groupId: string): Promise<ProxyEntry[]> =>
  db
    .select({
      id: proxies.id,
      principal: { id: people.id, name: people.name },
      holder: { id: holder.id, name: holder.name },
      createdAt: proxies.createdAt,
    })
    .from(proxies)
    .innerJoin(people, eq(people.id, proxies.principalId))
    .innerJoin(holder, eq(holder.id, proxies.holderId))
    .where(and(eq(proxies.groupId, groupId), isNull(proxies.endedAt)))
    .orderBy(asc(proxies.createdAt), asc(proxies.id))

const holds = ({ holders }: RollSeat, personId: string) =>
  holders.some((one) => one.personId === personId && one.rank === 'principal')

/**
 * Puts proxies on the seats of those who gave them: what was told before opening counts, for a person's own seat, by
 * another one with a seat, and no more per holder than the rules allow; it is never passed on (`DOMAIN.md 4.9`).
 */
export async function withProxies(
  tx: Database,
  groupId: string,
  seats: RollSeat[],
  { proxiesPerHolder }: Pick<Rules, 'proxiesPerHolder'>,
): Promise<RollSeat[]> {
  if (proxiesPerHolder < 1) return seats
  const told = (await proxiesIn(tx, groupId)).filter(({ holder }) => seats.some((seat) => holds(seat, holder.id)))
  const byHolder = Map.groupBy(told, (proxy) => proxy.holder.id)
  const allowed = [...byHolder.values()].flatMap((several) => several.slice(0, proxiesPerHolder))
  return seats.map((seat) => {
    const proxy = seat.kind === 'person' && allowed.find(({ principal }) => holds(seat, principal.id))
    return proxy ? { ...seat, holders: [...seat.holders, { personId: proxy.holder.id, rank: 'proxy' }] } : seat
  })
}

interface Given {
  groupId: string
  principalId: string
  holderId: string
}

export type ProxyProblem = 'full' | 'no_vote'

/**
 * Takes the place of an earlier one, for the rounds that open from now on. Given to somebody with a vote of their own,
 * and no more than the rules of the group allow; the database refuses everything else.
 */
export async function giveProxy(
  tx: Database,
  record: RecordEvent,
  proxy: Given,
  { proxiesPerHolder }: Pick<Rules, 'proxiesPerHolder'>,
): Promise<ProxyProblem | null> {
  const { groupId, principalId, holderId } = proxy
  await lockGroup(tx, groupId)
  const members = await membersOf(tx, groupId)
  if (!members.some(({ personId, votes }) => votes && personId === holderId) || holderId === principalId)
    return 'no_vote'
  const held = (await proxiesIn(tx, groupId)).filter(({ holder }) => holder.id === holderId)
  if (held.filter(({ principal }) => principal.id !== principalId).length >= proxiesPerHolder) return 'full'
  await end(tx, and(eq(proxies.groupId, groupId), eq(proxies.principalId, principalId)))
  await tx.insert(proxies).values(proxy)
  await record({ kind: 'proxy.given', ...about(proxy) })
  return null
}

const about = ({ groupId, principalId }: Pick<Given, 'groupId' | 'principalId'>) => ({
  groupId,
  actorId: principalId,
  subjectId: groupId,
})

export async function endProxy(tx: Database, record: RecordEvent, groupId: string, principalId: string): Promise<void> {
  const ended = await end(tx, and(eq(proxies.groupId, groupId), eq(proxies.principalId, principalId)))
  if (ended.length > 0) await record({ kind: 'proxy.ended', ...about({ groupId, principalId }) })
}

const end = (tx: Database, which: ReturnType<typeof and>) =>
  tx
    .update(proxies)
    .set({ endedAt: sql`now()` })
    .where(and(which, isNull(proxies.endedAt)))
    .returning({ id: proxies.id })
