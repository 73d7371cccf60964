import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'
import { proposalIdeas, proposalTopics } from '../decisions/proposals/schema.ts'
import { decisionIdeas, decisionTopics } from '../decisions/register/schema.ts'
import { type GuidingIdea, guidingIdeas } from '../groups/schema.ts'
import { ideaLinks, topicLinks } from './schema.ts'
import type { Thing } from './things.ts'

/** What something is about. */
export interface Subjects {
  ideas: Pick<GuidingIdea, 'id' | 'code' | 'title'>[]
  topics: string[]
}

type InLinks = 'documentId' | 'taskId' | 'referralId'

const columnOf = { document: 'documentId', task: 'taskId', referral: 'referralId' } as const

const isLinked = (kind: Thing['kind']): kind is keyof typeof columnOf => kind in columnOf

/** Where the ideas of this kind of thing are kept, and its own column there. */
function ideaTable({ kind }: Pick<Thing, 'kind'>) {
  if (isLinked(kind)) return { table: ideaLinks, thing: ideaLinks[columnOf[kind]] as PgColumn, idea: ideaLinks.ideaId }
  return kind === 'proposal'
    ? { table: proposalIdeas, thing: proposalIdeas.proposalId, idea: proposalIdeas.ideaId }
    : { table: decisionIdeas, thing: decisionIdeas.decisionId, idea: decisionIdeas.ideaId }
}

function topicTable({ kind }: Pick<Thing, 'kind'>) {
  if (isLinked(kind))
    return { table: topicLinks, thing: topicLinks[columnOf[kind]] as PgColumn, topic: topicLinks.topic }
  return kind === 'proposal'
    ? { table: proposalTopics, thing: proposalTopics.proposalId, topic: proposalTopics.topic }
    : { table: decisionTopics, thing: decisionTopics.decisionId, topic: decisionTopics.topic }
}

export async function subjectsOf(db: Database, thing: Pick<Thing, 'kind' | 'id'>): Promise<Subjects> {
  const [ideas, topics] = [ideaTable(thing), topicTable(thing)]
  const { id, code, title } = guidingIdeas
  const found = await db
    .select({ id, code, title })
    .from(ideas.table)
    .innerJoin(guidingIdeas, eq(guidingIdeas.id, ideas.idea))
    .where(eq(ideas.thing, thing.id))
    .orderBy(asc(guidingIdeas.position))
  const words = await db
    .select({ topic: topics.topic })
    .from(topics.table)
    .where(eq(topics.thing, thing.id))
    .orderBy(asc(topics.topic))
  return { ideas: found, topics: words.map(({ topic }) => topic) }
}

interface Wish {
  ideaIds: string[]
  topics: string[]
}

const key = (kind: keyof typeof columnOf, id: string): Partial<Record<InLinks, string>> => ({ [columnOf[kind]]: id })

async function addIdeas(tx: Database, { kind, id }: Thing, ideaIds: string[], linkedById: string): Promise<void> {
  if (ideaIds.length === 0) return
  if (isLinked(kind)) {
    const rows = ideaIds.map((ideaId) => ({ ...key(kind, id), ideaId, linkedById }))
    await tx.insert(ideaLinks).values(rows).onConflictDoNothing()
  } else if (kind === 'proposal') {
    const rows = ideaIds.map((ideaId) => ({ proposalId: id, ideaId }))
    await tx.insert(proposalIdeas).values(rows).onConflictDoNothing()
  } else {
    const rows = ideaIds.map((ideaId) => ({ decisionId: id, ideaId }))
    await tx.insert(decisionIdeas).values(rows).onConflictDoNothing()
  }
}

async function addTopics(tx: Database, { kind, id }: Thing, topics: string[], linkedById: string): Promise<void> {
  if (topics.length === 0) return
  if (isLinked(kind)) {
    const rows = topics.map((topic) => ({ ...key(kind, id), topic, linkedById }))
    await tx.insert(topicLinks).values(rows).onConflictDoNothing()
  } else if (kind === 'proposal') {
    const rows = topics.map((topic) => ({ proposalId: id, topic }))
    await tx.insert(proposalTopics).values(rows).onConflictDoNothing()
  } else {
    const rows = topics.map((topic) => ({ decisionId: id, topic }))
    await tx.insert(decisionTopics).values(rows).onConflictDoNothing()
  }
}

/** From now on it is about these and no others. Ideas that the alliance does not have are left out. */
export async function linkThing(
  tx: Database,
  thing: Thing,
  { ideaIds, topics }: Wish,
  personId: string,
): Promise<void> {
  const [inIdeas, inTopics] = [ideaTable(thing), topicTable(thing)]
  const known = await tx.select({ id: guidingIdeas.id }).from(guidingIdeas).where(inArray(guidingIdeas.id, ideaIds))
  const ids = known.map(({ id }) => id)
  await tx.delete(inIdeas.table).where(and(eq(inIdeas.thing, thing.id), notInArray(inIdeas.idea, ids)))
  await tx.delete(inTopics.table).where(and(eq(inTopics.thing, thing.id), notInArray(inTopics.topic, topics)))
  await addIdeas(tx, thing, ids, personId)
  await addTopics(tx, thing, topics, personId)
}
