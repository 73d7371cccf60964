import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Round } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { initialRules } from '#src/groups/rules.ts'
import { paths } from '#src/paths.ts'
import { tasks } from '#src/tasks/schema.ts'
import { dayOf, daysAfter } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding, everybody } from '../setting.ts'
import { ask, hoursPass } from './setting.ts'

let w: World
let en: Deciding
const browsers = {} as Record<PersonKey, Browse>

beforeAll(async () => {
  w = await world({ quiet: true })
  en = deciding(w)
  for (const person of everybody) browsers[person] = await w.as(person)
})

const pageOf = async (person: PersonKey, round: Round) =>
  (await browsers[person](paths.round(w.groups.en, round))).text()

const dayIn = (days: number) => dayOf(daysAfter(new Date(), days))

describe('opening', () => {
  const words = { title: 'Rufbus', wording: 'Der Rufbus fährt.', method: 'consent' }
  const open = async (form: Record<string, string>) => {
    const answer = await browsers.swantje('/groups/en/proposals', { form: { ...words, ...form } })
    return { status: answer.status, text: answer.status === 422 ? await answer.text() : '' }
  }

  test('shows the ways that the rules allow, each with what follows from it', async () => {
    const page = await (await browsers.swantje('/groups/en/proposals/new')).text()
    expect(page).toContain('Im Umlauf, nach euren Regeln')
    expect(page).toContain('Im Umlauf, alle müssen Ja sagen')
    expect(page).not.toContain('Schweigen gilt als Zustimmung')
    expect(page).toContain('mindestens 7\u00a0Tage')
  })

  test.each([
    ['too short a circular', { way: 'circular-rules', closesOn: dayIn(6) }, 'nach euren Regeln zu kurz'],
    ['silence that the rules do not allow', { way: 'circular-silent', closesOn: dayIn(8) }, 'Diesen Weg erlaubt euer'],
    [
      'points where everybody must say yes',
      { way: 'circular-statutory', method: 'systemic_consensing', closesOn: dayIn(8) },
      'nur Konsent oder Mehrheit',
    ],
    ['an end before the beginning', { startsOn: dayIn(9), closesOn: dayIn(8) }, 'nach dem Beginn'],
    ['a time that is none', { closesOn: dayIn(8), closesTime: '25:00' }, 'Bitte schreib die Uhrzeit so'],
  ])('refuses %s, in words', async (_what, form, words) => {
    const { status, text } = await open(form)
    expect(status).toBe(422)
    expect(text).toContain(words)
  })

  test.each([
    ['an urgent circular with its reason', { way: 'circular-rules', closesOn: dayIn(3), urgency: 'Frist am Freitag' }],
    [
      'one that begins later and ends at a time of day',
      { startsOn: dayIn(2), closesOn: dayIn(8), closesTime: '18:30' },
    ],
  ])('takes %s', async (_what, form) => {
    expect((await open(form)).status).toBe(303)
  })

  test('never lets silence decide about money or the public, and says so', async () => {
    const before = await enacted(w, 'en', { circular: { ...initialRules.circular, preset: 'silent' } })
    expect(before.circular.preset).toBe('silent')
    for (const [scope, words] of [
      ['money', 'Über Geld entscheidet Schweigen nie'],
      ['public_effect', 'Was ihr nach außen sagt'],
    ] as const) {
      const { status, text } = await open({ way: 'circular-silent', closesOn: dayIn(8), scope, legalEntity: 'e. V.' })
      expect([scope, status]).toEqual([scope, 422])
      expect(text).toContain(words)
    }
    expect((await open({ way: 'circular-silent', closesOn: dayIn(8) })).status).toBe(303)
    await enacted(w, 'en', { circular: initialRules.circular })
  })
})

describe('leading', () => {
  test('extends once, with a reason that everybody reads; others cannot', async () => {
    const round = await ask(w)
    const extensions = paths.roundExtensions(w.groups.en, round)
    const form = { closesOn: dayIn(20), reason: 'Viele sind verreist.' }
    expect((await browsers.gerd(extensions, { form })).status).toBe(403)
    const wrong = await browsers.swantje(extensions, { form: { closesOn: dayIn(3), reason: 'Schneller' } })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Das neue Ende muss nach dem bisherigen liegen.')
    expect((await browsers.swantje(extensions, { form: { closesOn: dayIn(20) } })).status).toBe(422)
    expect((await browsers.swantje(extensions, { form })).status).toBe(303)
    expect(await pageOf('gerd', round)).toContain('Viele sind verreist.')
    expect(await pageOf('swantje', round)).toContain('so oft, wie eure Regeln es erlauben')
    expect((await browsers.swantje(extensions, { form: { ...form, closesOn: dayIn(25) } })).status).toBe(403)
  })

  test('breaks off what has a wrong roll, with the reason', async () => {
    const round = await ask(w)
    const cancellation = paths.roundCancellation(w.groups.en, round)
    expect((await browsers.gerd(cancellation, { form: { reason: 'Nein' } })).status).toBe(403)
    expect((await browsers.swantje(cancellation, { form: {} })).status).toBe(422)
    await browsers.swantje(cancellation, { form: { reason: 'Gerd fehlt auf der Liste.' } })
    expect(await pageOf('gerd', round)).toContain('Gerd fehlt auf der Liste.')
    expect((await browsers.swantje(cancellation, { form: { reason: 'Noch einmal' } })).status).toBe(403)
  })

  test('everybody on the roll can ask for a meeting instead of a circular', async () => {
    const round = await ask(w)
    const demand = paths.procedureObjection(w.groups.en, round)
    expect(await pageOf('gerd', round)).toContain('Lieber in einer Sitzung besprechen')
    await browsers.gerd(demand, { form: { reason: 'Das ist zu groß für einen Umlauf.' } })
    const page = await pageOf('tarek', round)
    expect(page).toContain('Das ist zu groß für einen Umlauf.')
    expect(page).toContain('Das steht auf der Liste fürs nächste Treffen.')
    const online = await ask(w, { channel: 'online', preset: null })
    expect(await pageOf('gerd', online)).not.toContain('Lieber in einer Sitzung besprechen')
    expect((await browsers.gerd(paths.procedureObjection(w.groups.en, online), { form: {} })).status).toBe(403)
  })
})

describe('after a round that decided nothing', () => {
  const undecided = async (title: string) => {
    const round = await ask(w, { method: 'consent', channel: 'online', preset: null, proposal: { title } })
    for (const by of everybody) await en.answer(by, round, by === 'bjarne' ? 'objection' : 'consent')
    await en.count('swantje', round)
    return round
  }
  const choose = (person: PersonKey, round: Round, form: Record<string, string>) =>
    browsers[person](paths.followUp(w.groups.en, round), { form })

  test('those who lead it say how it goes on; a small group becomes a task for those who differ', async () => {
    const round = await undecided('Speicher am Dorfplatz')
    expect(await pageOf('swantje', round)).toContain('Eine kleine Gruppe sucht eine Lösung')
    expect(await pageOf('gerd', round)).toContain('Wie es weitergeht, legen Leitung und Moderation fest.')
    expect((await choose('gerd', round, { kind: 'postponed' })).status).toBe(403)
    expect((await choose('swantje', round, {})).status).toBe(422)
    expect((await choose('swantje', round, { kind: 'small_group', note: 'Bis Freitag' })).status).toBe(303)
    const title = 'In kleiner Gruppe eine Lösung suchen: Speicher am Dorfplatz'
    const [task] = await w.db.select().from(tasks).where(eq(tasks.title, title))
    const page = await (await browsers.bjarne(paths.task(w.groups.en, { id: task?.id ?? '' }))).text()
    for (const name of ['Swantje', 'Bjarne']) expect(page).toContain(name)
    expect(await pageOf('gerd', round)).toContain('Bis Freitag')
  })

  test('the objection goes along to the circle', async () => {
    const round = await undecided('Leitung durch den Wald')
    const answer = await choose('swantje', round, { kind: 'circle' })
    const page = await (await browsers.swantje(answer.headers.get('location') ?? '')).text()
    expect(page).toContain('Leitung durch den Wald')
    expect(page).toContain('Schadet uns.')
  })

  test('the next meeting has it on its list until somebody says that it is done', async () => {
    const round = await undecided('Ladesäulen')
    await choose('swantje', round, { kind: 'next_meeting' })
    const agenda = paths.agenda(w.groups.en)
    expect(await (await browsers.gerd(agenda)).text()).toContain('Ladesäulen')
    expect(await (await browsers.gerd('/groups/en')).text()).toContain('Ladesäulen')
    expect(await pageOf('tarek', round)).toContain('Im nächsten Treffen besprechen')
  })
})

describe('the list for the next meeting', () => {
  test('takes what any member writes down; whoever takes the minutes ticks it off', async () => {
    const agenda = paths.agenda(w.groups.en)
    expect((await browsers.gerd(agenda, { form: {} })).status).toBe(422)
    await browsers.gerd(agenda, { form: { title: 'Sommerfest' } })
    const page = await (await browsers.fritjof(agenda)).text()
    const id =
      page
        .split('Sommerfest')[0]
        ?.match(/id="wish-([0-9a-f-]{36})"/g)
        ?.at(-1)
        ?.slice(9, -1) ?? ''
    expect((await browsers.gerd(paths.wishCompletion(w.groups.en, { id }), { form: {} })).status).toBe(403)
    expect((await browsers.fritjof(paths.wishCompletion(w.groups.en, { id }), { form: {} })).status).toBe(303)
    expect(await (await browsers.gerd('/groups/en')).text()).not.toContain('Sommerfest')
    expect(await (await browsers.gerd(agenda)).text()).toContain('Sommerfest')
  })
})

test('nothing is extended once its time is over', async () => {
  const over = await ask(w)
  await hoursPass(w, over, 24 * 14 + 1)
  const form = { closesOn: dayIn(20), reason: 'Zu spät' }
  expect((await browsers.swantje(paths.roundExtensions(w.groups.en, over), { form })).status).toBe(403)
})
