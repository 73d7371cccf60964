import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ballots, ratings } from '#src/decisions/ballots/schema.ts'
import type { Round } from '#src/decisions/rounds/schema.ts'
import { type World, world } from '../../support/world.ts'
import { inDays } from '../setting.ts'
import { begin, pageOf, ratingsFor, send, timePasses, wordsOf } from './setting.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

const said = (round: Round) => w.db.select().from(ballots).where(eq(ballots.roundId, round.id))

describe('consensus with levels', () => {
  test('asks how far one can carry it; a veto needs its reason, and what was typed stays', async () => {
    const round = await begin(w, 'lw', 'consensus')
    const jost = await w.as('jost')
    const page = await wordsOf(await jost(pageOf(w, 'lw', round)))
    expect(page).toContain('Wie gut kannst du den Vorschlag mittragen?')
    for (const level of [
      'Volle Zustimmung',
      'Zustimmung mit Vorbehalt',
      'Enthaltung',
      'Beiseitestehen',
      'Schwere Bedenken',
      'Veto',
    ]) {
      expect(page).toContain(level)
    }
    expect(page).toContain('Stehen mehr als ein Viertel beiseite oder haben schwere Bedenken, geht er zurück')

    const refused = await send(w, 'lw', round, 'jost', { choice: 'block', serious_concerns: 'Pachtverträge' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('warum das so nicht beschlossen werden darf')
    expect(html).toContain('Pachtverträge')
    expect(await said(round)).toEqual([])

    expect((await send(w, 'lw', round, 'jost', { choice: 'block', block: 'Die Höfe sterben.' })).status).toBe(303)
    expect((await send(w, 'lw', round, 'jost', { choice: 'stand_aside', block: 'Die Höfe sterben.' })).status).toBe(303)
    expect(await said(round)).toMatchObject([
      { choice: 'block', reason: 'Die Höfe sterben.' },
      { choice: 'stand_aside', reason: '' },
    ])
  })

  test('an answer of another method is none', async () => {
    const round = await begin(w, 'lw', 'consensus')
    for (const choice of ['yes', 'consent', 'rated', 'void', '']) {
      expect((await send(w, 'lw', round, 'jost', { choice })).status).toBe(422)
    }
    expect(await said(round)).toEqual([])
  })
})

describe('systemic consensing', () => {
  test('every option has its eleven steps, changing nothing too, and works without script', async () => {
    const round = await begin(w, 'bt', 'systemic_consensing')
    const hedwig = await w.as('hedwig')
    const html = await (await hedwig(pageOf(w, 'bt', round))).text()
    expect(html.match(/<fieldset class="scale"/g)).toHaveLength(3)
    expect(html.match(/type="radio"/g)).toHaveLength(33)
    for (const words of ['Altenlarn', 'Larnau', 'kein Abend', '0: kein Widerstand', '10: größter Widerstand']) {
      expect(html).toContain(words)
    }
  })

  test('an incomplete rating is told, with what is missing and with what was chosen', async () => {
    const round = await begin(w, 'bt', 'systemic_consensing')
    const refused = await send(w, 'bt', round, 'hedwig', await ratingsFor(w, round, '2 - 9'))
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('Bitte bewerte auch „Larnau“. Nur vollständige Antworten zählen.')
    expect(html.match(/checked/g)).toHaveLength(2)
    for (const wrong of ['2 11 9', '2 -1 9', '2 1.5 9', '2 zehn 9']) {
      expect((await send(w, 'bt', round, 'hedwig', await ratingsFor(w, round, wrong))).status).toBe(422)
    }
    expect(await said(round)).toEqual([])
  })

  test('what one has given is shown, can be changed, and taken back', async () => {
    const round = await begin(w, 'bt', 'systemic_consensing')
    const hedwig = await w.as('hedwig')
    expect((await send(w, 'bt', round, 'hedwig', await ratingsFor(w, round, '2 6 9'))).status).toBe(303)
    expect(await wordsOf(await hedwig(pageOf(w, 'bt', round)))).toMatch(/Altenlarn 2 Larnau 6 kein Abend 9/)
    await send(w, 'bt', round, 'hedwig', await ratingsFor(w, round, '10 0 9'))
    expect(await wordsOf(await hedwig(pageOf(w, 'bt', round)))).toMatch(/Altenlarn 10 Larnau 0 kein Abend 9/)
    expect(await w.db.$count(ratings, eq(ratings.roundId, round.id))).toBe(6)

    expect((await hedwig(`${pageOf(w, 'bt', round)}/ballot/retraction`, { form: {} })).status).toBe(303)
    const page = await wordsOf(await hedwig(pageOf(w, 'bt', round)))
    expect(page).toContain('Antwort abgeben')
    expect(page).toContain('0 von 5 haben geantwortet')
    expect((await said(round)).map(({ choice }) => choice)).toEqual(['rated', 'rated', null])
  })
})

describe('until when', () => {
  test('after the end an answer is written down as late, and nothing can be taken back any more', async () => {
    const round = await begin(w, 'mo', 'majority')
    await send(w, 'mo', round, 'ole', { choice: 'yes' })
    await timePasses(w, round)
    expect((await send(w, 'mo', round, 'dunja', { choice: 'no' })).status).toBe(303)
    const dunja = await w.as('dunja')
    expect(await wordsOf(await dunja(pageOf(w, 'mo', round)))).toContain('Deine Antwort kam zu spät.')
    const ole = await w.as('ole')
    const refused = await ole(`${pageOf(w, 'mo', round)}/ballot/retraction`, { form: {} })
    expect(refused.status).toBe(422)
    expect(await wordsOf(refused)).toContain('Zum Zurücknehmen war es zu spät. Deine Antwort zählt.')
    expect(await said(round)).toMatchObject([{ choice: 'yes' }, { choice: 'no' }])
  })

  test('before its beginning a round can be read and not answered', async () => {
    const round = await begin(w, 'mo', 'majority', { startsAt: inDays(2) })
    const ole = await w.as('ole')
    const page = await wordsOf(await ole(pageOf(w, 'mo', round)))
    expect(page).toContain('Die Runde beginnt')
    expect(page).not.toContain('Antwort abgeben')
    expect((await send(w, 'mo', round, 'ole', { choice: 'yes' })).status).toBe(422)
    expect(await said(round)).toEqual([])
  })

  test('nobody answers for a seat that is not theirs', async () => {
    const round = await begin(w, 'mo', 'majority')
    expect((await send(w, 'mo', round, 'ole', { choice: 'yes', seat: crypto.randomUUID() })).status).toBe(403)
    expect((await send(w, 'mo', round, 'gerd', { choice: 'yes' })).status).toBe(404)
    expect(await said(round)).toEqual([])
  })
})
