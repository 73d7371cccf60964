import { change } from '#src/activity/model.ts'
import { addDeadline } from '#src/calendar/keeping.ts'
import { wishFor } from '#src/decisions/agenda/wishing.ts'
import { giveSeat, seatHolder } from '#src/decisions/seats/arranging.ts'
import { standingSeatsOf } from '#src/decisions/seats/standing.ts'
import { keepPicture } from '#src/documents/attachments/keeping.ts'
import { pictureIn } from '#src/documents/attachments/picture.ts'
import { createDocument } from '#src/documents/creating.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { nameDraft } from '#src/documents/versions/naming.ts'
import { memberships, roleTerms } from '#src/groups/schema.ts'
import { openPoll } from '#src/meetings/polls/asking.ts'
import { addTask } from '#src/tasks/adding.ts'
import { addStep, stepsOf } from '#src/tasks/work/steps.ts'
import { addDays, dayOf, instantOn } from '#src/web/days.ts'
import { decided } from '../decisions/seats/setting.ts'
import { deciding, heat } from '../decisions/setting.ts'
import { png } from '../documents/attachments/pictures.ts'
import { meeting } from '../meetings/planning-setting.ts'
import { between } from '../referrals/setting.ts'
import type { World } from '../support/world.ts'

export type Ids = Record<
  | 'agenda'
  | 'deadlines'
  | 'documents'
  | 'attachments'
  | 'tasks'
  | 'steps'
  | 'proposals'
  | 'rounds'
  | 'objections'
  | 'records'
  | 'referrals'
  | 'people'
  | 'invitations'
  | 'versions'
  | 'seats'
  | 'holders'
  | 'polls'
  | 'meetings'
  | 'items',
  string
>

const text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wärme fehlt.' }] }] }

/** Bjarne moderates, Vera reads one text as a guest, and Vincent is there to be given roles. */
async function completeTheCast(w: World, documentId: string) {
  const groupId = w.groups.en.id
  const vera = { groupId, personId: w.people.vera.id, standing: 'guest', votes: false, endsOn: '2099-12-31' } as const
  await w.db.insert(memberships).values(vera)
  const vincent = { groupId, personId: w.people.vincent.id }
  const [extra] = await w.db.insert(memberships).values(vincent).returning()
  const bjarnes = (await w.db.select().from(memberships)).find(
    (one) => one.groupId === groupId && one.personId === w.people.bjarne.id,
  )
  if (!extra || !bjarnes) throw new Error('The cast is not complete')
  const term = { membershipId: bjarnes.id, groupId, role: 'facilitator', startsOn: '2026-01-01' } as const
  await w.db.insert(roleTerms).values(term)
  await w.db.insert(documentGuests).values({ documentId, personId: w.people.vera.id })
  return extra.id
}

/** The church has a seat, and Gerd speaks for it. */
async function aSeat(w: World) {
  const actor = await w.actor('swantje', 'en')
  const given = {
    behind: { organisation: 'Kirchenkreis Larnau' },
    givenBy: await decided(w, 'en', ['gerd', 'swantje']),
  }
  await change(w.ports, (tx, record) => giveSeat(tx, record, actor, given))
  const [seat] = await standingSeatsOf(w.db, w.groups.en.id)
  if (!seat) throw new Error('No seat')
  const gerd = { person: w.people.gerd, rank: 'principal' } as const
  await change(w.ports, (tx, record) => seatHolder(tx, record, actor, seat, gerd))
  const [held] = await standingSeatsOf(w.db, w.groups.en.id)
  return { seats: seat.id, holders: held?.holders[0]?.holderId ?? '' }
}

/** The group meets in three weeks. */
async function aMeeting(w: World) {
  const planned = await meeting(w, 'en').plan(21)
  const [item] = await meeting(w, 'en').agenda(planned)
  return { meetings: planned.id, items: item?.id ?? '' }
}

/** Two evenings to choose from. */
async function aPoll(w: World): Promise<string> {
  const actor = await w.actor('swantje', 'en')
  const on = (days: number) => addDays(dayOf(new Date()), days)
  const dates = [8, 9].map((days) => instantOn(on(days), '19:00'))
  const draft = { minutes: 90, form: 'on_site', place: '', note: '', answerBy: on(3), dates } as const
  return (await change(w.ports, (tx, record) => openPoll(tx, record, actor, draft))).id
}

/** One of everything in AG Energie, to be knocked at. */
export async function furnish(w: World): Promise<Ids> {
  const groupId = w.groups.en.id
  const actorId = w.people.swantje.id
  const paper = { groupId, actorId, kind: 'position', title: 'Wärme', content: text } as const
  const document = await change(w.ports, (tx, record) => createDocument(tx, record, paper))
  const people = await completeTheCast(w, document.id)
  const judged = pictureIn(png())
  if (!judged.ok) throw new Error(judged.code)
  const kept = { groupId, documentId: document.id, personId: actorId, picture: judged.picture }
  const attachments = await change(w.ports, (tx) => keepPicture(tx, kept))
  const { id: snapshotId } = await between(w).freeze(document)
  const naming = await w.actor('swantje', 'en')
  const point = await change(w.ports, (tx, record) => nameDraft(tx, record, document, naming, 'vor der Sitzung'))
  const task = await change(w.ports, (tx, record) =>
    addTask(tx, record, { groupId, title: 'Zahlen holen', dueOn: null, personIds: [actorId], actorId }),
  )
  await change(w.ports, (tx, record) => addStep(tx, { record, task, actorId }, 'Nachfragen'))
  const [step] = await stepsOf(w.db, task.id)
  const en = deciding(w)
  const proposal = await en.propose('swantje', { ...heat, snapshotId })
  const open = await en.open(await en.propose('swantje', { ...heat, snapshotId }))
  await en.answer('swantje', open, 'objection')
  const objections = crypto.randomUUID()
  const report = await en.report('swantje')
  const referral = await between(w).send(null)
  const draft = { groupId, title: 'Sommerfest', why: 'wish', addedById: actorId } as const
  const wish = await change(w.ports, (tx, record) => wishFor(tx, record, draft))
  const day = {
    groupId,
    title: 'Anhörung',
    kind: 'consultation',
    counterpart: '',
    dueOn: '2099-01-01',
    documentId: null,
  } as const
  const by = { actorId, actingIn: groupId }
  const deadline = await change(w.ports, (tx, record) => addDeadline(tx, record, day, by))
  return {
    deadlines: deadline.id,
    agenda: wish?.id ?? '',
    documents: document.id,
    attachments,
    tasks: task.id,
    steps: step?.id ?? '',
    proposals: proposal.id,
    rounds: open.id,
    objections,
    records: report.id,
    referrals: referral.id,
    people,
    invitations: crypto.randomUUID(),
    versions: point.id,
    ...(await aMeeting(w)),
    polls: await aPoll(w),
    ...(await aSeat(w)),
  }
}
