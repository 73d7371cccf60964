import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { countedBallots } from '#src/decisions/ballots/schema.ts'
import { objectionEndings, objections } from '#src/decisions/objections/schema.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import { counts } from '#src/decisions/rounds/schema.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'

let w: World
let people: Record<'swantje' | 'bjarne' | 'gerd' | 'tarek' | 'fritjof', Browse>

beforeAll(async () => {
  w = await world()
  const keys = ['swantje', 'bjarne', 'gerd', 'tarek', 'fritjof'] as const
  const browsers = await Promise.all(keys.map((key) => w.as(key)))
  people = Object.fromEntries(keys.map((key, place) => [key, browsers[place]])) as typeof people
})

const nextMonth = addDays(dayOf(new Date()), 30)
const place = (response: Response) => response.headers.get('Location') ?? ''
const idOf = (page: string) => page.split('/').at(-1) ?? ''
const words = { title: 'Wärmenetz', wording: 'Wir fordern ein Verbot.', rationale: 'Es eilt.', scope: 'own_group' }
const reason = 'Gefährdet Pachtverträge, Ziel 2.'

let times = 0

/** Each for a reason of its own: the same form sent twice in a row is one. */
async function asked() {
  const rationale = `Es eilt, zum ${++times}. Mal gesagt.`
  const form = { ...words, rationale, method: 'consent', closesOn: nextMonth }
  const round = place(await people.swantje('/groups/en/proposals', { form }))
  const found = await findRound(w.db, w.groups.en.id, idOf(round))
  return { round, proposal: `/groups/en/proposals/${found?.round.proposalId}` }
}

const says = async (who: keyof typeof people, round: string, choice: string, why = '') =>
  expect((await people[who](`${round}/ballot`, { form: { choice, [choice]: why } })).status).toBe(303)

async function othersConsent(round: string, choice = 'consent') {
  for (const who of ['swantje', 'gerd', 'fritjof'] as const) await says(who, round, choice)
  await says('tarek', round, 'concern', 'Eilt es so?')
}

const counted = async (round: string) => {
  expect((await people.swantje(`${round}/count`, { form: {} })).status).toBe(303)
  const [count] = await w.db
    .select()
    .from(counts)
    .where(eq(counts.roundId, idOf(round)))
  return count
}

async function objectionIn(round: string) {
  const [found] = await w.db
    .select()
    .from(objections)
    .where(eq(objections.roundId, idOf(round)))
    .orderBy(asc(objections.createdAt))
  return `${round}/objections/${found?.id}`
}

const opensAgain = async (proposal: string, version: number) =>
  people.swantje(`${proposal}/rounds`, { form: { method: 'consent', closesOn: nextMonth, version } })

test('C-S1: the objection is worked in by another wording, and everybody answers anew', async () => {
  const { round, proposal } = await asked()
  await othersConsent(round)
  await says('bjarne', round, 'objection', reason)
  expect(await counted(round)).toMatchObject({ outcome: 'undecided', reason: 'open_objection' })
  const objection = await objectionIn(round)
  expect((await people.bjarne(`${objection}/integration`, { form: {} })).status).toBe(403)
  expect((await opensAgain(proposal, 1)).status).toBe(403)

  const other = { ...words, wording: 'Wir fordern einen Prüfauftrag.', version: 1 }
  expect((await people.gerd(`${proposal}/wording`, { form: other })).status).toBe(303)
  const second = place(await opensAgain(proposal, 2))
  expect(await (await people.gerd(second)).text()).toContain('0 von 5 haben geantwortet')
  expect((await people.swantje(`${objection}/integration`, { form: {} })).status).toBe(403)
})

describe('where the rules show objections at once', () => {
  beforeAll(() => enacted(w, 'en', { ballotsVisible: 'while_open' }))

  test('C-S2: its owner takes it back, nothing is reset, and the new answer counts in the same round', async () => {
    const { round } = await asked()
    await othersConsent(round)
    await says('bjarne', round, 'objection', reason)
    const objection = await objectionIn(round)
    expect(await (await people.gerd(objection)).text()).toContain(reason)
    expect((await people.gerd(`${objection}/withdrawal`, { form: {} })).status).toBe(403)
    expect((await people.bjarne(`${objection}/withdrawal`, { form: { note: 'Überzeugt.' } })).status).toBe(303)
    expect(await (await people.gerd(round)).text()).toContain('4 von 5 haben geantwortet')
    await says('bjarne', round, 'consent')
    expect(await counted(round)).toMatchObject({ outcome: 'adopted', tally: { consent: 4, concern: 1 } })
    expect(await (await people.gerd(objection)).text()).toContain('hat den Einwand zurückgezogen')
  })

  test('one that has become a concern is counted as that, and stays readable', async () => {
    const { round } = await asked()
    await othersConsent(round)
    await says('bjarne', round, 'objection', reason)
    const objection = await objectionIn(round)
    expect((await people.bjarne(`${objection}/downgrade`, { form: {} })).status).toBe(303)
    expect(await counted(round)).toMatchObject({ outcome: 'adopted', tally: { consent: 3, concern: 2 } })
    expect(await (await people.gerd(objection)).text()).toContain('Es ist nur noch ein Bedenken.')
  })

  test('whoever thinks again by answering again has ended it, and whoever finds other words has one', async () => {
    const { round } = await asked()
    await says('bjarne', round, 'objection', reason)
    await says('bjarne', round, 'objection', reason)
    await says('bjarne', round, 'objection', 'Anders gesagt: Das kostet uns die Höfe.')
    await says('bjarne', round, 'consent')
    const raised = await w.db
      .select()
      .from(objections)
      .where(eq(objections.roundId, idOf(round)))
    expect(raised.map((one) => one.reason)).toHaveLength(2)
    for (const { id } of raised)
      expect(await w.db.$count(objectionEndings, eq(objectionEndings.objectionId, id))).toBe(1)
  })
})

test('C-S4: whoever facilitates cannot close the objection of somebody else', async () => {
  const { round } = await asked()
  await othersConsent(round)
  await says('bjarne', round, 'objection', reason)
  await counted(round)
  const objection = await objectionIn(round)
  for (const act of ['withdrawal', 'downgrade', 'integration', 'lapse', 'lapse/signature'])
    expect([act, (await people.swantje(`${objection}/${act}`, { form: { reason: 'Es eilt.' } })).status]).toEqual([
      act,
      403,
    ])
  expect(await (await people.swantje(objection)).text()).toContain('Das ist Bjarne Tannrodt.')
})

test('somebody takes it up, which everybody sees and which settles nothing', async () => {
  const { round } = await asked()
  await othersConsent(round)
  await says('bjarne', round, 'objection', reason)
  await counted(round)
  const objection = await objectionIn(round)
  expect((await people.bjarne(`${objection}/effort`, { form: {} })).status).toBe(403)
  expect((await people.gerd(`${objection}/effort`, { form: { note: 'Ich rufe dich an.' } })).status).toBe(303)
  const page = await (await people.tarek(objection)).text()
  expect(page).toContain('sucht mit nach einer Lösung')
  expect(page).toContain('Ich rufe dich an.')
  expect((await people.tarek(`${objection}/effort`, { form: {} })).status).toBe(403)
})

test('a new wording ends the open round: said before, asked for, and no answer of it counts or is shown', async () => {
  await enacted(w, 'en', { ballotsVisible: 'after_close' })
  const { round, proposal } = await asked()
  await says('gerd', round, 'concern', 'Unverwechselbar bedenklich')
  await says('bjarne', round, 'objection', reason)
  const page = await (await people.swantje(proposal)).text()
  expect(page).toContain('Wenn du den Wortlaut änderst, endet die laufende Runde sofort.')
  expect(page).toContain('Die 2 Antworten, die schon da sind, werden ungültig.')
  expect(await (await people.gerd(proposal)).text()).toContain('ändern nur Leitung und Moderation den Wortlaut')

  const other = { ...words, wording: 'Etwas ganz anderes.', version: 1 }
  expect((await people.gerd(`${proposal}/wording`, { form: { ...other, endsRound: 'on' } })).status).toBe(403)
  const unsure = await people.swantje(`${proposal}/wording`, { form: other })
  expect(unsure.status).toBe(422)
  const asks = await unsure.text()
  expect(asks).toContain('Bestätige bitte, dass sie mit dem neuen Wortlaut endet.')
  expect(asks).toContain('name="version" value="1"')
  expect((await people.swantje(`${proposal}/wording`, { form: { ...other, endsRound: 'on' } })).status).toBe(303)

  const [count] = await w.db
    .select()
    .from(counts)
    .where(eq(counts.roundId, idOf(round)))
  expect(count).toMatchObject({ outcome: 'undecided', reason: 'reworded', tally: { answered: 2, entitled: 5 } })
  const fallen = await w.db
    .select()
    .from(countedBallots)
    .where(eq(countedBallots.roundId, idOf(round)))
  expect(fallen.map(({ ballotId, reason: why }) => [ballotId, why])).toEqual(Array(5).fill([null, 'reworded']))
  for (const where of [round, proposal])
    expect(await (await people.tarek(where)).text()).not.toContain('Unverwechselbar bedenklich')
  expect(await (await people.tarek(proposal)).text()).toContain(reason)
  const late = await people.tarek(`${round}/ballot`, { form: { choice: 'consent' } })
  expect(late.status).toBe(422)
  expect(place(await opensAgain(proposal, 2))).toContain('/rounds/')
})

test('of a new wording and a count at the same moment one comes first, and the other meets what it made', async () => {
  for (let turn = 0; turn < 6; turn++) {
    const { round, proposal } = await asked()
    for (const who of ['swantje', 'gerd', 'fritjof', 'tarek', 'bjarne'] as const) await says(who, round, 'consent')
    const found = await findRound(w.db, w.groups.en.id, idOf(round))
    if (!found) throw new Error('No round')
    const form = { ...words, wording: `Anders, ${turn}.`, version: 1, endsRound: 'on' }
    const rewords = () => people.swantje(`${proposal}/wording`, { form })
    const counting = () => change(w.ports, (tx, record) => countRound(tx, record, found.round, w.people.swantje.id))
    await Promise.all(turn % 2 === 0 ? [rewords(), counting()] : [counting(), rewords()])
    const [count] = await w.db.select().from(counts).where(eq(counts.roundId, found.round.id))
    expect(await w.db.$count(countedBallots, eq(countedBallots.roundId, found.round.id))).toBe(5)
    const after = await (await people.gerd(`${proposal}/versions`)).text()
    expect(after.includes(`Anders, ${turn}.`)).toBe(count?.reason === 'reworded')
  }
})
