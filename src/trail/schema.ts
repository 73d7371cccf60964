import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { always, createdAt, id, to } from '../db/columns.ts'
import { documents } from '../documents/schema.ts'
import { groups, guidingIdeas } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { referrals } from '../referrals/schema.ts'
import { tasks } from '../tasks/schema.ts'

const oneThing = sql`num_nonnulls(document_id, task_id, referral_id) = 1`

const thing = () => ({
  documentId: to(() => documents.id),
  taskId: to(() => tasks.id),
  referralId: to(() => referrals.id),
})

/** What a text, a task or a referral is about. Proposals and decisions have tables of their own. */
export const ideaLinks = pgTable(
  'idea_links',
  {
    id: id(),
    ...thing(),
    ideaId: always(() => guidingIdeas.id),
    linkedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.documentId, t.ideaId),
    unique().on(t.taskId, t.ideaId),
    unique().on(t.referralId, t.ideaId),
    index().on(t.ideaId),
    check('an_idea_of_one_thing', oneThing),
  ],
)

/** A word by which it is found across groups. */
export const topicLinks = pgTable(
  'topic_links',
  { id: id(), ...thing(), topic: text().notNull(), linkedById: always(() => people.id), createdAt: createdAt() },
  (t) => [
    unique().on(t.documentId, t.topic),
    unique().on(t.taskId, t.topic),
    unique().on(t.referralId, t.topic),
    index().on(t.topic),
    check('a_topic_of_one_thing', oneThing),
    check('topics_have_words', sql`length(trim(${t.topic})) between 1 and 60`),
  ],
)

export const thingKind = pgEnum('thing_kind', ['document', 'proposal', 'decision', 'task', 'referral'])

/** Which decision is named in what, by its number; written by the database when the words are. */
export const citations = pgTable(
  'citations',
  {
    thing: thingKind().notNull(),
    thingId: uuid().notNull(),
    groupId: always(() => groups.id),
    /** As in EN-2026-004. */
    cited: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.thingId, t.thing, t.cited] }), index().on(t.cited)],
)

/**
 * Somebody has looked whether a thing still fits after what it leans on has ended, for this very cause: a signed note,
 * a replacement of a text or of an idea.
 */
export const checks = pgTable(
  'checks',
  {
    id: id(),
    thing: thingKind().notNull(),
    thingId: uuid().notNull(),
    groupId: always(() => groups.id),
    causeId: uuid().notNull(),
    words: text().notNull(),
    checkedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.thingId, t.thing, t.causeId),
    check('checking_says_something', sql`length(trim(${t.words})) > 0`),
  ],
)

export type ThingKind = (typeof thingKind.enumValues)[number]
export type Check = typeof checks.$inferSelect
