import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { documentThreads } from '../comments/schema.ts'
import { currentState } from '../editing/log.ts'
import { doubledBy, textOf } from './doubling.ts'
import { type Suggestion, suggestionClients, suggestions } from './schema.ts'
import { type Standing, standingOf } from './standing.ts'

/** A suggestion with whom it is from, how it stands to the text, and how much is said about it. */
export interface Entry extends Suggestion, Standing {
  /** Words that would stand in the text twice if it were accepted. */
  doubles: string
  author: string
  settledBy: string | null
  threads: number
  clients: number[]
}

const settlers = alias(people, 'settlers')

const isOpen = (documentId: string) => and(eq(suggestions.documentId, documentId), eq(suggestions.state, 'open'))

export const countOpenSuggestions = (db: Database, documentId: string): Promise<number> =>
  db.$count(suggestions, isOpen(documentId))

export async function findSuggestion(db: Database, documentId: string, id: string): Promise<Suggestion | null> {
  const ofText = and(eq(suggestions.documentId, documentId), eq(suggestions.id, id))
  const [found] = await db.select().from(suggestions).where(ofText)
  return found ?? null
}

const named = (db: Database) =>
  db
    .select({ suggestion: suggestions, author: people.name, settledBy: settlers.name })
    .from(suggestions)
    .innerJoin(people, eq(people.id, suggestions.authorId))
    .leftJoin(settlers, eq(settlers.id, suggestions.settledById))
    .$dynamic()

/** What waits for a decision, oldest first. */
export async function openSuggestions(db: Database, documentId: string): Promise<Entry[]> {
  const found = await named(db).where(isOpen(documentId)).orderBy(asc(suggestions.createdAt), asc(suggestions.id))
  return completed(db, documentId, found)
}

const mostSettled = 100

/** What became of those that do not wait any more, the latest first. What was taken back concerns nobody. */
export async function settledSuggestions(db: Database, documentId: string): Promise<Entry[]> {
  const settled = and(eq(suggestions.documentId, documentId), inArray(suggestions.state, ['accepted', 'rejected']))
  const found = await named(db).where(settled).orderBy(desc(suggestions.settledAt)).limit(mostSettled)
  return completed(db, documentId, found)
}

type Found = Awaited<ReturnType<typeof named>>

const settledStanding: Standing = { gone: false, collision: false }

async function completed(db: Database, documentId: string, found: Found): Promise<Entry[]> {
  if (found.length === 0) return []
  const open = found.map(({ suggestion }) => suggestion).filter(({ state }) => state === 'open')
  const state = open.length > 0 ? await currentState(db, documentId) : null
  const standing = state ? standingOf(state, open) : new Map<string, Standing>()
  const text = state && textOf(state)
  const doublesOf = (one: Suggestion) => (text && standing.get(one.id)?.collision ? doubledBy(text, one) : '')
  const threads = await threadsOn(db, documentId)
  const clients = await clientsIn(
    db,
    found.map(({ suggestion }) => suggestion.id),
  )
  return found.map(({ suggestion, author, settledBy }) => ({
    ...suggestion,
    ...(standing.get(suggestion.id) ?? settledStanding),
    doubles: doublesOf(suggestion),
    author,
    settledBy,
    threads: threads.get(suggestion.id) ?? 0,
    clients: clients.get(suggestion.id) ?? [],
  }))
}

async function threadsOn(db: Database, documentId: string): Promise<Map<string, number>> {
  const found = await db
    .select({ id: documentThreads.suggestionId, threads: count() })
    .from(documentThreads)
    .where(and(eq(documentThreads.documentId, documentId), eq(documentThreads.on, 'suggestion')))
    .groupBy(documentThreads.suggestionId)
  return new Map(found.flatMap(({ id, threads }) => (id ? [[id, threads] as const] : [])))
}

async function clientsIn(db: Database, ids: string[]): Promise<Map<string, number[]>> {
  const { clientId, suggestionId } = suggestionClients
  const found = await db.select({ clientId, suggestionId }).from(suggestionClients).where(inArray(suggestionId, ids))
  const perSuggestion = Map.groupBy(found, (row) => row.suggestionId)
  return new Map([...perSuggestion].map(([id, rows]) => [id, rows.map((row) => row.clientId)]))
}

export const clientsOf = async (db: Database, id: string): Promise<number[]> =>
  (await clientsIn(db, [id])).get(id) ?? []

/** The open ones of one person, for accepting them together. */
export async function openOf(db: Database, documentId: string, authorId: string): Promise<string[]> {
  const own = and(isOpen(documentId), eq(suggestions.authorId, authorId))
  const found = await db.select({ id: suggestions.id }).from(suggestions).where(own)
  return found.map(({ id }) => id)
}
