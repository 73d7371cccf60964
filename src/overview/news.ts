import { and, desc, eq, gt, gte, inArray, max, ne, or, type SQL } from 'drizzle-orm'
import { type Event, events, visits } from '../activity/schema.ts'
import type { Database } from '../db/database.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import type { Group } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

/** One thing that happened in a group of one's own, or between it and the circle. */
export interface News extends Pick<Event, 'seq' | 'kind' | 'subjectId' | 'facts'> {
  at: Date
  who: string | null
  /** Through which of one's groups it can be looked at. */
  group: Group
}

const concerning = (groupIds: string[]) => or(inArray(events.groupId, groupIds), inArray(events.alsoForId, groupIds))

const told = (db: Database, which: SQL | undefined, limit: number) =>
  db
    .select({ event: events, who: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(which)
    .orderBy(desc(events.createdAt), desc(events.seq))
    .limit(limit)

type Told = Awaited<ReturnType<typeof told>>[number]

const newsIn = ({ event, who }: Told, groups: Group[]): News[] =>
  groups
    .filter(({ id }) => id === event.groupId || id === event.alsoForId)
    .slice(0, 1)
    .map((group) => {
      const { seq, kind, subjectId, facts, createdAt } = event
      return { seq, kind, subjectId, facts, at: createdAt, who, group }
    })

/** Somebody who writes all evening is told of once. */
const onceEach = (news: News[]): News[] =>
  news.filter(
    (one, place) =>
      one.kind !== 'document.edited' ||
      news.findIndex(
        ({ kind, subjectId, who }) => kind === one.kind && subjectId === one.subjectId && who === one.who,
      ) === place,
  )

/** What others did in these groups since then, the latest on top. Guests are told nothing. */
export async function newsSince(
  db: Database,
  actors: readonly Actor[],
  personId: string,
  since: Date,
  limit: number,
): Promise<News[]> {
  const groups = actors.filter(isMember).map(({ group }) => group)
  const ids = groups.map(({ id }) => id)
  const others = and(concerning(ids), gte(events.createdAt, since), ne(events.actorId, personId))
  const found = await told(db, others, limit * 4)
  return onceEach(found.flatMap((one) => newsIn(one, groups))).slice(0, limit)
}

/** The last thing that anybody did there. */
export async function latestNews(db: Database, group: Group): Promise<News | null> {
  const [last] = await told(db, concerning([group.id]), 1)
  return last ? (newsIn(last, [group])[0] ?? null) : null
}

/** What others did there since this person was there last, by group. */
export async function unseenIn(
  db: Database,
  personId: string,
  groupId: string,
): Promise<{ count: number; since: Date | null }> {
  const [visit] = await db
    .select()
    .from(visits)
    .where(and(eq(visits.personId, personId), eq(visits.groupId, groupId)))
  const newer = visit ? gt(events.seq, visit.seenSeq) : undefined
  const count = await db.$count(events, and(concerning([groupId]), ne(events.actorId, personId), newer))
  return { count, since: visit?.visitedAt ?? null }
}

/** When something last happened in each of these groups. */
export async function lastActivity(db: Database, groupIds: string[]): Promise<Map<string, Date>> {
  const rows = await db
    .select({ groupId: events.groupId, at: max(events.createdAt) })
    .from(events)
    .where(inArray(events.groupId, groupIds))
    .groupBy(events.groupId)
  return new Map(rows.flatMap(({ groupId, at }) => (at ? [[groupId, at] as const] : [])))
}
