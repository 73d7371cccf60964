import { and, eq, gt, isNotNull, isNull, lte, notExists, or } from 'drizzle-orm'
import { change } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import type { Ports } from '../../ports.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { decisionNotes, decisions } from '../register/schema.ts'
import { agendaWishes } from './schema.ts'
import { wishFor } from './wishing.ts'

/** So long before, a review date shows on the list of the group. */
const ahead = 30

const ended = (db: Database) =>
  db
    .select({ id: decisionNotes.id })
    .from(decisionNotes)
    .where(
      and(
        eq(decisionNotes.decisionId, decisions.id),
        isNotNull(decisionNotes.signedAt),
        or(eq(decisionNotes.kind, 'annulment'), eq(decisionNotes.kind, 'supersession')),
      ),
    )

const listed = (db: Database) =>
  db
    .select({ id: agendaWishes.id })
    .from(agendaWishes)
    .where(and(eq(agendaWishes.decisionId, decisions.id), eq(agendaWishes.why, 'review')))

const due = (db: Database, today: string) =>
  db
    .select({ decision: decisions })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(
      and(
        eq(decisions.outcome, 'adopted'),
        eq(groups.state, 'active'),
        lte(decisions.reviewOn, addDays(today, ahead)),
        or(isNull(decisions.inForceUntil), gt(decisions.inForceUntil, addDays(today, -1))),
        notExists(ended(db)),
        notExists(listed(db)),
      ),
    )

/** Decisions whose review date comes closer are put on the list of their group, each once, whichever process looks first. */
export async function listReviewDates(ports: Pick<Ports, 'db' | 'bus'>, now = new Date()): Promise<void> {
  for (const { decision } of await due(ports.db, dayOf(now))) {
    const { groupId, title, id: decisionId } = decision
    await change(ports, (tx, record) => wishFor(tx, record, { groupId, title, decisionId, why: 'review' }))
  }
}
