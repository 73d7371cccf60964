import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { openPoll } from '#src/meetings/polls/asking.ts'
import { chooseDate, discardPoll } from '#src/meetings/polls/closing.ts'
import { findPoll, type PollEntry, unansweredPolls } from '#src/meetings/polls/model.ts'
import { reply } from '#src/meetings/polls/replying.ts'
import { meetingPolls, type PollChoice, pollClosings, pollDates, pollReplies } from '#src/meetings/polls/schema.ts'
import { meetings } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf, instantOn } from '#src/web/days.ts'
import { type World, world } from '../support/world.ts'

let w: World

const inDays = (days: number) => addDays(dayOf(new Date()), days)
const evening = (days: number) => instantOn(inDays(days), '19:00')

async function ask(dates = [evening(10), evening(12), evening(14)]): Promise<PollEntry> {
  const actor = await w.actor('swantje', 'en')
  const draft = { minutes: 90, form: 'hybrid', place: 'Altenlarn', note: '', answerBy: inDays(5), dates } as const
  const { id } = await change(w.ports, (tx, record) => openPoll(tx, record, actor, draft))
  return again({ id, groupId: w.groups.en.id })
}

async function again({ id, groupId }: { id: string; groupId: string }): Promise<PollEntry> {
  const poll = await findPoll(w.db, groupId, id)
  if (!poll) throw new Error('No poll')
  return poll
}

type Who = Parameters<World['actor']>[0]

async function says(who: Who, poll: PollEntry, ...choices: PollChoice[]): Promise<boolean> {
  const actor = await w.actor(who, 'en')
  const said = new Map(poll.dates.map(({ id }, place) => [id, choices[place] ?? 'no']))
  return change(w.ports, (tx, record) => reply(tx, record, actor, poll, said))
}

const choose = async (who: Who, poll: PollEntry, place: number) => {
  const actor = await w.actor(who, 'en')
  return change(w.ports, (tx, record) => chooseDate(tx, record, actor, poll, poll.dates[place]?.id ?? ''))
}

beforeAll(async () => {
  w = await world({ quiet: true })
})

test('a date is proposed, ticked, chosen, and becomes a meeting of the group', async () => {
  const swantje = await w.as('swantje')
  const typed = {
    date1: inDays(9),
    time1: '18:30',
    date2: inDays(11),
    minutes: '90',
    where: 'online',
    answerBy: inDays(3),
  }
  const asked = await swantje(paths.polls(w.groups.en), { form: typed })
  expect(asked.status).toBe(303)
  const here = asked.headers.get('Location') ?? ''
  const poll = await again({ id: here.split('/').at(-1) ?? '', groupId: w.groups.en.id })
  const gerd = await w.as('gerd')
  const some = { [`date-${poll.dates[0]?.id}`]: 'yes' }
  const refused = await gerd(paths.pollReplies(w.groups.en, poll), { form: some })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(/value="yes" checked/)
  const all = { ...some, [`date-${poll.dates[1]?.id}`]: 'if_need_be' }
  expect((await gerd(paths.pollReplies(w.groups.en, poll), { form: all })).status).toBe(303)
  const page = await (await swantje(here)).text()
  expect(page).toMatch(/<b>1<\/b><span class="soft poll-names"> Gerd/)
  const chosen = await swantje(paths.pollClosing(w.groups.en, poll), { form: { date: poll.dates[0]?.id ?? '' } })
  const [meeting] = await w.db.select().from(meetings)
  expect(chosen.headers.get('Location')).toBe(paths.meeting(w.groups.en, { id: meeting?.id ?? '' }))
  expect(meeting).toMatchObject({ groupId: w.groups.en.id, form: 'online', startsAt: poll.dates[0]?.startsAt })
})

test.each([
  ['one date alone', { date2: '' }, 'date1'],
  ['the same date twice', { date2: inDays(9) }, 'date1'],
  ['a date that is over', { date2: inDays(-2) }, 'date2'],
  ['answers after the first date', { answerBy: inDays(10) }, 'answerBy'],
])('%s is no poll, and what was typed stays', async (_what, typed, field) => {
  const swantje = await w.as('swantje')
  const draft = {
    date1: inDays(9),
    date2: inDays(11),
    minutes: '90',
    place: 'Kirchfeld',
    answerBy: inDays(3),
    ...typed,
  }
  const refused = await swantje(paths.polls(w.groups.en), { form: draft })
  const page = await refused.text()
  expect([refused.status, page.includes(`id="new-poll-${field}-error"`), page.includes('Kirchfeld')]).toEqual([
    422,
    true,
    true,
  ])
})

test('an answer is changed until a date is chosen, and two at once both count', async () => {
  const poll = await ask()
  expect(await Promise.all([says('gerd', poll, 'no'), says('tarek', poll, 'yes'), says('gerd', poll, 'no')])).toEqual([
    true,
    true,
    true,
  ])
  await says('gerd', poll, 'yes', 'yes', 'if_need_be')
  const { dates, silent } = await again(poll)
  expect(dates.map(({ replies }) => replies.map(({ choice }) => choice).sort())).toEqual([
    ['yes', 'yes'],
    ['no', 'yes'],
    ['if_need_be', 'no'],
  ])
  expect(silent.map(({ id }) => id)).not.toContain(w.people.gerd.id)
})

test('of two who choose at once one plans a meeting, and nobody answers any more', async () => {
  const poll = await ask()
  const before = await w.db.$count(meetings)
  const chosen = await Promise.all([choose('swantje', poll, 0), choose('swantje', poll, 1)])
  expect(chosen.filter((meeting) => meeting !== null)).toHaveLength(1)
  expect(await w.db.$count(meetings)).toBe(before + 1)
  expect(await says('gerd', poll, 'yes')).toBe(false)
  const late = { dateId: poll.dates[0]?.id ?? '', pollId: poll.id, personId: w.people.gerd.id, choice: 'yes' } as const
  await expect(w.db.insert(pollReplies).values(late)).rejects.toMatchObject({
    cause: { constraint_name: 'closed_polls_take_no_replies' },
  })
})

test('whoever replies while somebody chooses is either in time or told nothing wrong', async () => {
  for (let time = 0; time < 5; time += 1) {
    const poll = await ask()
    const [meeting, inTime] = await Promise.all([choose('swantje', poll, 0), says('gerd', poll, 'yes')])
    expect(meeting).not.toBeNull()
    const { dates } = await again(poll)
    expect(dates[0]?.replies.length).toBe(inTime ? 1 : 0)
  }
})

test('a date that has passed meanwhile plans no meeting, and the words say so', async () => {
  const poll = await ask([new Date(Date.now() - 3_600_000), evening(12)])
  const before = await w.db.$count(meetings)
  const swantje = await w.as('swantje')
  const late = await swantje(paths.pollClosing(w.groups.en, poll), { form: { date: poll.dates[0]?.id ?? '' } })
  expect([late.status, (await late.text()).includes('Dieser Termin ist schon vorbei.')]).toEqual([422, true])
  expect(await w.db.$count(meetings)).toBe(before)
  expect((await again(poll)).closing).toBeNull()
})

test('none of the dates: the search ends without a meeting', async () => {
  const poll = await ask()
  const actor = await w.actor('swantje', 'en')
  await change(w.ports, (tx, record) => discardPoll(tx, record, actor, poll))
  expect((await again(poll)).closing).toMatchObject({ dateId: null, meetingId: null })
})

test('what must hold is kept by the database, whoever asks', async () => {
  const poll = await ask()
  const says = (wrong: Promise<unknown>, constraint: string) =>
    expect(wrong).rejects.toMatchObject({ cause: { constraint_name: constraint } })
  const many = Array.from({ length: 8 }, (_, more) => ({ pollId: poll.id, startsAt: evening(20 + more) }))
  await says(w.db.insert(pollDates).values(many), 'polls_ask_about_some_dates')
  await says(
    w.db.insert(meetingPolls).values({
      ...{ groupId: w.groups.en.id, minutes: 60, answerBy: inDays(3), openedById: w.people.swantje.id },
    }),
    'polls_ask_about_some_dates',
  )
  await expect(w.db.update(pollDates).set({ startsAt: evening(30) })).rejects.toThrow()
  const [other] = (await w.db.select().from(meetings)).filter(({ groupId }) => groupId === w.groups.en.id)
  const elsewhere = { groupId: w.groups.lw.id, number: 1, startsAt: evening(3), endsAt: evening(4) }
  const [foreign] = await w.db
    .insert(meetings)
    .values({ ...elsewhere, createdById: w.people.swantje.id })
    .returning()
  const closing = { pollId: poll.id, dateId: poll.dates[0]?.id ?? '', closedById: w.people.swantje.id }
  await says(
    w.db.insert(pollClosings).values({ ...closing, meetingId: foreign?.id ?? '' }),
    'polls_plan_their_own_meeting',
  )
  await says(w.db.insert(pollClosings).values({ ...closing, meetingId: null }), 'a_chosen_date_has_its_meeting')
  expect(other).toBeDefined()
})

test('whoever has not answered finds it among what they can do', async () => {
  const poll = await ask()
  const open = async (who: Who) => (await unansweredPolls(w.db, w.people[who].id, [w.groups.en.id])).map(({ id }) => id)
  expect(await open('gerd')).toContain(poll.id)
  expect(await (await w.as('gerd'))(paths.start()).then((page) => page.text())).toContain('Termine ankreuzen')
  await says('gerd', poll, 'yes')
  expect(await open('gerd')).not.toContain(poll.id)
  expect(
    await w.db.execute(sql`select 1 from poll_replies where person_id = ${w.people.gerd.id} limit 1`),
  ).toHaveLength(1)
})
