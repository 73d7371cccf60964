import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { keepDeadlines, keepRounds, mailAboutRounds } from '#src/decisions/deadlines.ts'
import { extendRound } from '#src/decisions/rounds/extending.ts'
import { callForResults, callTheSilent } from '#src/decisions/rounds/notices/calling.ts'
import { reachOf, unreachedIn } from '#src/decisions/rounds/notices/reach.ts'
import { roundLetter } from '#src/decisions/rounds/notices/routes.tsx'
import { sendNotices } from '#src/decisions/rounds/notices/sending.ts'
import { counts, type Round, roundNotices } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { initialRules } from '#src/groups/rules.ts'
import { oneTimeLinks } from '#src/identity/schema.ts'
import { paths } from '#src/paths.ts'
import { type MailMessage, Undeliverable } from '#src/ports.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding, everybody, inDays } from '../setting.ts'
import { ask, hoursPass, told } from './setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world({ quiet: true })
  en = deciding(w)
})

const all = [...everybody].sort()

const look = (ports: Pick<World['ports'], 'db' | 'bus' | 'mail' | 'log'> = w.ports) =>
  keepDeadlines(ports, { letter: roundLetter(w.settings) })

const mailsTo = (person: PersonKey, title: string) =>
  w.mails().filter(({ to, subject }) => to === w.people[person].email && subject.includes(title))

describe('whoever is asked', () => {
  test('gets one invitation, which leads to the round and can be switched off', async () => {
    const round = await ask(w, { proposal: { title: 'Dachflächen' } })
    expect((await told(w, round)).invitation).toEqual(all)
    await look()
    await look()
    for (const person of everybody) expect(mailsTo(person, 'Dachflächen')).toHaveLength(1)
    const [mail] = mailsTo('gerd', 'Dachflächen')
    expect(mail?.subject).toBe('Bitte antworte: Dachflächen')
    expect(mail?.text).toContain(`${w.settings.publicUrl}${paths.round(w.groups.en, round)}`)
    expect(mail?.text).toContain(`Keine Mails zu Entscheidungen mehr:\n${w.settings.publicUrl}/me#me-mails`)
  })

  test('hears of an announced round at once, and from when it can be answered', async () => {
    await ask(w, { proposal: { title: 'Speicher' }, startsAt: inDays(3) })
    await look()
    expect(mailsTo('gerd', 'Speicher')[0]?.subject).toBe('Angekündigt: Speicher')
  })

  test('is reminded at half time and on the last day, unless there is an answer', async () => {
    const round = await ask(w, { proposal: { title: 'Netzanschluss' } })
    await en.answer('gerd', round, 'yes')
    await callTheSilent(w.db)
    expect((await told(w, round)).half_time).toBeUndefined()
    await hoursPass(w, round, 24 * 7)
    await callTheSilent(w.db)
    expect((await told(w, round)).half_time).toEqual(all.filter((one) => one !== 'gerd'))
    await en.answer('tarek', round, 'no')
    await hoursPass(w, round, 24 * 6)
    await callTheSilent(w.db)
    await callTheSilent(w.db)
    expect((await told(w, round)).last_day).toEqual(['bjarne', 'fritjof', 'swantje'])
    await look()
    expect(mailsTo('fritjof', 'Letzter Tag: Netzanschluss')).toHaveLength(1)
    expect(mailsTo('tarek', 'Letzter Tag: Netzanschluss')).toEqual([])
  })

  test('gets no mail about what has been overtaken: one reminder after a long pause, none after the end', async () => {
    const round = await ask(w, { proposal: { title: 'Pause' } })
    await hoursPass(w, round, 24 * 13 + 12)
    await look()
    expect(mailsTo('gerd', 'Pause').map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['Letzter Tag: Pause', 'Bitte antworte: Pause']),
    )
    expect(mailsTo('gerd', 'Die halbe Zeit')).toEqual([])
    const over = await ask(w, { proposal: { title: 'Vorbei' } })
    await hoursPass(w, over, 24 * 14 + 1)
    await look()
    expect(mailsTo('gerd', 'Vorbei').map(({ subject }) => subject)).toEqual(['Ergebnis: Vorbei'])
  })

  test('is told of a later end, with its reason', async () => {
    const round = await ask(w, { proposal: { title: 'Ferien' } })
    const draft = { closesAt: inDays(20), reason: 'Viele sind verreist.', actorId: w.people.swantje.id }
    await change(w.ports, (tx, record) => extendRound(tx, record, round, draft))
    await look()
    expect(mailsTo('gerd', 'Mehr Zeit: Ferien')[0]?.text).toContain('Der Grund: Viele sind verreist.')
  })

  test('is reminded again on the last day of a later end', async () => {
    const round = await ask(w, { proposal: { title: 'Nachfrist' } })
    await hoursPass(w, round, 24 * 13 + 12)
    await look()
    const draft = { closesAt: inDays(10), reason: 'Viele sind verreist.', actorId: w.people.swantje.id }
    await change(w.ports, (tx, record) => extendRound(tx, record, round, draft))
    await look()
    expect(mailsTo('gerd', 'Letzter Tag: Nachfrist')).toHaveLength(1)
    await hoursPass(w, round, 24 * 9 + 12)
    await look()
    await look()
    const mails = mailsTo('gerd', 'Letzter Tag: Nachfrist')
    expect(mails).toHaveLength(2)
    expect(new Set(mails.map(({ id }) => id)).size).toBe(2)
  })

  test('is told of a second later end after the mail about the first one came back', async () => {
    await enacted(w, 'en', { circular: { ...initialRules.circular, maxExtensions: 2 } })
    const round = await ask(w, { proposal: { title: 'Zweimal länger' } })
    const extend = (days: number) => {
      const draft = { closesAt: inDays(days), reason: 'Viele sind verreist.', actorId: w.people.swantje.id }
      return change(w.ports, (tx, record) => extendRound(tx, record, round, draft))
    }
    expect(await extend(20)).toBe('extended')
    const send = () => Promise.reject(new Undeliverable('mailbox full'))
    await look({ ...w.ports, mail: { send } })
    expect(await extend(30)).toBe('extended')
    await look()
    expect(mailsTo('gerd', 'Mehr Zeit: Zweimal länger')).toHaveLength(1)
  })

  test('gets no mails about rounds after having switched them off, and the page says so', async () => {
    const tarek = await w.as('tarek')
    await tarek(paths.roundMails(), { form: { wanted: 'no' } })
    expect(await (await tarek(paths.me())).text()).toContain('Wieder Mails zu Entscheidungen')
    await ask(w, { proposal: { title: 'Ohne Tarek' } })
    await look()
    expect(mailsTo('tarek', 'Ohne Tarek')).toEqual([])
    await tarek(paths.roundMails(), { form: { wanted: 'yes' } })
    expect(await (await tarek(paths.me())).text()).not.toContain('Wieder Mails zu Entscheidungen')
  })
})

/** As if nobody had been there to tell it for so long. */
const countedEarlier = ({ id }: Round, ago: string) =>
  w.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`update counts set created_at = now() - ${ago}::interval where round_id = ${id}`)
  })

describe('a result', () => {
  const decide = async (title: string) => {
    const round = await ask(w, { proposal: { title } })
    for (const by of everybody) await en.answer(by, round, 'yes')
    const count = await en.count('swantje', round)
    if (!count) throw new Error('Not counted')
    return { round, count }
  }

  test('is told to everybody on the roll once it is confirmed, with where the register stands', async () => {
    const { round, count } = await decide('Beschlossen')
    await callForResults(w.db)
    expect((await told(w, round)).result).toBeUndefined()
    const decision = await en.finalise('fritjof', round, count)
    await look()
    for (const person of everybody) expect(mailsTo(person, 'Ergebnis: Beschlossen')).toHaveLength(1)
    const text = mailsTo('gerd', 'Ergebnis: Beschlossen')[0]?.text
    expect(text).toContain(`Beschluss EN-${decision.year}-`)
    expect(text).toMatch(/Stand des Beschlussregisters: \d+:[0-9a-f]{16}/)
  })

  test('that nobody confirms is told after a day', async () => {
    const { round } = await decide('Unbestätigt')
    await countedEarlier(round, '25 hours')
    await look()
    expect(mailsTo('gerd', 'Ergebnis: Unbestätigt')[0]?.text).toContain(
      'Eine zweite Person stellt das Ergebnis noch fest',
    )
  })
})

test('a result is told after a pause of the server, however long it was, once', async () => {
  const round = await ask(w, { proposal: { title: 'Lange Pause' } })
  await en.answers(round, { gerd: 'no' })
  await hoursPass(w, round, 24 * 14 + 1)
  await en.count('swantje', round)
  await countedEarlier(round, '12 days')
  await look()
  await look()
  expect(mailsTo('gerd', 'Ergebnis: Lange Pause')).toHaveLength(1)
})

test('results of more than a week ago are not told to whoever wants mails again', async () => {
  const gerd = await w.as('gerd')
  await gerd(paths.roundMails(), { form: { wanted: 'no' } })
  const [old, fresh] = [
    await ask(w, { proposal: { title: 'Altes' } }),
    await ask(w, { proposal: { title: 'Frisches' } }),
  ]
  for (const round of [old, fresh]) await hoursPass(w, round, 24 * 14 + 1)
  await look()
  expect((await told(w, old)).result).toContain('gerd')
  await hoursPass(w, old, 24 * 8)
  await gerd(paths.roundMails(), { form: { wanted: 'yes' } })
  await look()
  expect(mailsTo('gerd', 'Altes')).toEqual([])
  expect(mailsTo('gerd', 'Ergebnis: Frisches')).toHaveLength(1)
})

describe('sending', () => {
  const failing = (problem: Error) => {
    const tried: MailMessage[] = []
    const send = async (message: MailMessage) => {
      tried.push(message)
      throw problem
    }
    return { tried, ports: { ...w.ports, mail: { send } } }
  }

  test('is tried again when the mail server was away, and not for every mail of the list', async () => {
    await ask(w, { proposal: { title: 'Störung' } })
    const { tried, ports } = failing(new Error('connection refused'))
    await look(ports)
    expect(tried).toHaveLength(3)
    await look()
    for (const person of everybody) expect(mailsTo(person, 'Störung')).toHaveLength(1)
  })

  test('that hangs keeps no round from ending', async () => {
    await ask(w, { proposal: { title: 'Zähe Post' } })
    const round = await ask(w, { proposal: { title: 'Pünktlich' } })
    const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const send = () => {
      asked.resolve()
      return answered.promise
    }
    const mailing = mailAboutRounds({ ...w.ports, mail: { send } }, roundLetter(w.settings))
    await asked.promise
    await hoursPass(w, round, 24 * 14 + 1)
    await keepRounds(w.ports)
    expect(await w.db.$count(counts, eq(counts.roundId, round.id))).toBe(1)
    answered.resolve()
    await mailing
  })

  test('that is under way keeps nobody else from being reminded', async () => {
    const [slow, other] = [await ask(w, { proposal: { title: 'Zäh' } }), await ask(w, { proposal: { title: 'Flott' } })]
    await hoursPass(w, slow, 24 * 13 + 12)
    await callTheSilent(w.db)
    await hoursPass(w, other, 24 * 13 + 12)
    await w.db.transaction(async (tx) => {
      await tx.select().from(roundNotices).where(eq(roundNotices.roundId, slow.id)).for('update')
      await callTheSilent(w.db)
    })
    expect((await told(w, other)).last_day).toEqual(all)
  })

  test('ends with an address that does not exist, and those who lead the round see it', async () => {
    const round = await ask(w, { proposal: { title: 'Unzustellbar' } })
    await look(failing(new Undeliverable('no such mailbox')).ports)
    await look()
    expect(mailsTo('gerd', 'Unzustellbar')).toEqual([])
    const swantje = await w.as('swantje')
    const page = await (await swantje(paths.round(w.groups.en, round))).text()
    expect(page).toContain('nicht erreicht: Die Mail kam zurück')
    const gerd = await w.as('gerd')
    expect(await (await gerd(paths.round(w.groups.en, round))).text()).not.toContain('Die Mail kam zurück')
  })

  test('reaches somebody with the second mail after the first one came back', async () => {
    const round = await ask(w, { proposal: { title: 'Postfach voll' } })
    await look(failing(new Undeliverable('mailbox full')).ports)
    await hoursPass(w, round, 24 * 7)
    await look()
    expect(mailsTo('gerd', 'Postfach voll')).toHaveLength(1)
    const found = (await reachOf(w.db, round.id)).map(({ reached }) => reached)
    expect(found).not.toContain('bounced')
  })

  test('goes on when one mail cannot be written', async () => {
    await ask(w, { proposal: { title: 'Unschreibbar' } })
    const letter = roundLetter(w.settings)
    await sendNotices(w.ports, (tx, facts) =>
      facts.person.name === w.people.gerd.name ? Promise.reject(new Error('no words')) : letter(tx, facts),
    )
    expect(mailsTo('gerd', 'Unschreibbar')).toEqual([])
    for (const person of everybody.filter((one) => one !== 'gerd'))
      expect(mailsTo(person, 'Unschreibbar')).toHaveLength(1)
    await look()
    expect(mailsTo('gerd', 'Unschreibbar')).toHaveLength(1)
  })

  test('by ten processes at once sends each mail once, always under the same id', async () => {
    await ask(w, { proposal: { title: 'Zehnfach' } })
    await Promise.all(Array.from({ length: 10 }, () => look()))
    for (const person of everybody) expect(mailsTo(person, 'Zehnfach')).toHaveLength(1)
    expect(new Set(everybody.map((person) => mailsTo(person, 'Zehnfach')[0]?.id)).size).toBe(5)
  })
})

describe('where silence is consent', () => {
  beforeEach(() => enacted(w, 'en', { circular: { ...initialRules.circular, preset: 'silent', minActive: 1 } }))

  const silent = () => ask(w, { method: 'consent', preset: 'silent' })
  const reached = async (round: Round) =>
    Object.fromEntries((await reachOf(w.db, round.id)).map(({ name, reached }) => [name.split(' ')[0], reached]))

  test('somebody is reached by opening the page, by answering, or by a mail to an address that is alive', async () => {
    const round = await silent()
    expect(await unreachedIn(w.db, round.id)).toHaveLength(5)
    await (await w.as('gerd'))(paths.round(w.groups.en, round))
    await en.answer('tarek', round, 'consent')
    await look()
    const used = {
      purpose: 'sign_in',
      tokenHash: crypto.randomUUID(),
      expiresAt: inDays(1),
      usedAt: inDays(-10),
    } as const
    await w.db.insert(oneTimeLinks).values({ ...used, personId: w.people.bjarne.id })
    await (await w.as('swantje'))(paths.roundConfirmation(w.groups.en, round), { form: {} })
    expect(await reached(round)).toEqual({
      ...{ Bjarne: 'mailed', Fritjof: 'unconfirmed_address', Gerd: 'opened', Swantje: 'confirmed', Tarek: 'answered' },
    })
    expect(await unreachedIn(w.db, round.id)).toHaveLength(1)
  })

  test('one unreached person takes the matter to a meeting; when all are reached, silence decides', async () => {
    const [missing, complete] = [await silent(), await silent()]
    for (const round of [missing, complete]) await en.answer('tarek', round, 'consent')
    const openedBy = {
      gerd: [missing, complete],
      swantje: [missing, complete],
      bjarne: [missing, complete],
      fritjof: [complete],
    }
    for (const [person, rounds] of Object.entries(openedBy))
      for (const { id: roundId } of rounds)
        await w.db.insert(roundNotices).values({ roundId, personId: w.people[person as PersonKey].id, kind: 'opened' })
    for (const hours of [24 * 7, 24 * 6 + 12, 13])
      for (const round of [missing, complete]) {
        await hoursPass(w, round, hours)
        await look()
      }
    const outcomeOf = async ({ id }: Round) => (await w.db.select().from(counts).where(eq(counts.roundId, id)))[0]
    expect(await outcomeOf(missing)).toMatchObject({ outcome: 'to_meeting', reason: 'unreached', countedById: null })
    expect(await outcomeOf(complete)).toMatchObject({ outcome: 'adopted', reason: 'silent_consent' })
  })

  test.each([
    ['that begin a moment after they were asked for', 72 - 1 / 60],
    ['in which the clocks go forward', 71],
  ])('three days %s have room for two reminders', async (_which, hours) => {
    const round = await ask(w, { method: 'consent', preset: 'silent', closesAt: inDays(hours / 24) })
    for (const passing of [37, 23]) {
      await hoursPass(w, round, passing)
      await callTheSilent(w.db)
    }
    expect(await told(w, round)).toMatchObject({ half_time: all, last_day: all })
  })

  test.each([
    ['at half time', [24 * 13 + 12, 13]],
    ['on the last day', [24 * 7, 24 * 7 + 1]],
  ])('whoever was not reminded %s has not been reached, and the matter goes to a meeting', async (_when, passing) => {
    const round = await silent()
    await en.answer('tarek', round, 'consent')
    for (const person of everybody)
      await w.db.insert(roundNotices).values({ roundId: round.id, personId: w.people[person].id, kind: 'opened' })
    for (const hours of passing) {
      await hoursPass(w, round, hours)
      await look()
    }
    expect(await reached(round)).toMatchObject({ Gerd: 'not_reminded', Tarek: 'answered' })
    const [count] = await w.db.select().from(counts).where(eq(counts.roundId, round.id))
    expect(count).toMatchObject({ outcome: 'to_meeting', reason: 'unreached' })
  })
})
