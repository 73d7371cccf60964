import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant } from '../db/columns.ts'
import { groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'

export const eventKinds = [
  'group.created',
  'member.invited',
  'member.joined',
  'member.left',
  'role.given',
  'role.ended',
  'mandate.given',
  'ruleSet.given',
  'ruleSet.returned',
  'document.created',
  'document.imported',
  'document.edited',
  'document.renamed',
  'document.frozen',
  'document.named',
  'document.restored',
  'document.guestInvited',
  'document.collided',
  'document.settled',
  'document.editionTaken',
  'document.archived',
  'document.takenOut',
  'document.replaced',
  'document.unreplaced',
  'document.editorNamed',
  'document.editorGiven',
  'document.editorEnded',
  'document.correctionMade',
  'document.correctionDiscarded',
  'document.corrected',
  'document.published',
  'document.publicationWithdrawn',
  'review.begun',
  'review.read',
  'review.ended',
  'comment.made',
  'comment.changed',
  'comment.resolved',
  'comment.reopened',
  'suggestion.made',
  'suggestion.accepted',
  'suggestion.rejected',
  'suggestion.withdrawn',
  'task.created',
  'task.changed',
  'task.done',
  'task.dropped',
  'task.reopened',
  'proposal.created',
  'proposal.changed',
  'proposal.withdrawn',
  'proposal.presented',
  'proposal.asked',
  'proposal.explained',
  'proposal.deliberated',
  'proposal.discussed',
  'proposal.fading',
  'proposal.lapsed',
  'round.opened',
  'round.answered',
  'round.retracted',
  'round.extended',
  'round.doubted',
  'round.cancelled',
  'round.followedUp',
  'round.counted',
  'round.decided',
  'round.recusalProposed',
  'round.recusalWithdrawn',
  'round.recused',
  'round.attended',
  'round.paperEntered',
  'round.handsCounted',
  'seat.given',
  'seat.ended',
  'seat.taken',
  'seat.vacated',
  'proxy.given',
  'proxy.ended',
  'round.talkNoted',
  'round.reworded',
  'round.differed',
  'objection.raised',
  'objection.takenUp',
  'objection.downgraded',
  'objection.lapseProposed',
  'objection.lapsed',
  'objection.withdrawn',
  'objection.integrated',
  'agenda.added',
  'agenda.done',
  'record.reported',
  'record.confirmed',
  'record.discarded',
  'correction.proposed',
  'correction.signed',
  'correction.discarded',
  'referral.forwarded',
  'referral.taken_up',
  'referral.answered',
] as const

export type EventKind = (typeof eventKinds)[number]

/** One thing that happened. Belongs to one group, may concern a second. Append only. */
export const events = pgTable(
  'events',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text().$type<EventKind>().notNull(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    alsoForId: uuid().references(() => groups.id),
    actorId: uuid().references(() => people.id),
    /** Row that it is about; which table follows from the kind. */
    subjectId: uuid().notNull(),
    /** What a line in "what is new" needs, such as a title or a number. Never ballots or text of drafts. */
    facts: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.groupId, t.seq), index().on(t.alsoForId, t.seq)],
)

/** Up to where a person has seen what happened in a group. */
export const visits = pgTable(
  'visits',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    seenSeq: bigint({ mode: 'number' }).notNull(),
    visitedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.groupId] })],
)

export type Event = typeof events.$inferSelect
