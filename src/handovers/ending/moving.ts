import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import { calendarDeadlines } from '../../calendar/schema.ts'
import type { Database } from '../../db/database.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { wishFor } from '../../decisions/agenda/wishing.ts'
import { only } from '../../decisions/only.ts'
import { createProposal, withdrawProposal } from '../../decisions/proposals/proposing.ts'
import { proposals } from '../../decisions/proposals/schema.ts'
import { isApproved } from '../../documents/approving/model.ts'
import { copySnapshotToDraft } from '../../documents/creating.ts'
import { documents } from '../../documents/schema.ts'
import { freeze } from '../../documents/versions/freezing.ts'
import { latestSnapshot } from '../../documents/versions/snapshots.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Group } from '../../groups/schema.ts'
import { agendaOf, isOpenItem } from '../../meetings/agenda/entries.ts'
import { itemEndings } from '../../meetings/agenda/schema.ts'
import { callFor } from '../../meetings/letters/calling.ts'
import { findMeeting } from '../../meetings/model.ts'
import { meetingCancellations } from '../../meetings/schema.ts'
import { note } from '../../referrals/answers/giving.ts'
import { referrals } from '../../referrals/schema.ts'
import { withdraw } from '../../referrals/sending/ending.ts'
import { addTask } from '../../tasks/adding.ts'
import { type Task, taskEndings, taskPeople, tasks } from '../../tasks/schema.ts'
import type { Destination, OpenKind } from '../schema.ts'
import type { Placed } from './planning.ts'
import { draftFrom, takeWorkAlong } from './taking-along.ts'

/** Everything that carrying one thing out needs to know. */
export interface Ending {
  tx: Database
  record: RecordEvent
  /** Whoever carries it out, as acting in the group that ends. */
  actor: Actor
  heir: Group
  /** Said of what goes on elsewhere, in the language of the alliance. */
  goesTo: string
}

/** What it became at the heir's, if it is a thing of its own there. */
type Carry = (ending: Ending, one: Placed) => Promise<string | undefined>

/**
 * The old text stays as it is, for whoever looks up what was decided; the heir goes on with a copy that says whence. Of what
 * is approved there is no newer version than the last one.
 */
const inherit: Carry = async ({ tx, record, actor, heir }, { subjectId }) => {
  const document = only(await tx.select().from(documents).where(eq(documents.id, subjectId)))
  const quiet: RecordEvent = async () => undefined
  const approved = (await isApproved(tx, document)) ? await latestSnapshot(tx, document.id) : null
  const snapshot = approved ?? (await freeze(tx, quiet, document, actor))
  const copy = { snapshot, groupId: heir.id, actorId: actor.person.id, title: document.title }
  return (await copySnapshotToDraft(tx, record, copy)).id
}

const kept: Carry = async () => undefined

const peopleOf = async (tx: Database, taskId: string): Promise<string[]> =>
  (await tx.select({ id: taskPeople.personId }).from(taskPeople).where(eq(taskPeople.taskId, taskId))).map(
    ({ id }) => id,
  )

const originOf = ({ origin, originId, originLabel }: Task) =>
  origin === 'free' || !originId ? undefined : { kind: origin, id: originId, label: originLabel ?? '' }

const end = (tx: Database, { actor }: Ending, taskId: string, words: string) =>
  tx.insert(taskEndings).values({ taskId, kind: 'dropped', words, endedById: actor.person.id }).onConflictDoNothing()

/** Where a task came from and to whom it belonged stays; the heir goes on with one of its own, and with its own people. */
const moveTask: Carry = async (ending, { subjectId }) => {
  const { tx, record, actor, heir, goesTo } = ending
  const old = only(await tx.select().from(tasks).where(eq(tasks.id, subjectId)))
  const { title, details, startsOn, dueOn } = old
  const facts = { groupId: heir.id, title, details, startsOn, dueOn, actorId: actor.person.id, origin: originOf(old) }
  const { id } = await addTask(tx, record, { ...facts, personIds: await peopleOf(tx, subjectId) })
  await takeWorkAlong(tx, subjectId, id)
  await end(tx, ending, subjectId, goesTo)
  return id
}

const dropTask: Carry = async (ending, { subjectId, title, reason }) => {
  const { tx, record, actor } = ending
  await end(tx, ending, subjectId, reason)
  const groupId = actor.group.id
  await record({ kind: 'task.dropped', groupId, actorId: actor.person.id, subjectId, facts: { title } })
  return undefined
}

const proposal = async (tx: Database, id: string) => only(await tx.select().from(proposals).where(eq(proposals.id, id)))

/** Begins anew at the heir's: who is asked there, and by which rules, is the heir's own. */
const moveProposal: Carry = async (ending, { subjectId }) => {
  const { tx, record, actor, heir, goesTo } = ending
  const old = await proposal(tx, subjectId)
  const draft = await draftFrom(ending, old)
  const { id } = await createProposal(tx, record, { ...draft, authorId: old.authorId, groupId: heir.id })
  await withdrawProposal(tx, record, old, goesTo, actor.person.id)
  return id
}

const withdrawOld: Carry = async ({ tx, record, actor }, { subjectId, reason }) => {
  await withdrawProposal(tx, record, await proposal(tx, subjectId), reason, actor.person.id)
  return undefined
}

const referral = async (tx: Database, id: string) => only(await tx.select().from(referrals).where(eq(referrals.id, id)))

const takeBack: Carry = async ({ tx, record, actor }, { subjectId, reason }) => {
  await withdraw(tx, record, actor, await referral(tx, subjectId), reason)
  return undefined
}

const noteOnly: Carry = async ({ tx, record, actor }, { subjectId, reason }) => {
  await note(tx, record, actor, { id: subjectId }, reason)
  return undefined
}

const finish = (tx: Database, wishId: string, actor: Actor) =>
  tx
    .update(agendaWishes)
    .set({ doneAt: sql`now()`, doneById: actor.person.id })
    .where(and(eq(agendaWishes.id, wishId), isNull(agendaWishes.doneAt)))

const moveWish: Carry = async ({ tx, record, actor, heir }, { subjectId, title }) => {
  await finish(tx, subjectId, actor)
  const wish = { groupId: heir.id, title, why: 'wish', addedById: actor.person.id } as const
  return (await wishFor(tx, record, wish))?.id
}

const dropWish: Carry = async ({ tx, actor }, { subjectId }) => {
  await finish(tx, subjectId, actor)
  return undefined
}

async function takeOff(tx: Database, meetingId: string, words: string, endedById: string): Promise<void> {
  const open = (await agendaOf(tx, meetingId)).filter(isOpenItem)
  const rows = open.map(({ id: itemId }) => ({ itemId, kind: 'removed' as const, words, endedById }))
  if (rows.length > 0) await tx.insert(itemEndings).values(rows)
}

/** Nothing is carried over: there is no next meeting. One that has begun is ended by the group first. */
const cancel: Carry = async ({ tx, record, actor }, { subjectId, reason }) => {
  const meeting = await findMeeting(tx, actor.group.id, subjectId)
  if (!meeting || meeting.openedAt) return undefined
  await takeOff(tx, meeting.id, reason, actor.person.id)
  await tx.insert(meetingCancellations).values({ meetingId: meeting.id, reason, cancelledById: actor.person.id })
  if (meeting.invitedAt) await callFor(tx, meeting, 'cancellation')
  const facts = { title: meeting.cited, reason }
  await record({
    kind: 'meeting.cancelled',
    groupId: actor.group.id,
    actorId: actor.person.id,
    subjectId: meeting.id,
    facts,
  })
  return undefined
}

const settleWith = ({ tx, actor }: Ending, id: string, outcome: string) =>
  tx
    .update(calendarDeadlines)
    .set({ settledAt: sql`now()`, settledById: actor.person.id, outcome })
    .where(eq(calendarDeadlines.id, id))

/** The day stays the day: from now on the heir sees to it. */
const moveDeadline: Carry = async (ending, { subjectId }) => {
  const { tx, actor, heir, goesTo } = ending
  const old = only(await tx.select().from(calendarDeadlines).where(eq(calendarDeadlines.id, subjectId)))
  const { kind, title, counterpart, dueOn } = old
  const row = { kind, title, counterpart, dueOn, groupId: heir.id, createdById: actor.person.id }
  const { id } = only(await tx.insert(calendarDeadlines).values(row).returning())
  await settleWith(ending, subjectId, goesTo)
  return id
}

const settle: Carry = async (ending, { subjectId, reason }) => {
  await settleWith(ending, subjectId, reason)
  return undefined
}

/** What becomes of each kind on each of its ways. */
export const carrying: Record<OpenKind, Partial<Record<Destination, Carry>>> = {
  document: { heir: inherit, kept },
  task: { heir: moveTask, dropped: dropTask },
  proposal: { heir: moveProposal, withdrawn: withdrawOld },
  referral_sent: { withdrawn: takeBack },
  referral_received: { noted: noteOnly },
  wish: { heir: moveWish, dropped: dropWish },
  meeting: { cancelled: cancel },
  deadline: { heir: moveDeadline, dropped: settle },
}
