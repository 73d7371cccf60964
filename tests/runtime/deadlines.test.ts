import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import { counts, type Round, roundNotices } from '#src/decisions/rounds/schema.ts'
import { meetingLetters } from '#src/meetings/schema.ts'
import { ask, hoursPass } from '../decisions/rounds/setting.ts'
import { deciding, inDays } from '../decisions/setting.ts'
import { meeting } from '../meetings/planning-setting.ts'
import { postOffice } from '../support/post-office.ts'
import { newFolder, type RunningServer, startServer } from '../support/process.ts'
import { type World, world } from '../support/world.ts'

const ahead = `--import=${join(import.meta.dirname, '../support/clock-ahead.mjs')}`

let w: World
let post: Awaited<ReturnType<typeof postOffice>>
const folders: string[] = []
const running: RunningServer[] = []

beforeAll(async () => {
  w = await world({ quiet: true })
  post = await postOffice()
})

afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await post.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

async function serve(more: Record<string, string> = {}) {
  const folder = await newFolder()
  folders.push(folder)
  const env = {
    ...{ DATABASE_URL: `postgres:///${w.place.database}`, PGHOST: inject('socket'), PGUSER: 'postgres' },
    ...{
      PUBLIC_URL: 'http://localhost:3000',
      LANG: 'en_GB.UTF-8',
      SMTP_URL: post.url,
      MAIL_FROM: 'Kreislauf <kreislauf@example.org>',
    },
    ...more,
  }
  const server = await startServer('start', folder, env, 'http://')
  running.push(server)
  return server
}

/** Ended while nobody was there to notice, an hour apart. */
async function ended(titles: string[]): Promise<Round[]> {
  const en = deciding(w)
  const rounds: Round[] = []
  for (const [place, title] of titles.entries()) {
    const round = await ask(w, { proposal: { title } })
    await en.answers(round, { gerd: 'yes', swantje: 'yes', tarek: 'no' })
    await hoursPass(w, round, 24 * 14 + titles.length - place)
    rounds.push(round)
  }
  return rounds
}

const counted = (rounds: Round[]) =>
  w.db.$count(
    counts,
    inArray(
      counts.roundId,
      rounds.map(({ id }) => id),
    ),
  )

const waiting = () =>
  w.db.$count(
    roundNotices,
    and(
      isNull(roundNotices.sentAt),
      eq(roundNotices.kind, 'invitation'),
      sql`round_closes_at(${roundNotices.roundId}) > now()`,
    ),
  )

const subjects = () => post.received.map(({ to, raw }) => `${to} ${/^Subject: (.*)$/m.exec(raw)?.[1]?.trim()}`)

const until = async (isSo: () => Promise<boolean> | boolean) => {
  while (!(await isSo())) await sleep(100)
}

const invitations = () => subjects().filter((subject) => subject.includes('Bitte antworte: Mail'))

const messageIds = () => post.received.map(({ raw }) => /^Message-ID:\s*(\S+)/m.exec(raw)?.[1])

const meetingMails = () => messageIds().filter((id) => id?.startsWith('<meeting.'))

/** SECURITY.md S-76, R-29 */
test('what became due while no process ran happens once, although two start at once, one has a wrong clock and the other is killed meanwhile', {
  timeout: 180_000,
}, async () => {
  const rounds = await ended(['Eins', 'Zwei', 'Drei', 'Vier'])
  const open = await ask(w, { proposal: { title: 'Fuenf' }, closesAt: inDays(1 / 48) })
  for (let number = 0; number < 8; number++) await ask(w, { proposal: { title: `Mail${number}` } })
  const kk = meeting(w)
  await kk.invite(await kk.plan(20))
  const invited = await w.db.$count(meetingLetters)
  const [killed] = await Promise.all([serve(), serve({ NODE_OPTIONS: ahead })])
  await until(() => invitations().length > 5 && meetingMails().length > 2)
  killed.child.kill('SIGKILL')

  await until(async () => (await counted(rounds)) === 4)
  const told = await w.db.select().from(events).where(eq(events.kind, 'round.counted'))
  expect(told).toHaveLength(4)
  for (const one of told) expect(one.actorId).toBeNull()
  expect(await counted([open])).toBe(0)

  await until(() => new Set(invitations()).size === 40)
  await until(async () => (await waiting()) === 0)
  await until(async () => (await w.db.$count(meetingLetters, isNull(meetingLetters.sentAt))) === 0)
  expect(new Set(meetingMails()).size).toBe(invited)
  // One of each kind that was handed over in the very moment of the end may come twice, under the same message id.
  expect(invitations().length - new Set(invitations()).size).toBeLessThanOrEqual(1)
  expect(meetingMails().length - new Set(meetingMails()).size).toBeLessThanOrEqual(1)
  expect(new Set(messageIds()).size).toBe(new Set(subjects()).size)
})
