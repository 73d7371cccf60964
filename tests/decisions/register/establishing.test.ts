import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createProposal, type ProposalDraft } from '#src/decisions/proposals/proposing.ts'
import { typedIn } from '#src/decisions/register/establishing-forms.ts'
import { finalise } from '#src/decisions/register/finalising.ts'
import { talkAbout, withResult } from '#src/decisions/register/result-to-establish.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { cast } from '#src/decisions/rounds/casting.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import { openRound } from '#src/decisions/rounds/opening.ts'
import { type Round, roundOptions, talkNotes } from '#src/decisions/rounds/schema.ts'
import { tasksOf } from '#src/tasks/model.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { answered, type Deciding, deciding, everybody, heat, inDays } from '../setting.ts'

let w: World
let en: Deciding
let swantje: Browse
let fritjof: Browse
let gerd: Browse

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  ;[swantje, fritjof, gerd] = (await Promise.all(
    (['swantje', 'fritjof', 'gerd'] as const).map((key) => w.as(key)),
  )) as [Browse, Browse, Browse]
})

const pageOf = ({ id }: Pick<Round, 'id'>) => `/groups/en/rounds/${id}/decision`
const decisionOf = async (round: Pick<Round, 'id'>) => {
  const [decision] = await w.db.select().from(decisions).where(eq(decisions.roundId, round.id))
  return decision
}

async function counted(draft: ProposalDraft = heat) {
  const round = await answered(en, 'consent', draft)
  await en.count('swantje', round)
  return round
}

describe('the second person', () => {
  test('writes one plain sentence and the first tasks; the day to look again stays as it was decided', async () => {
    const reviewOn = addDays(dayOf(new Date()), 90)
    const round = await counted({ ...heat, summary: 'Wir prüfen ein Wärmenetz.', reviewOn })
    const page = await (await fritjof(pageOf(round))).text()
    for (const said of ['Wir prüfen ein Wärmenetz.', heat.wording, 'Niemand hat einen schwerwiegenden Einwand.'])
      expect(page).toContain(said)

    expect(page).not.toContain('name="reviewOn"')
    const empty = await fritjof(pageOf(round), { form: { summary: '  ' } })
    expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Bitte schreib in einem Satz')])
    expect(await decisionOf(round)).toBeUndefined()

    const form = {
      summary: 'Wir lassen prüfen, ob Tannrode ein Wärmenetz bekommt.',
      reviewOn: addDays(dayOf(new Date()), 900),
      task1: 'Angebote einholen',
      who1: w.people.gerd.id,
      due1: addDays(dayOf(new Date()), 14),
    }
    expect((await fritjof(pageOf(round), { form })).headers.get('Location')).toMatch(/^\/decisions\/EN-/)
    const decision = await decisionOf(round)
    expect(decision).toMatchObject({ summary: form.summary, reviewOn, channel: 'online' })
    const [task] = await tasksOf(w.db, [decision?.id ?? ''])
    expect(task).toMatchObject({ title: 'Angebote einholen', origin: 'decision' })
    expect(task?.people.map(({ name }) => name)).toEqual(['Gerd Moosbach'])
  })

  test('who sends nothing takes what was proposed', async () => {
    const reviewOn = addDays(dayOf(new Date()), 90)
    const round = await counted({ ...heat, summary: 'Wir prüfen.', reviewOn })
    await fritjof(pageOf(round), { form: {} })
    expect(await decisionOf(round)).toMatchObject({ summary: 'Wir prüfen.', reviewOn })
  })

  test('sets the day to look again only where none was decided', async () => {
    const round = await counted()
    expect(await (await fritjof(pageOf(round))).text()).toContain('name="reviewOn"')
    const reviewOn = addDays(dayOf(new Date()), 30)
    await fritjof(pageOf(round), { form: { reviewOn } })
    expect(await decisionOf(round)).toMatchObject({ reviewOn })
  })

  test('finds the one sentence where the wording is one, and has to write it where it is not; a title is none', async () => {
    const short = await counted()
    await fritjof(pageOf(short), { form: {} })
    expect(await decisionOf(short)).toMatchObject({ summary: heat.wording })

    const long = await counted({ ...heat, wording: `${heat.wording}\n\nSie berichtet im Mai.` })
    const missing = await fritjof(pageOf(long), { form: {} })
    expect([missing.status, await missing.text()]).toEqual([
      422,
      expect.stringContaining('Bitte schreib in einem Satz'),
    ])
    const title = await fritjof(pageOf(long), { form: { summary: heat.title } })
    expect([title.status, await title.text()]).toEqual([422, expect.stringContaining('Das ist nur der Titel.')])
    await fritjof(pageOf(long), { form: { summary: 'Wir lassen ein Wärmenetz prüfen.' } })
    expect(await decisionOf(long)).toMatchObject({ summary: 'Wir lassen ein Wärmenetz prüfen.' })
  })

  test('who establishes it second, or twice, loses no task and doubles none', async () => {
    const round = await counted()
    const send = (task1: string) => fritjof(pageOf(round), { form: { summary: 'Wir prüfen.', task1 } })
    await Promise.all([send('Angebote einholen'), send('Kosten schätzen')])
    await send('Bürgermeister fragen')
    await fritjof(pageOf(round), { form: { summary: 'Noch einmal.', task1: 'Angebote einholen' } })
    const kept = await tasksOf(w.db, [(await decisionOf(round))?.id ?? ''])
    expect(kept.map(({ title }) => title).sort()).toEqual([
      'Angebote einholen',
      'Bürgermeister fragen',
      'Kosten schätzen',
    ])
  })

  test('who comes second with other words gets them back, in whatever form they came, and a way to have them added', async () => {
    const round = await counted()
    const first = { summary: 'Wir prüfen.', reviewOn: addDays(dayOf(new Date()), 40) }
    expect((await fritjof(pageOf(round), { form: first })).status).toBe(303)
    const decision = await decisionOf(round)
    const late = { summary: 'Wir lassen ein Wärmenetz prüfen.', task1: 'Angebote einholen' }
    for (const form of [late, { ...late, due1: 'bald' }]) {
      const told = await fritjof(pageOf(round), { form })
      expect(told.status).toBe(422)
      const page = await told.text()
      for (const said of ['Der Beschluss ist schon festgestellt.', late.summary, `decisions/${decision?.id}/notes/new`])
        expect(page).toContain(said)
    }
    expect(await decisionOf(round)).toMatchObject(first)
    for (const form of [first, {}, { summary: heat.wording }])
      for (const due1 of ['', 'bald'])
        expect((await fritjof(pageOf(round), { form: { ...form, due1 } })).status).toBe(303)
  })

  test('gets back of a form that could not be read what is not in the decision, also the day to look again', () => {
    const decision = { summary: 'Wir prüfen.', reviewOn: '2027-03-01', secondPersonId: 'fritjof' }
    const left = (typed: Record<string, unknown>) =>
      typedIn({ due1: 'bald', ...typed }, { decision, offered: heat.wording, personId: 'gerd' })
    expect(left({ summary: ' Wir  prüfen. ', reviewOn: '1.3.2027', task1: ' ' })).toBeNull()
    expect(left({ summary: heat.wording })).toBeNull()
    expect(left({ summary: heat.wording, reviewOn: '1.4.2027' })).toEqual({ words: [], reviewOn: '2027-04-01' })
    expect(left({ summary: 'Anders.', task2: 'Fragen' })).toMatchObject({ words: ['Anders.', 'Fragen'] })
    expect(left({ summary: 'x'.repeat(400) })).toMatchObject({ words: ['x'.repeat(400)] })
  })

  test('is another one than who counted, and others are told who it can be', async () => {
    const round = await counted()
    expect(await (await swantje(pageOf(round))).text()).toMatch(/nicht die, die ausgezählt hat.+Fritjof Bellinghaus/s)
    expect(await (await gerd(pageOf(round))).text()).toContain('Das kann Fritjof Bellinghaus.')
    for (const other of [swantje, gerd]) expect((await other(pageOf(round), { form: {} })).status).toBe(403)
  })

  test('is nobody as long as nothing was decided', async () => {
    const open = await en.open(await en.propose('swantje'))
    expect((await fritjof(pageOf(open))).headers.get('Location')).toBe(`/groups/en/rounds/${open.id}`)
    expect((await fritjof(pageOf(open), { form: {} })).status).toBe(403)
  })

  test('is another one than who opened, where the server has counted', async () => {
    const round = await answered(en)
    await change(w.ports, (tx, record) => countRound(tx, record, round, null))
    expect((await swantje(pageOf(round), { form: {} })).status).toBe(403)
    expect((await fritjof(pageOf(round), { form: {} })).status).toBe(303)
    expect(await decisionOf(round)).toMatchObject({ firstPersonId: w.people.swantje.id })
  })
})

const places: ProposalDraft = {
  title: 'Ort des Dialogabends',
  wording: 'Wir legen fest, wo der Dialogabend ist.',
  options: [
    { title: 'Altenlarn', wording: 'Der Dialogabend ist in Altenlarn.' },
    { title: 'Larnau', wording: 'Der Dialogabend ist in Larnau.' },
  ],
  passive: 'Kein Abend',
}

/** One line per option in their order, one number per person. */
async function rated(...resistance: number[][]): Promise<Round> {
  const of = { ...places, groupId: w.groups.en.id, authorId: w.people.swantje.id }
  const proposal = await change(w.ports, (tx, record) => createProposal(tx, record, of))
  const draft = { method: 'systemic_consensing', closesAt: inDays(7), openedById: w.people.swantje.id } as const
  const round = await change(w.ports, (tx, record) => openRound(tx, record, proposal, draft))
  if (!round) throw new Error('Nobody has a vote')
  const options = await w.db
    .select()
    .from(roundOptions)
    .where(eq(roundOptions.roundId, round.id))
    .orderBy(roundOptions.position)
  for (const [place, by] of everybody.entries()) {
    const ratings = Object.fromEntries(options.map(({ id }, line) => [id, resistance[line]?.[place] ?? 0]))
    const answer = { choice: 'rated', reason: '', ratings } as const
    await change(w.ports, (tx, record) => cast(tx, record, round, w.people[by].id, answer))
  }
  await en.count('swantje', round)
  return round
}

describe('A11: what has won against high resistance', () => {
  test('is talked about first: the page asks for it, and the database refuses a decision without', async () => {
    const round = await rated([0, 2, 1, 9, 1], [6, 4, 5, 2, 7], [9, 8, 7, 9, 6])
    expect(await (await fritjof(pageOf(round))).text()).toContain('Erst muss festgehalten sein')
    const early = await fritjof(pageOf(round), { form: {} })
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('hohen Widerstand')])
    const entry = await findRound(w.db, w.groups.en.id, round.id)
    const result = entry && withResult(entry)
    if (!result) throw new Error('No result')
    const actor = await w.actor('fritjof', 'en')
    const said = { summary: 'Der Dialogabend ist in Altenlarn.' }
    await expect(change(w.ports, (tx, record) => finalise(tx, record, result, actor, said))).rejects.toThrow()

    const talk = `/groups/en/rounds/${round.id}/talk`
    expect((await gerd(talk, { form: { note: 'Wir haben geredet.' } })).status).toBe(403)
    expect((await swantje(talk, { form: { note: ' ' } })).status).toBe(422)
    expect(
      (await swantje(talk, { form: { note: 'Bjarne kommt mit dem Rad nicht hin. Wir fahren zusammen.' } })).status,
    ).toBe(303)
    const established = await fritjof(pageOf(round), { form: {} })
    const decision = await decisionOf(round)
    expect(decision).toMatchObject({
      title: 'Ort des Dialogabends: Altenlarn',
      wording: 'Der Dialogabend ist in Altenlarn.',
      outcome: 'adopted',
    })
    const sheet = await (await gerd(established.headers.get('Location') ?? '')).text()
    expect(sheet).toContain('Wir fahren zusammen.')
    expect(sheet).toContain('74,0')
    const file = (await (await gerd(`${established.headers.get('Location')}.csv`)).text()).replaceAll('\u00A0', ' ')
    for (const said of ['5 von 5 haben geantwortet', 'gewählt. Summe 13, Akzeptanz 74,0 %, Höchster 9, Ab 8: 1'])
      expect(file).toContain(said)
  })

  test('what a talk has brought is not added once it is decided, by nobody and by no way', async () => {
    const round = await counted()
    await fritjof(pageOf(round), { form: {} })
    const late = await swantje(`/groups/en/rounds/${round.id}/talk`, { form: { note: 'Wir haben doch noch geredet.' } })
    const page = await late.text()
    expect(late.status).toBe(422)
    for (const said of ['Der Beschluss ist schon festgestellt.', 'Wir haben doch noch geredet.'])
      expect(page).toContain(said)
    const row = { roundId: round.id, note: 'Nachgeschoben.', notedById: w.people.swantje.id }
    await expect(w.db.insert(talkNotes).values(row)).rejects.toThrow()
    expect(await talkAbout(w.db, round.id)).toBeNull()
  })

  test('changing nothing is a decision too, under a number', async () => {
    const round = await rated([5, 5, 5, 5, 5], [9, 9, 9, 9, 9], [5, 5, 5, 5, 5])
    await fritjof(pageOf(round), { form: {} })
    expect(await decisionOf(round)).toMatchObject({ outcome: 'status_quo_confirmed', wording: 'Kein Abend' })
  })
})
