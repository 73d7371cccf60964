import { and, eq, exists, inArray, isNotNull, isNull, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { inForce } from '../../groups/membership.ts'
import { groups, memberships } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import type { MailMessage, Ports } from '../../ports.ts'
import { dayOf } from '../../web/days.ts'
import type { Lang } from '../../web/locale.ts'
import { documentGuests, documents } from '../schema.ts'
import { documentRemarks, documentThreads, mentionMailRefusals, mentionMails, remarkMentions } from './schema.ts'

const authors = alias(people, 'authors')

const found = {
  personId: remarkMentions.personId,
  remarkId: documentRemarks.id,
  threadId: documentThreads.id,
  at: remarkMentions.createdAt,
  by: authors.name,
  document: { id: documents.id, title: documents.title },
  windowId: documentThreads.windowId,
  group: groups,
}

const withinGroup = and(isNull(documentThreads.windowId), eq(memberships.groupId, documents.groupId))

const throughWindow = and(
  isNotNull(documentThreads.windowId),
  eq(memberships.standing, 'member'),
  or(eq(memberships.groupId, documentThreads.groupId), eq(memberships.groupId, documentThreads.alsoForId)),
)

/** Not read, not deleted, not resolved; and only for people who may still read the text. */
const unreadMentions = (db: Database, now: Date, which: SQL | undefined) =>
  db
    .select(found)
    .from(remarkMentions)
    .innerJoin(documentRemarks, eq(documentRemarks.id, remarkMentions.remarkId))
    .innerJoin(documentThreads, eq(documentThreads.id, documentRemarks.threadId))
    .innerJoin(documents, eq(documents.id, documentThreads.documentId))
    .innerJoin(authors, eq(authors.id, documentRemarks.authorId))
    .innerJoin(
      memberships,
      and(eq(memberships.personId, remarkMentions.personId), inForce(dayOf(now)), or(withinGroup, throughWindow)),
    )
    // Through which of one's own groups it can be looked at.
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .leftJoin(
      documentGuests,
      and(eq(documentGuests.documentId, documents.id), eq(documentGuests.personId, remarkMentions.personId)),
    )
    .where(
      and(
        isNull(remarkMentions.readAt),
        isNull(documentRemarks.deletedAt),
        isNull(documentThreads.resolvedAt),
        or(eq(memberships.standing, 'member'), isNotNull(documentGuests.personId)),
        which,
      ),
    )
    .orderBy(remarkMentions.createdAt)

type Row = Awaited<ReturnType<typeof unreadMentions>>[number]

/** A remark that calls somebody and that they have not read yet. */
export interface Mention extends Row {
  /** What it is said about, as its addresses name it. */
  beside: { id: string; through?: 'referrals' }
}

/** Whoever belongs to both groups is called once. */
function mentionsIn(rows: Row[]): Mention[] {
  const each = new Map(rows.map((row) => [`${row.personId} ${row.remarkId}`, row]))
  return [...each.values()].map((row) => ({
    ...row,
    beside: row.windowId ? { id: row.windowId, through: 'referrals' } : { id: row.document.id },
  }))
}

/** What calls this person, over all groups, the oldest first. */
export const mentionsOf = async (db: Database, personId: string, now = new Date()): Promise<Mention[]> =>
  mentionsIn(await unreadMentions(db, now, eq(remarkMentions.personId, personId)))

/** Between two mails to one person about one text. */
const pause = sql`interval '10 minutes'`

async function due(db: Database, now: Date): Promise<Mention[]> {
  const lately = db
    .select({ sentAt: mentionMails.sentAt })
    .from(mentionMails)
    .where(
      and(
        eq(mentionMails.personId, remarkMentions.personId),
        eq(mentionMails.documentId, documents.id),
        sql`${mentionMails.sentAt} > now() - ${pause}`,
      ),
    )
  const unwanted = db
    .select({ personId: mentionMailRefusals.personId })
    .from(mentionMailRefusals)
    .where(eq(mentionMailRefusals.personId, remarkMentions.personId))
  const unmailed = and(isNull(remarkMentions.mailedAt), not(exists(lately)), not(exists(unwanted)))
  return mentionsIn(await unreadMentions(db, now, unmailed))
}

/** Of several processes that find the same one writes the mail. */
async function claim(db: Database, { personId, document }: Mention, remarkIds: string[]): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [mine] = await tx
      .insert(mentionMails)
      .values({ personId, documentId: document.id })
      .onConflictDoUpdate({
        target: [mentionMails.personId, mentionMails.documentId],
        set: { sentAt: sql`now()` },
        setWhere: lt(mentionMails.sentAt, sql`now() - ${pause}`),
      })
      .returning()
    if (mine) await mark(tx, personId, remarkIds, true)
    return mine !== undefined
  })
}

const mark = (db: Database, personId: string, remarkIds: string[], isMailed: boolean) =>
  db
    .update(remarkMentions)
    .set({ mailedAt: isMailed ? sql`now()` : null })
    .where(and(eq(remarkMentions.personId, personId), inArray(remarkMentions.remarkId, remarkIds)))

export interface MentionLetterFacts {
  name: string
  lang: Lang | null
  mentions: Mention[]
}

export type MentionLetter = (facts: MentionLetterFacts) => Omit<MailMessage, 'to'>

type Outside = Pick<Ports, 'db' | 'mail' | 'log'>

async function send({ db, mail, log }: Outside, mentions: Mention[], write: MentionLetter): Promise<void> {
  const [first] = mentions
  const ids = mentions.map(({ remarkId }) => remarkId)
  if (!first || !(await claim(db, first, ids))) return
  const [person] = await db.select().from(people).where(eq(people.id, first.personId))
  if (!person?.email) return
  const { name, lang, email } = person
  await mail.send({ to: email, ...write({ name, lang, mentions }) }).catch(async (error) => {
    // The next look, after the pause, tries again.
    await mark(db, first.personId, ids, false)
    log.error('mention.mail', error)
  })
}

/**
 * Writes to everybody who is called and has not read it: at most one mail per person and text in ten minutes, with
 * everything in it that has come together since the last one. What is read meanwhile needs no mail.
 */
export async function mailMentions(outside: Outside, write: MentionLetter, now = new Date()): Promise<void> {
  if (outside.mail.none) return
  const byText = Map.groupBy(await due(outside.db, now), ({ personId, document }) => `${personId} ${document.id}`)
  for (const mentions of byText.values()) await send(outside, mentions, write)
}
