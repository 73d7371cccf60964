import { and, eq, gt, inArray, ne, not, or, sql } from 'drizzle-orm'
import { change, type RecordEvent } from '../../activity/model.ts'
import { events } from '../../activity/schema.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import { bindAuthors } from '../editing/authors.ts'
import { merge, partsOf, readStored } from '../editing/log.ts'
import type { Document } from '../schema.ts'
import type { SuggestionForm } from './forms.ts'
import { type Fault, faultIn } from './judging.ts'
import { type Described, describe } from './readable.ts'
import { type Suggestion, suggestionClients, suggestions } from './schema.ts'
import { tell } from './telling.ts'

type Subject = Pick<Document, 'id' | 'groupId' | 'title'>
type By = Pick<Actor, 'person'>

/** `older`: a later version is stored. `settled`: it has been decided on. */
export type Unsaved = Fault | 'older' | 'settled' | 'too_many' | 'too_often'

export type Saved = { ok: true; suggestion: Suggestion } | { ok: false; problem: Unsaved; stored?: Suggestion }

const mostOpen = 200
/** New ones within a minute: more than replacing everywhere makes, and nobody begins so many by writing. */
const mostNew = 120
/** Over all that its author makes of one. */
const mostIds = 200

const no = (problem: Unsaved, stored?: Suggestion): Saved => ({ ok: false, problem, ...(stored && { stored }) })

/**
 * Keeps what somebody proposes, or what they have made of it since. What was stored under this id by the same person is
 * replaced as a whole; sent twice it is there once.
 */
export async function saveSuggestion(
  ports: Pick<Ports, 'db' | 'bus' | 'rooms' | 'log'>,
  paper: Subject,
  by: By,
  sent: SuggestionForm,
): Promise<Saved> {
  const known = await stands(ports.db, paper, by, sent)
  if (known) return known
  const judged = await judge(ports, paper, by, sent)
  if (typeof judged === 'string') return no(judged)
  const saved = await change(ports, (tx, record) => save(tx, record, { paper, by, sent, judged }))
  if (saved.ok) await tell(ports.bus, paper)
  return saved
}

/** What it hangs on may have been typed a moment ago. */
async function judge(
  { db, rooms }: Pick<Ports, 'db' | 'rooms'>,
  { id }: Subject,
  { person }: By,
  sent: SuggestionForm,
) {
  const first = await look(db, id, person.id, sent)
  if (first !== 'missing') return first
  await rooms.settle(id)
  return look(db, id, person.id, sent)
}

async function look(db: Database, documentId: string, personId: string, sent: SuggestionForm) {
  const stored = await readStored(db, documentId)
  const fault = faultIn(sent, personId, stored)
  return fault ?? describe(merge(partsOf(stored)), sent.update)
}

interface Saving {
  paper: Subject
  by: By
  sent: SuggestionForm
  judged: Described
}

const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0

/** What is stored already may need nothing, or take nothing. */
async function stands(db: Database, paper: Subject, by: By, sent: SuggestionForm): Promise<Saved | null> {
  const [stored] = await db.select().from(suggestions).where(eq(suggestions.id, sent.id))
  return stored ? judgeStored(stored, paper, by, sent) : null
}

function judgeStored(stored: Suggestion, paper: Subject, by: By, sent: SuggestionForm): Saved | null {
  if (stored.documentId !== paper.id || stored.authorId !== by.person.id) return no('foreign')
  if (stored.state !== 'open') return no('settled', stored)
  if (isSame(stored.update, sent.update)) return { ok: true, suggestion: stored }
  return stored.version === sent.version ? null : no('older', stored)
}

async function save(tx: Database, record: RecordEvent, saving: Saving): Promise<Saved> {
  const { paper, by, sent } = saving
  // Also for one that is not there yet: of two that are the first ones, one waits for the other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sent.id}, 0))`)
  const [stored] = await tx.select().from(suggestions).where(eq(suggestions.id, sent.id)).for('update')
  const known = stored && judgeStored(stored, paper, by, sent)
  if (known) return known
  const limit = stored ? await outgrown(tx, saving) : await limited(tx, saving)
  const problem = limit ?? ((await areFree(tx, saving)) ? null : 'foreign')
  return problem ? no(problem) : { ok: true, suggestion: await write(tx, record, saving, stored) }
}

/** Nobody fills a text, or a database, with proposals. */
async function limited(tx: Database, { paper, by }: Saving): Promise<Unsaved | null> {
  const own = and(eq(suggestions.documentId, paper.id), eq(suggestions.authorId, by.person.id))
  if ((await tx.$count(suggestions, and(own, eq(suggestions.state, 'open')))) >= mostOpen) return 'too_many'
  const lately = gt(suggestions.createdAt, sql`now() - interval '1 minute'`)
  const isTooOften = (await tx.$count(suggestions, and(eq(suggestions.authorId, by.person.id), lately))) >= mostNew
  return isTooOften ? 'too_often' : null
}

/** An id is its author's for good: nobody fills the list of authors by sending one suggestion again and again. */
async function outgrown(tx: Database, { sent }: Saving): Promise<Unsaved | null> {
  const { clientId, suggestionId } = suggestionClients
  const others = and(eq(suggestionId, sent.id), not(inArray(clientId, sent.clients)))
  return (await tx.$count(suggestionClients, others)) + sent.clients.length > mostIds ? 'too_large' : null
}

/** None of its ids is used by another suggestion, but for one that the same person has taken back. */
async function areFree(tx: Database, { paper, by, sent }: Saving): Promise<boolean> {
  if (sent.clients.length === 0) return true
  const { documentId, clientId, suggestionId } = suggestionClients
  const isElsewhere = or(ne(suggestions.state, 'withdrawn'), ne(suggestions.authorId, by.person.id))
  const taken = await tx
    .select({ clientId })
    .from(suggestionClients)
    .innerJoin(suggestions, eq(suggestions.id, suggestionId))
    .where(and(eq(documentId, paper.id), inArray(clientId, sent.clients), ne(suggestionId, sent.id), isElsewhere))
  if (taken.length > 0) return false
  const bound = { documentId: paper.id, personId: by.person.id, binds: sent.clients }
  return (await bindAuthors(tx, [bound])).has(bound)
}

async function write(tx: Database, record: RecordEvent, saving: Saving, stored?: Suggestion): Promise<Suggestion> {
  const { paper, by, sent, judged } = saving
  const { id, update } = sent
  const content = { ...judged, update }
  const next = { ...content, version: sql`${suggestions.version} + 1`, changedAt: sql`now()` }
  const [written] = stored
    ? await tx.update(suggestions).set(next).where(eq(suggestions.id, id)).returning()
    : await tx
        .insert(suggestions)
        .values({ ...content, id, documentId: paper.id, authorId: by.person.id })
        .returning()
  if (!written) throw new Error('a suggestion was not stored')
  await claim(tx, saving)
  if (!stored) await recordMade(tx, record, saving)
  return written
}

async function claim(tx: Database, { paper, sent }: Saving): Promise<void> {
  const claims = sent.clients.map((clientId) => ({ documentId: paper.id, clientId, suggestionId: sent.id }))
  if (claims.length === 0) return
  const { documentId, clientId } = suggestionClients
  const set = { suggestionId: sent.id }
  await tx
    .insert(suggestionClients)
    .values(claims)
    .onConflictDoUpdate({ target: [documentId, clientId], set })
}

/** Somebody who proposes one thing after the other is told of once in a while. */
async function recordMade(tx: Database, record: RecordEvent, { paper, by }: Saving): Promise<void> {
  const told = and(
    eq(events.kind, 'suggestion.made'),
    eq(events.subjectId, paper.id),
    eq(events.actorId, by.person.id),
    gt(events.createdAt, sql`now() - interval '10 minutes'`),
  )
  if ((await tx.$count(events, told)) > 0) return
  const { id: subjectId, groupId, title } = paper
  await record({ kind: 'suggestion.made', groupId, actorId: by.person.id, subjectId, facts: { title } })
}
