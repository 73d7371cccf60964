import { and, desc, eq, gt, gte, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { type Event, events, visits } from '../activity/schema.ts'
import type { Database } from '../db/database.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import { type Group, groups as groupRows } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

/** One thing that happened in a group of one's own, or between it and the circle. */
export interface News extends Pick<Event, 'seq' | 'kind' | 'subjectId' | 'facts'> {
  at: Date
  who: string | null
  /** Through which of one's groups it can be looked at. */
  group: Group
}

const concerning = (groupIds: string[]) => or(inArray(events.groupId, groupIds), inArray(events.alsoForId, groupIds))

/** What only follows from something else is not told beside it. */
const forItself = sql`(${events.facts} ->> 'consequence') is null`

const told = (db: Database, which: SQL | undefined, limit: number) =>
  db
    .select({ event: events, who: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(which, forItself))
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

const ongoing: Event['kind'][] = [
  'document.edited',
  'comment.made',
  'comment.resolved',
  'task.remarked',
  'suggestion.made',
  'suggestion.accepted',
  'suggestion.rejected',
]

/** Somebody who writes or comments all evening is told of once. */
const onceEach = (news: News[]): News[] =>
  news.filter(
    (one, place) =>
      !ongoing.includes(one.kind) ||
      news.findIndex(
        ({ kind, subjectId, who, facts }) =>
          kind === one.kind && subjectId === one.subjectId && who === one.who && facts.name === one.facts.name,
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

/** What is new in a group for somebody: how much others did since they were there, and the last thing that anybody did. */
export interface Pulse {
  unseen: { count: number; since: Date | null }
  latest: News | null
}

const concerns = or(eq(events.groupId, groupRows.id), eq(events.alsoForId, groupRows.id))

const lastIn = (db: Database) =>
  db.select({ seq: events.seq }).from(events).where(concerns).orderBy(desc(events.createdAt), desc(events.seq)).limit(1)

const newerThanVisit = or(isNull(visits.seenSeq), gt(events.seq, visits.seenSeq))

const unseenIn = (db: Database, groupIds: string[], personId: string) =>
  db
    .select({
      groupId: groupRows.id,
      since: visits.visitedAt,
      count: db.$count(events, and(concerns, ne(events.actorId, personId), newerThanVisit)),
      latest: sql<string | null>`(${lastIn(db)})`,
    })
    .from(groupRows)
    .leftJoin(visits, and(eq(visits.groupId, groupRows.id), eq(visits.personId, personId)))
    .where(inArray(groupRows.id, groupIds))

export async function pulsesOf(db: Database, groups: Group[], personId: string): Promise<Map<string, Pulse>> {
  const ids = groups.map(({ id }) => id)
  const found = await unseenIn(db, ids, personId)
  const latest = found.flatMap((one) => (one.latest === null ? [] : [Number(one.latest)]))
  const last = await told(db, inArray(events.seq, latest), latest.length)
  return new Map(
    found.map(({ groupId, since, count, latest: seq }) => {
      const own = last.filter(({ event }) => seq !== null && event.seq === Number(seq))
      const here = groups.filter(({ id }) => id === groupId)
      return [groupId, { unseen: { count, since }, latest: own.flatMap((one) => newsIn(one, here))[0] ?? null }]
    }),
  )
}
