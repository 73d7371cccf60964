import { and, eq, gte, isNull, lt } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Ports } from '../ports.ts'
import { addDays, dayOf } from '../web/days.ts'
import { memberships } from './schema.ts'

/** Whose last day is over, since the day before yesterday at most: nobody has ended them, the calendar has. */
const lateGuests = (db: Database, today: string) =>
  db
    .select({ personId: memberships.personId, groupId: memberships.groupId })
    .from(memberships)
    .where(
      and(
        eq(memberships.standing, 'guest'),
        isNull(memberships.endedAt),
        lt(memberships.endsOn, today),
        gte(memberships.endsOn, addDays(today, -2)),
      ),
    )

/** A page that was opened on a guest's last day does not stay open on the next one. */
export async function sendLateGuestsOff({ db, bus }: Pick<Ports, 'db' | 'bus'>, now = new Date()): Promise<void> {
  for (const guest of await lateGuests(db, dayOf(now))) await bus.revoke({ ...guest, final: true })
}
