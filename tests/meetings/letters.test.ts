import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { memberships } from '#src/groups/schema.ts'
import { meetingLetter } from '#src/meetings/letters/routes.tsx'
import { sendMeetingLetters } from '#src/meetings/letters/sending.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { meetingLetters } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import { type Mail, Undeliverable } from '#src/ports.ts'
import { between } from '../referrals/setting.ts'
import { postOffice } from '../support/post-office.ts'
import { testSettings, type World, world } from '../support/world.ts'
import { inDays, meeting } from './planning-setting.ts'

let w: World
let kk: ReturnType<typeof meeting>
let of: MeetingEntry

const send = (mail: Mail) => sendMeetingLetters({ ...w.ports, mail }, meetingLetter(testSettings))

const waiting = () =>
  w.db.$count(meetingLetters, and(eq(meetingLetters.meetingId, of.id), isNull(meetingLetters.sentAt)))

/** The calendar part of a mail as it went over the wire. */
const icalIn = (raw: string): string => {
  const part = raw.split(/^--/m).find((one) => /Content-Type: text\/calendar/.test(one)) ?? ''
  const [head = '', ...body] = part.split('\r\n\r\n')
  const written = body.join('\r\n\r\n')
  return /base64/i.test(head)
    ? Buffer.from(written, 'base64').toString('utf8')
    : Buffer.from(
        written
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
}

beforeAll(async () => {
  w = await world({ quiet: true })
  kk = meeting(w)
  await between(w).sendText()
  of = await kk.plan(20)
})

describe('an invitation', () => {
  test('waits as one row for each member and for the links of the groups concerned, once', async () => {
    await Promise.all([kk.invite(of), kk.invite(of)])
    expect((await kk.find(of)).state).toBe('invited')
    const rows = await w.db.select().from(meetingLetters).where(eq(meetingLetters.meetingId, of.id))
    const told = rows.map(({ personId }) => personId)
    expect(new Set(told).size).toBe(rows.length)
    for (const person of ['henrike', 'kemal', 'swantje', 'tarek'] as const) expect(told).toContain(w.people[person].id)
    expect(rows.every(({ sequence, kind }) => sequence === 0 && kind === 'invitation')).toBe(true)
  })

  test('goes out to each once, with the agenda and an entry for the calendar, whoever sends at the same time', async () => {
    const { mail, received, close } = await postOffice()
    const count = await waiting()
    await Promise.all([send(mail), send(mail)])
    await close()
    expect(received).toHaveLength(count)
    expect(new Set(received.map(({ to }) => to[0])).size).toBe(count)
    expect(await waiting()).toBe(0)
    const raw = received[0]?.raw ?? ''
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m)
    expect(raw).toMatch(/filename=calendar\.ics/)
    const ical = icalIn(raw)
    const lines = ical.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(ical.replaceAll('\r\n', '')).not.toContain('\n')
    expect(lines).toContain('METHOD:REQUEST')
    expect(lines).toContain('SEQUENCE:0')
    expect(lines).toContain(`UID:meeting-${of.id}@kreislauf`)
    expect(lines).toContain('BEGIN:VTIMEZONE')
    expect(ical).toMatch(/DTSTART;TZID=Europe\/Berlin:\d{8}T\d{6}\r\n/)
    expect(ical.replaceAll('\r\n ', '')).toContain('mailto:kreislauf@example.org')
  })

  test('is kept while the mail server is away, and given up where there is no mailbox', async () => {
    await kk.change(of, inDays(21))
    const before = await waiting()
    await send({ send: async () => Promise.reject(new Error('down')) })
    expect(await waiting()).toBe(before)
    const sent: string[] = []
    const picky: Mail = {
      send: async ({ to, ical }) => {
        if (to.startsWith('kemal')) throw new Undeliverable('gone')
        sent.push(ical?.file ?? '')
      },
    }
    await send(picky)
    expect(await waiting()).toBe(1)
    expect(sent.every((file) => file.includes('SEQUENCE:1'))).toBe(true)
  })

  test('of what was added later says so; a change of place is told, one of the facilitator is not', async () => {
    const item = await kk.add(of, 'Satzung ändern', 'decision')
    expect(item.isAfterInvitation).toBe(true)
    const letters = await w.db.$count(meetingLetters)
    const now = await kk.find(of)
    await kk.change(now, { ...now, facilitatorId: w.people.ayla.id })
    expect(await w.db.$count(meetingLetters)).toBe(letters)
    await kk.change(now, { ...now, place: 'Kirchfeld' })
    expect(await w.db.$count(meetingLetters)).toBeGreaterThan(letters)
  })

  test('is taken back where the meeting is cancelled, for those alone who were told', async () => {
    await kk.cancel(of)
    const sent: { text: string; ical?: { method: string; file: string } }[] = []
    await send({ send: async (message) => void sent.push(message) })
    expect(sent.length).toBeGreaterThan(10)
    expect(sent.every(({ ical }) => ical?.method === 'CANCEL' && ical.file.includes('STATUS:CANCELLED'))).toBe(true)
    expect(sent[0]?.text).toContain('Zu wenige können.')
  })
})

test('one click invites, and everybody can take the date along as a file', async () => {
  const own = await meeting(w, 'en').plan(15)
  const swantje = await w.as('swantje')
  const before = w.mails().length
  expect((await swantje(paths.meetingInvitation(w.groups.en, own), { form: {} })).status).toBe(303)
  await expect.poll(() => w.mails().length, { timeout: 10_000 }).toBe(before + 5)
  expect(w.mails()[0]).toMatchObject({ subject: expect.stringContaining('EN-01'), ical: { method: 'REQUEST' } })
  const file = await (await w.as('gerd'))(paths.meetingFile(w.groups.en, own))
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(await file.text()).toContain('METHOD:PUBLISH')
})

test('an invitation reaches who belongs to it later: the links of a group whose matter comes on, and new members', async () => {
  const own = meeting(w, 'mo')
  const late = await own.plan(25)
  await own.invite(late)
  const of = async () =>
    (await w.db.select().from(meetingLetters).where(eq(meetingLetters.meetingId, late.id))).filter(
      ({ sequence }) => sequence > 0,
    )
  const referral = await between(w).send(null, { title: 'Haltestelle', toId: w.groups.mo.id })
  await own.schedule(late, referral)
  const [first, ...more] = await of()
  expect(first).toMatchObject({ kind: 'invitation', sequence: 1 })
  expect([first, ...more].map((letter) => letter?.personId)).toContain(w.people.swantje.id)

  const joined = { groupId: w.groups.mo.id, standing: 'member', startedAt: new Date() } as const
  await w.db.insert(memberships).values({ ...joined, personId: w.people.kemal.id })
  const now = await own.find(late)
  await own.change(now, { ...now, facilitatorId: w.people.ole.id })
  expect((await of()).filter(({ sequence }) => sequence > 1)).toMatchObject([
    { personId: w.people.kemal.id, kind: 'invitation' },
  ])
  await own.change(now, { ...now, facilitatorId: null })
  expect((await of()).every(({ sequence }) => sequence < 3)).toBe(true)
})

test('an agenda that fills itself with the matter of another group invites those who link that group', async () => {
  const bt = meeting(w, 'bt')
  const late = await bt.plan(26)
  await bt.invite(late)
  await between(w).send(null, { title: 'Wegweiser', toId: w.groups.bt.id })
  await bt.fill(await bt.find(late))
  await bt.fill(await bt.find(late))
  const rows = await w.db.select().from(meetingLetters).where(eq(meetingLetters.meetingId, late.id))
  const after = rows.filter(({ sequence }) => sequence > 0)
  expect(after.map(({ personId }) => personId)).toContain(w.people.swantje.id)
  expect(after.every(({ kind, sequence }) => kind === 'invitation' && sequence === 1)).toBe(true)
})
