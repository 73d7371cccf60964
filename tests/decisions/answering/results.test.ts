import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { rollOf } from '#src/decisions/seats/roll.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { paths } from '#src/paths.ts'
import { entryOf } from '../../groups/entry.ts'
import { type GroupKey, type World, world } from '../../support/world.ts'
import { begin, pageOf, places, ratingsFor, send, timePasses, wordsOf } from './setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

async function counted(group: GroupKey, round: Round, by: PersonKey): Promise<string> {
  await timePasses(w, round)
  const browser = await w.as(by)
  expect((await browser(`${pageOf(w, group, round)}/count`, { form: {} })).status).toBe(303)
  return wordsOf(await browser(pageOf(w, group, round)))
}

async function rated(round: Round, ratings: Partial<Record<PersonKey, string>>) {
  for (const [by, numbers] of Object.entries(ratings)) {
    const answer = await send(w, 'bt', round, by as PersonKey, await ratingsFor(w, round, numbers))
    expect(answer.status).toBe(303)
  }
}

describe('systemic consensing', () => {
  test('BT-2026-003: sums and acceptance as text and table, and who rated how', async () => {
    const round = await begin(w, 'bt', 'systemic_consensing')
    await rated(round, { ayla: '0 6 9', luca: '2 4 8', hedwig: '1 5 7', vincent: '3 2 9', fritjof: '1 7 6' })
    const page = await counted('bt', round, 'ayla')
    expect(page).toContain('„Altenlarn“ hat den kleinsten Widerstand: 7 von höchstens 50 Punkten.')
    expect(page).toMatch(/Altenlarn \(gewählt\) 7 86,0\s% 3 0/)
    expect(page).toMatch(/Larnau 24 52,0\s% 7 0/)
    expect(page).toMatch(/kein Abend \(nichts ändern\) 39 22,0\s% 9 3/)
    expect(page).toMatch(/Hedwig Plattenberg 1 5 7/)
    expect(page).toContain('5 von 5 haben geantwortet')
  })

  test('an option with the same sum as changing nothing is not adopted', async () => {
    const round = await begin(w, 'bt', 'systemic_consensing')
    await rated(round, { ayla: '3 9 5', luca: '3 9 5', hedwig: '4 9 0' })
    const page = await counted('bt', round, 'ayla')
    expect(page).toContain('Kein Vorschlag hat weniger Widerstand als nichts ändern. Es bleibt, wie es ist.')
    expect(page).toContain('Es bleibt bei „kein Abend“: 10 von höchstens 30 Punkten Widerstand.')
  })

  test('equal sums follow the printed rule; high resistance against the winner is said', async () => {
    const round = await begin(w, 'bt', 'systemic_consensing')
    const hedwig = await w.as('hedwig')
    expect(await wordsOf(await hedwig(pageOf(w, 'bt', round)))).toContain(
      'Bei gleicher Summe gewinnt, was den kleineren höchsten Widerstand hat, danach, was seltener 8 oder mehr bekommt.',
    )
    await rated(round, { ayla: '8 8 9', luca: '8 4 9', hedwig: '0 4 9' })
    const page = await counted('bt', round, 'ayla')
    expect(page).toContain(
      'Summe und höchster Widerstand sind gleich. Gewonnen hat, was seltener 8 oder mehr bekommen hat.',
    )
    expect(page).toContain('Gegen den Gewinner gibt es hohen Widerstand.')
    expect(page).toMatch(/Larnau \(gewählt\) 16/)
  })

  test('what is equal in everything goes into a run-off', async () => {
    const round = await begin(w, 'bt', 'systemic_consensing', {
      draft: { ...places, options: [...(places.options ?? []), { title: 'Kirchfeld', wording: 'In der Scheune.' }] },
    })
    await rated(round, { ayla: '5 5 9 9', luca: '1 5 9 9', hedwig: '4 0 9 9' })
    const page = await counted('bt', round, 'ayla')
    expect(page).toContain('Es ist in allem gleich. Zwischen diesen Vorschlägen gibt es eine Stichrunde.')
    expect(page).toContain('Altenlarn (gleichauf)')
    expect(page).not.toContain('Kirchfeld (gleichauf)')
  })
})

describe('the other methods', () => {
  test('LW-2026-002: levels as a table, names and reasons where the rules show them', async () => {
    const round = await begin(w, 'lw', 'consensus')
    await send(w, 'lw', round, 'nele', { choice: 'support' })
    await send(w, 'lw', round, 'roswitha', { choice: 'support' })
    await send(w, 'lw', round, 'jost', { choice: 'reservations', reservations: 'Mir fehlt die Frist.' })
    await send(w, 'lw', round, 'marlies', { choice: 'stand_aside' })
    const page = await counted('lw', round, 'nele')
    expect(page).toContain('Der Vorschlag wird getragen, mit Vorbehalten.')
    expect(page).toMatch(/Volle Zustimmung 2 Zustimmung mit Vorbehalt 1 Enthaltung 0 Ich stehe beiseite 1/)
    expect(page).toMatch(/Jost Wippermühl Zustimmung mit Vorbehalt Mir fehlt die Frist\./)
  })

  test('late and missing answers stand there with their reason in words', async () => {
    const round = await begin(w, 'mo', 'majority')
    await send(w, 'mo', round, 'ole', { choice: 'yes' })
    await send(w, 'mo', round, 'ole', { choice: 'no' })
    await send(w, 'mo', round, 'vincent', { choice: 'no' })
    const vincent = await w.as('vincent')
    await vincent(`${pageOf(w, 'mo', round)}/ballot/retraction`, { form: {} })
    await timePasses(w, round)
    await send(w, 'mo', round, 'dunja', { choice: 'yes' })
    const page = await counted('mo', round, 'ole')
    expect(page).toMatch(/Ole Radebrecht Nein Die letzte von mehreren Antworten\./)
    expect(page).toMatch(/Vincent Ahrsiek zurückgenommen/)
    expect(page).toMatch(/Marlies Quettinger nicht abgegeben/)
    expect(page).toMatch(/Dunja Weselin nicht gezählt: kam nach dem Ende Ja \(verspätet, nicht gezählt\)/)
  })

  test('where the rules show numbers alone nobody is named, and it is said so', async () => {
    const round = await begin(w, 'mo', 'majority', { rules: { answersShown: 'counts' } })
    for (const by of ['ole', 'dunja', 'vincent'] as const) await send(w, 'mo', round, by, { choice: 'yes' })
    const page = await counted('mo', round, 'ole')
    expect(page).toContain('Wer was gesagt hat, zeigen die Regeln dieser Gruppe nicht.')
    expect(page).toContain('3 Ja')
    expect(page).not.toMatch(/Dunja Weselin Ja/)
  })

  test('what is written with an answer stands nowhere with a name, an objection does; both is said before', async () => {
    const round = await begin(w, 'en', 'consent', { rules: { answersShown: 'counts' } })
    const gerd = await w.as('gerd')
    const asked = await wordsOf(await gerd(pageOf(w, 'en', round)))
    expect(asked).toContain('Nur ein Einwand steht mit deinem Namen da')
    expect(asked).toContain('Was du dazu schreibst, steht ohne deinen Namen auch im Beschluss.')
    const kept = await begin(w, 'mo', 'majority', { rules: { answersShown: 'counts' } })
    const ole = await w.as('ole')
    expect(await wordsOf(await ole(pageOf(w, 'mo', kept)))).not.toContain('ohne deinen Namen')

    await send(w, 'en', round, 'tarek', { choice: 'concern', concern: 'Die Frist ist knapp.' })
    await send(w, 'en', round, 'bjarne', { choice: 'objection', objection: 'Schadet den Höfen.' })
    for (const by of ['gerd', 'swantje', 'fritjof'] as const) await send(w, 'en', round, by, { choice: 'consent' })
    const page = await counted('en', round, 'swantje')
    expect(page).toMatch(/Bjarne Tannrodt, 1\.\sRunde Schadet den Höfen\./)
    expect(page).not.toContain('Die Frist ist knapp.')
  })

  test('where nobody is named an objection gets its name at the count, not before', async () => {
    const rules = { ballotsVisible: 'while_open', answersShown: 'counts' } as const
    const round = await begin(w, 'en', 'consent', { rules })
    await send(w, 'en', round, 'bjarne', { choice: 'objection', objection: 'Schadet den Höfen.' })
    const gerd = await w.as('gerd')
    const proposal = paths.proposal(w.groups.en, { id: round.proposalId })
    for (const page of [pageOf(w, 'en', round), proposal])
      expect(await wordsOf(await gerd(page))).not.toContain('Schadet den Höfen.')
    for (const by of ['tarek', 'gerd', 'swantje', 'fritjof'] as const)
      await send(w, 'en', round, by, { choice: 'consent' })
    expect(await counted('en', round, 'swantje')).toMatch(/Bjarne Tannrodt, 1\.\sRunde Schadet den Höfen\./)
  })

  test('where the rules show names, what is written with an answer has its author beside it; it is said before', async () => {
    const round = await begin(w, 'en', 'consent')
    const gerd = await w.as('gerd')
    const asked = await wordsOf(await gerd(pageOf(w, 'en', round)))
    expect(asked).toContain(
      'lesen die Mitglieder mit deinem Namen; außerhalb der Gruppe steht es im Beschluss ohne ihn.',
    )
    expect(asked).not.toContain('steht ohne deinen Namen auch im Beschluss')

    await send(w, 'en', round, 'tarek', { choice: 'concern', concern: 'Die Frist ist knapp.' })
    for (const by of ['gerd', 'swantje', 'fritjof', 'bjarne'] as const)
      await send(w, 'en', round, by, { choice: 'consent' })
    expect(await counted('en', round, 'swantje')).toMatch(/Tarek \S+ Bedenken Die Frist ist knapp\./)
  })

  test('where the rules show levels at once, they are seen while the round runs; votes never are', async () => {
    const open = { rules: { ballotsVisible: 'while_open' } } as const
    const levels = await begin(w, 'lw', 'consensus', open)
    await send(w, 'lw', levels, 'jost', { choice: 'serious_concerns', serious_concerns: 'Zu schnell.' })
    const nele = await w.as('nele')
    const page = await wordsOf(await nele(pageOf(w, 'lw', levels)))
    expect(page).toMatch(/Bisherige Antworten .*Jost Wippermühl Schwere Bedenken Zu schnell\./)
    expect(page).toContain('sehen sie sofort')
    const votes = await begin(w, 'mo', 'majority', open)
    await send(w, 'mo', votes, 'ole', { choice: 'yes' })
    const dunja = await w.as('dunja')
    expect(await wordsOf(await dunja(pageOf(w, 'mo', votes)))).not.toContain('Bisherige Antworten')

    const numbers = { rules: { ballotsVisible: 'while_open', answersShown: 'counts' } } as const
    const unnamed = await begin(w, 'lw', 'consensus', numbers)
    await send(w, 'lw', unnamed, 'jost', { choice: 'serious_concerns', serious_concerns: 'Zu schnell.' })
    const said = await wordsOf(await nele(pageOf(w, 'lw', unnamed)))
    expect(said).not.toContain('Zu schnell.')
    expect(said).not.toContain('sehen sie sofort')
  })
})

test('everybody sees who is entitled and who has answered, never how (S-79)', async () => {
  const round = await begin(w, 'mo', 'majority')
  await send(w, 'mo', round, 'ole', { choice: 'yes' })
  const dunja = await w.as('dunja')
  const page = await wordsOf(await dunja(`${pageOf(w, 'mo', round)}/roll`))
  expect(page).toContain('4 Sitze stehen auf der Liste, 1 hat geantwortet.')
  expect(page).toMatch(/Ole Radebrecht hat geantwortet/)
  expect(page).toMatch(/Marlies Quettinger noch nicht/)
  expect(page).toContain('Seit dem Eröffnen hat sich an der Liste nichts geändert.')
  expect(page).not.toMatch(/\bJa\b/)
  const gerd = await w.as('gerd')
  expect((await gerd(`${pageOf(w, 'mo', round)}/roll`)).status).toBe(404)
})

test('whoever leaves or is recused while a round runs stands on its roll with that, for everybody to see (S-79)', async () => {
  const round = await begin(w, 'gl', 'majority')
  const [ilse, kemal, mirjam] = [await w.as('ilse'), await w.as('kemal'), await w.as('mirjam')]
  const rollPage = `${pageOf(w, 'gl', round)}/roll`
  const seats = await rollOf(w.db, round.id)
  const seat = seats.find(({ name }) => name === 'Kemal Dornfelder')?.id ?? ''
  const recusal = { seat, category: 'contract' }
  expect((await kemal(`${pageOf(w, 'gl', round)}/recusals`, { form: recusal })).status).toBe(303)
  const hedwig = await entryOf(w, 'hedwig', 'gl')
  expect((await ilse(paths.departure(w.groups.gl, hedwig.membership), { form: {} })).status).toBe(303)

  const page = await wordsOf(await mirjam(rollPage))
  expect(page).toContain('2 Sitze stehen auf der Liste, 0 haben geantwortet.')
  expect(page).toMatch(
    /geändert hat .*Hedwig Plattenberg: ausgeschieden.*Kemal Dornfelder: befangen.*erklärt von Kemal/,
  )
  expect(page).not.toContain('hat sich an der Liste nichts geändert')

  for (const by of ['ilse', 'mirjam'] as const) await send(w, 'gl', round, by, { choice: 'yes' })
  const result = await counted('gl', round, 'ilse')
  expect(result).toContain('Kemal Dornfelder befangen')
  expect(result).not.toContain('nicht abgegeben')
  const form = { summary: 'Wir treffen uns.' }
  const sheet = (await mirjam(`${pageOf(w, 'gl', round)}/decision`, { form })).headers.get('Location') ?? ''
  const decided = await wordsOf(await mirjam(sheet))
  expect(decided).toContain('1 Sitz befangen (')
  expect(decided).not.toContain('ohne Antwort')
})
