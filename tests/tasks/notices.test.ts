import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { memberships } from '#src/groups/schema.ts'
import { speak } from '#src/identity/people.ts'
import { paths } from '#src/paths.ts'
import { Undeliverable } from '#src/ports.ts'
import { complete } from '#src/tasks/ending.ts'
import { wantsTaskMails } from '#src/tasks/notices/mail-wish.ts'
import { taskLetter } from '#src/tasks/notices/routes.tsx'
import { taskNotices } from '#src/tasks/notices/schema.ts'
import { remindOfTasks } from '#src/tasks/notices/sending.ts'
import { taskPeople, tasks } from '#src/tasks/schema.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { type World, world } from '../support/world.ts'
import { writeTask } from './setting.ts'

let w: World

/** The day of a reminder begins at seven. */
const today = dayOf(new Date(Date.now() - 7 * 60 * 60 * 1000))

beforeAll(async () => {
  w = await world({ quiet: true })
})

/** What an earlier test has left waiting is none of the next one's business. */
beforeEach(() => w.db.update(taskNotices).set({ sentAt: new Date() }))

const look = (mail = w.ports.mail) => remindOfTasks({ ...w.ports, mail }, taskLetter(w.settings))

type Key = keyof World['people']

/** Written down, and taken on, long before. */
async function dueIn(days: number, title: string, people: Key[] = ['gerd']) {
  const task = await writeTask(w, {
    title,
    dueOn: addDays(today, days),
    personIds: people.map((key) => w.people[key].id),
  })
  const before = { createdAt: new Date(Date.now() - 30 * 24 * 60 * 60 * 1000) }
  await w.db.update(taskPeople).set(before).where(eq(taskPeople.taskId, task.id))
  return task
}

const mailsAbout = (title: string) =>
  w
    .mails()
    .filter(({ subject }) => subject.includes(title))
    .map(({ to, subject }) => `${to?.split('.')[0]}: ${subject}`)
    .sort()

test('two days before and on the day after, everybody responsible, once each, however many look', async () => {
  const soon = await dueIn(2, 'Plakate drucken', ['gerd', 'tarek'])
  await dueIn(3, 'Noch Zeit')
  await dueIn(-1, 'Saal bezahlen')
  await dueIn(-20, 'Längst vergangen')
  await Promise.all([look(), look(), look()])
  await look()
  expect(mailsAbout('Plakate drucken')).toEqual([
    'gerd: Bald fällig: Plakate drucken',
    'tarek: Bald fällig: Plakate drucken',
  ])
  expect(mailsAbout('Saal bezahlen')).toEqual(['gerd: Überfällig: Saal bezahlen'])
  expect([...mailsAbout('Noch Zeit'), ...mailsAbout('Längst vergangen')]).toEqual([])

  const mail = w.mails().find(({ subject, to }) => subject.includes('Plakate') && to?.startsWith('gerd'))
  expect(mail?.text).toContain('deine Aufgabe „Plakate drucken“ in der Gruppe AG\u00a0Energie ist bald fällig: bis ')
  expect(mail?.text).toContain(w.settings.publicUrl + paths.task(w.groups.en, soon))
  expect(mail?.text).toContain('weil du für diese Aufgabe verantwortlich bist')
  expect(mail?.text).toContain(`Keine Mails zu Aufgaben mehr:\n${w.settings.publicUrl}/me#me-mails`)
})

test('another day is reminded of anew, in the language of whoever gets it', async () => {
  const task = await dueIn(2, 'Zelt leihen')
  await look()
  await w.db
    .update(tasks)
    .set({ dueOn: addDays(today, 1) })
    .where(eq(tasks.id, task.id))
  await speak(w.db, w.people.gerd.id, 'en')
  await look()
  await speak(w.db, w.people.gerd.id, 'de')
  expect(mailsAbout('Zelt leihen')).toEqual(['gerd: Bald fällig: Zelt leihen', 'gerd: Due soon: Zelt leihen'])
})

test('nobody is told what they know or what is no longer true', async () => {
  await writeTask(w, { title: 'Eben übernommen', dueOn: addDays(today, 1) })
  const done = await dueIn(1, 'Schon getan')
  await dueIn(1, 'Nicht mehr dabei', ['bjarne'])
  await dueIn(1, 'Niemandes', [])
  const down = { send: () => Promise.reject(new Error('The mail server is down')) }
  await look(down)
  await change(w.ports, (tx, record) => complete(tx, record, done, { result: '', actorId: w.people.gerd.id }))
  await w.db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, w.people.bjarne.id))
  await look()
  for (const title of ['Eben übernommen', 'Schon getan', 'Nicht mehr dabei', 'Niemandes'])
    expect(mailsAbout(title)).toEqual([])
})

test('what the mail server did not take goes out later, what has no address does not come again', async () => {
  const [late, nowhere] = [await dueIn(1, 'Kommt später an'), await dueIn(1, 'Kommt nie an', ['tarek'])]
  const gone = w.people.tarek.email
  const send = async ({ to }: { to: string }) => {
    throw to === gone ? new Undeliverable('no such person') : new Error('later')
  }
  await look({ send })
  await look()
  await look()
  expect(mailsAbout('Kommt später an')).toHaveLength(1)
  expect(mailsAbout('Kommt nie an')).toEqual([])
  const state = (taskId: string) =>
    w.db
      .select({ sent: sql`sent_at is not null`, bounced: sql`bounced_at is not null` })
      .from(taskNotices)
      .where(eq(taskNotices.taskId, taskId))
  expect(await state(late.id)).toEqual([{ sent: true, bounced: false }])
  expect(await state(nowhere.id)).toEqual([{ sent: false, bounced: true }])
})

test('whoever wants none gets none, and says so on their own page', async () => {
  const gerd = await w.as('gerd')
  expect(await (await gerd('/me')).text()).toContain('Keine Mails zu Aufgaben')
  await gerd('/me/task-mails', { form: { wanted: 'no' } })
  await dueIn(1, 'Ungestört')
  await look()
  expect(mailsAbout('Ungestört')).toEqual([])
  expect(await (await gerd('/me')).text()).toContain('Wieder Mails zu Aufgaben')
  await gerd('/me/task-mails', { form: { wanted: 'yes' } })
  expect(await wantsTaskMails(w.db, w.people.gerd.id)).toBe(true)
})
