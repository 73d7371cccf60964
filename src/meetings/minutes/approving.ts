import { and, eq, lte, notExists, sql } from 'drizzle-orm'
import { change, type RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { approveText } from '../../documents/approving/model.ts'
import { currentChecksum, freeze } from '../../documents/versions/freezing.ts'
import type { Actor } from '../../groups/actor.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import type { Ports } from '../../ports.ts'
import { type MeetingEntry, meetingEntries } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { meetings } from '../schema.ts'
import { addCirculation } from './circulating.ts'
import { endWriting } from './closing.ts'
import { type CirculationEntry, minutesFacts } from './model.ts'
import { minutesApprovals, minutesCirculations } from './schema.ts'
import { tellOfMinutes } from './telling.ts'

export type Approved = 'approved' | 'not_circulated' | 'open_objection' | 'changed'

const asText = (meeting: MeetingEntry, documentId: string) => ({ id: documentId, groupId: meeting.groupId })

/** Nobody has written in it since it went round: everybody has read what is approved. */
const isAsSent = async (tx: Database, documentId: string, { checksum }: CirculationEntry): Promise<boolean> =>
  (await currentChecksum(tx, { id: documentId })) === checksum

/**
 * The group says in a later meeting: this is how it was. What an objection has put right since it went round is frozen and
 * approved with it; what was changed for no such reason goes round first. From then on nothing in it changes; whoever comes
 * second finds it approved.
 */
export async function approve(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  of: MeetingEntry,
  inMeetingId: string,
  note: string,
): Promise<Approved> {
  const meeting = await holdMeeting(tx, of)
  const { state, circulations, documentId } = await minutesFacts(tx, meeting.id)
  const [last] = circulations
  if (state === 'approved') return 'approved'
  if (!last || !documentId) return 'not_circulated'
  if (state === 'contested') return 'open_objection'
  const isSame = await isAsSent(tx, documentId, last)
  if (!isSame && state !== 'corrected') return 'changed'
  const putRight = async () => {
    const snapshot = await freeze(tx, record, asText(meeting, documentId), actor, note)
    return addCirculation(tx, meeting, { snapshotId: snapshot.id, days: 0, actorId: actor.person.id, signers: last })
  }
  const { id: circulationId } = isSame ? last : await putRight()
  const row = { meetingId: meeting.id, circulationId, kind: 'meeting' as const }
  await tx.insert(minutesApprovals).values({ ...row, inMeetingId, enteredById: actor.person.id })
  await approveText(tx, { id: documentId })
  await tellOfMinutes(record, 'minutes.approved', meeting, actor.person.id)
  return 'approved'
}

const approvedIn = (db: Database) =>
  db
    .select({ id: minutesApprovals.meetingId })
    .from(minutesApprovals)
    .where(eq(minutesApprovals.meetingId, minutesCirculations.meetingId))

/** Went round, and the time for objections is over. */
async function expired(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: minutesCirculations.meetingId })
    .from(minutesCirculations)
    .where(and(lte(minutesCirculations.objectionsUntil, sql`now()`), notExists(approvedIn(db))))
  return rows.map(({ id }) => id)
}

/** Silence approves only where the rules of the group say so, and only what went round and nobody has objected to. */
async function approveBySilence(tx: Database, record: RecordEvent, of: MeetingEntry): Promise<boolean> {
  const meeting = await holdMeeting(tx, of)
  const { rules } = await currentRules(tx, meeting.groupId)
  const { state, circulations, documentId } = await minutesFacts(tx, meeting.id)
  const [last] = circulations
  if (meeting.group.state === 'dissolved') return false
  if (!rules.minutesBySilence || state !== 'circulated' || !last?.isOver || !documentId) return false
  if (!(await isAsSent(tx, documentId, last))) return false
  await tx.insert(minutesApprovals).values({ meetingId: meeting.id, circulationId: last.id, kind: 'expiry' })
  await approveText(tx, { id: documentId })
  await tellOfMinutes(record, 'minutes.approved', meeting, null)
  return true
}

/** What nobody has objected to in time. Whichever process looks first does it, each once. */
export async function approveExpired(ports: Pick<Ports, 'db' | 'bus' | 'log'>): Promise<void> {
  for (const id of await expired(ports.db))
    await approveOne(ports, id).catch((error) => ports.log.error('minutes.approval', error))
}

/** Each by itself: what goes wrong with one holds up no other. */
async function approveOne(ports: Pick<Ports, 'db' | 'bus'>, id: string): Promise<void> {
  const [meeting] = await meetingEntries(ports.db, eq(meetings.id, id))
  if (meeting && (await change(ports, (tx, record) => approveBySilence(tx, record, meeting))))
    await endWriting(ports, meeting)
}
