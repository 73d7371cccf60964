import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { decisions } from '#src/decisions/register/schema.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'

let w: World
let gerd: Browse
let swantje: Browse

beforeAll(async () => {
  w = await world()
  ;[gerd, swantje] = [await w.as('gerd'), await w.as('swantje')]
})

const today = dayOf(new Date())
const place = (response: Response) => response.headers.get('Location') ?? ''

const meeting = {
  wording: 'Wir mieten den Saal in Altenlarn.',
  decidedOn: today,
  place: 'Sitzung im Gasthof Tannrode',
  manner: 'Mehrheit mit der Hand',
}

const further = {
  present: 'Gerd, Swantje, Tarek',
  yes: '2',
  no: '1',
  abstain: '0',
  summary: 'Der Saal in Altenlarn wird gemietet.',
  scope: 'money',
  legalEntity: 'Förderverein Larnrevier e. V.',
  inForceFrom: today,
  inForceUntil: addDays(today, 365),
  reviewOn: addDays(today, 180),
}

describe('a decision from a meeting', () => {
  test('keeps everything that was said about it, and the second person sees all of it before confirming', async () => {
    const report = place(await gerd('/groups/en/records', { form: { ...meeting, ...further } }))
    const page = await (await swantje(report)).text()
    for (const said of [
      'Gerd, Swantje, Tarek',
      '2\u00A0Ja · 1\u00A0Nein',
      further.summary,
      further.legalEntity,
      'Geld',
    ])
      expect(page).toContain(said)
    const cited = place(await swantje(`${report}/decision`, { form: {} }))
    const [decision] = await w.db.select().from(decisions).where(eq(decisions.summary, further.summary))
    expect(decision).toMatchObject({
      method: 'recorded',
      tally: { yes: 2, no: 1, abstain: 0 },
      scope: 'money',
      legalEntity: further.legalEntity,
      inForceUntil: further.inForceUntil,
      reviewOn: further.reviewOn,
    })
    const sheet = await (await gerd(cited)).text()
    for (const said of ['Gerd, Swantje, Tarek', '2\u00A0Ja · 1\u00A0Nein', further.legalEntity, 'bis einschließlich'])
      expect(sheet).toContain(said)
    const nele = await w.as('nele')
    const files = ['json', 'csv'].map((kind) => `${cited}.${kind}`)
    for (const page of [cited, ...files]) {
      expect(await (await gerd(page)).text()).toContain('Gerd, Swantje, Tarek')
      expect(await (await nele(page)).text()).not.toContain('Gerd, Swantje, Tarek')
      expect(await (await gerd(`${page}?edition=public`)).text()).not.toContain('Gerd, Swantje, Tarek')
    }
  })

  test.each([
    ['what costs money without a legal entity', { scope: 'money' }, 'Was Geld kostet, braucht einen Rechtsträger.'],
    ['an end before the beginning', { inForceFrom: today, inForceUntil: addDays(today, -1) }, 'vor dem ersten Tag'],
    [
      'several sentences and none for the register',
      { wording: `${meeting.wording}\nWir zahlen 80 Euro.` },
      'länger als ein Satz',
    ],
    ['a title for the register', { title: 'Saal', summary: 'Saal' }, 'Das ist nur der Titel.'],
    ['half a vote', { yes: '2,5' }, 'Bitte schreib eine ganze Zahl.'],
    ['fewer than no votes', { no: '-1' }, 'Bitte schreib eine ganze Zahl.'],
  ])('is refused in words with %s, and stays as it was typed', async (_what, wrong, said) => {
    const back = await gerd('/groups/en/records', { form: { ...meeting, ...wrong } })
    const page = await back.text()
    expect([back.status, page]).toEqual([422, expect.stringContaining(said)])
    expect(page).toContain(meeting.wording)
  })

  test('of one sentence needs no other for the register', async () => {
    const wording = 'Wir stellen eine Bank an den Dorfteich.'
    const report = place(await gerd('/groups/en/records', { form: { ...meeting, wording } }))
    await swantje(`${report}/decision`, { form: {} })
    const [decision] = await w.db.select().from(decisions).where(eq(decisions.wording, wording))
    expect(decision).toMatchObject({ summary: wording })
  })
})
