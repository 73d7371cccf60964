import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { bodiesOf } from '#src/decisions/book/bodies.ts'
import { type Book, decisionsOf, nothingSent, sheetsOf } from '#src/decisions/book/book.ts'
import { nobodyEnded } from '#src/decisions/book/dissolved.ts'
import { numberRuns } from '#src/decisions/book/numbers.ts'
import { handOversIn } from '#src/decisions/book/offices.ts'
import { yearAsPeriod } from '#src/decisions/book/period.ts'
import { append } from '#src/decisions/chain/appending.ts'
import { latestHead } from '#src/decisions/chain/heads.ts'
import { noOrigin } from '#src/decisions/origin.ts'
import { citation } from '#src/decisions/register/citation.ts'
import type { DecisionEntry } from '#src/decisions/register/log.ts'
import { type Decision, decisionNotes } from '#src/decisions/register/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { exportTries } from '#src/documents/export/schema.ts'
import { memberships, roleTerms } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { forward } from '#src/referrals/sending/forwarding.ts'
import { dayOf, yearOf } from '#src/web/days.ts'
import { fullDay } from '#views/kit/dates.ts'
import { type World, world } from '../../support/world.ts'
import { deciding, everybody, heat } from '../setting.ts'

let w: World
let adopted: Decision
let rejected: Decision
let questions = 0
const year = yearOf(dayOf(new Date()))

const cited = ({ year: of, number }: Decision, prefix = 'EN') => citation(prefix, of, number)

/** Two decisions and a round without a result in AG Energie, one decision in AG Landwirtschaft, one referral. */
beforeAll(async () => {
  w = await world()
  const client = (w.db as unknown as { $client: { unsafe(...given: unknown[]): unknown } }).$client
  const unsafe = client.unsafe.bind(client)
  client.unsafe = (...given) => {
    questions += 1
    return unsafe(...given)
  }
  const en = deciding(w)
  const first = await en.open(await en.propose('swantje', { ...heat, topics: ['Fernwärme'] }))
  for (const by of everybody)
    await en.answer(by, first, by === 'gerd' ? 'concern' : 'consent', by === 'gerd' ? 'Zu teuer.' : '')
  const count = await en.count('swantje', first)
  const second = await en.open(await en.propose('gerd', { ...heat, title: 'Ein Logo' }), 'majority')
  await en.answers(second, { swantje: 'no', gerd: 'yes', tarek: 'no' })
  await en.answers(second, { bjarne: 'no', fritjof: 'no' })
  const lost = await en.count('swantje', second)
  if (!count || !lost) throw new Error('Not counted')
  adopted = await en.finalise('fritjof', first, count)
  rejected = await en.finalise('fritjof', second, lost)
  const third = await en.open(await en.propose('tarek', { ...heat, title: 'Nur in der Gruppe bekannt' }))
  await en.answers(third, {
    swantje: 'consent',
    gerd: 'objection',
    tarek: 'consent',
    bjarne: 'consent',
    fritjof: 'consent',
  })
  await en.count('swantje', third)
  const lead = await w.actor('swantje', 'en')
  await change(w.ports, (tx, record) =>
    forward(tx, record, lead, {
      ...{ title: heat.title, decision: adopted, request: 'adopt', wish: 'Bitte annehmen.', wishedBy: null },
      ...{ reason: '', followsId: null },
    }),
  )
})

const page = async (person: PersonKey, asked: Parameters<typeof paths.book>[1] = {}) =>
  (await (await (await w.as(person))(paths.book(year, asked))).text()).replaceAll('\u00A0', ' ')

const data = async (person: PersonKey, asked: Parameters<typeof paths.bookFile>[2] = {}) => {
  const answer = await (await w.as(person))(paths.bookFile(year, 'json', asked))
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8'])
  return (await answer.json()) as Book
}

const namesIn = (text: string) => Object.values(w.people).filter(({ name }) => text.includes(name))

describe('the annual book', () => {
  test('has twelve parts, with everything that was decided, also what was rejected', async () => {
    const said = await page('gerd')
    for (const words of [
      ...['Was das hier ist', 'Wie man es liest', 'Nach welchen Regeln entschieden wurde', 'Wer entschieden hat'],
      ...['Alle Beschlüsse', 'Nach Themen und Leitideen', 'Runden ohne Ergebnis', 'Was an den Kreis ging'],
      ...['Was berichtigt wurde', 'Was daraus geworden ist', 'Was veröffentlicht wurde'],
      ...['Aufgelöste Gruppen und Übergaben', cited(adopted), cited(rejected), 'Ein Logo'],
      ...[`EN: 1 bis ${rejected.number}, lückenlos`, 'Nur in der Gruppe bekannt', 'noch offen', 'Fernwärme'],
      ...['Wir fragen: Hat jemand einen schwerwiegenden', 'Das Jahr ist noch nicht zu Ende'],
    ]) {
      expect(said).toContain(words)
    }
    const head = await latestHead(w.db)
    expect(said).toContain(`${head?.seq}:${head?.hash}`)
  })

  test('is found from the register, year by year, and narrowed to one group', async () => {
    const nele = await w.as('nele')
    expect(await (await nele(paths.decisionLog())).text()).toContain(`href="${paths.books()}"`)
    expect(await (await nele(paths.books())).text()).toContain(`href="${paths.book(year)}"`)
    expect((await nele(paths.book(1999))).status).toBe(404)
    const narrowed = await data('nele', { group: 'lw' })
    expect(narrowed.register).toEqual([])
    expect((await data('nele', { group: 'en' })).register.map(({ number }) => number)).toEqual([
      cited(adopted),
      cited(rejected),
    ])
  })

  test('asks the database little for each further decision', async () => {
    const entries = await decisionsOf(w.db, year)
    const ask = async (some: DecisionEntry[]) => {
      const reader = { id: w.people.gerd.id }
      const asked = { year, edition: 'internal', reader, now: new Date(), groupId: undefined } as const
      const before = questions
      await sheetsOf(w.db, some, { ...asked, sentIn: nothingSent, dissolvedIn: nobodyEnded, originOf: noOrigin })
      return questions - before
    }
    const one = await ask(entries.slice(0, 1))
    expect(entries.length).toBeGreaterThan(1)
    const perSheet = ((await ask(entries)) - one) / (entries.length - 1)
    expect(perSheet).toBeGreaterThan(5)
    expect(perSheet).toBeLessThanOrEqual(20)
  })

  test('says a number that is missing', () => {
    const group = w.groups.en
    expect(numberRuns([1, 2, 5].map((number) => ({ number, group })))).toEqual([
      { prefix: 'EN', group: group.name, last: 5, missing: [3, 4] },
    ])
  })
})

describe('who reads what', () => {
  test('the answers of a group are for its members, and so is what it did not decide', async () => {
    const [inside, outside] = [await data('gerd'), await data('nele')]
    expect(inside.open).toContain(w.groups.en.name)
    expect(inside.sheets.flatMap(({ round }) => round?.answers ?? []).length).toBeGreaterThan(0)
    expect(inside.withoutResult).toMatchObject([{ title: 'Nur in der Gruppe bekannt', reason: 'open_objection' }])
    expect(outside.sheets.flatMap(({ round }) => round?.answers ?? [])).toEqual([])
    expect(outside.withoutResult).toMatchObject([{ title: null }])
    expect(namesIn(JSON.stringify(outside))).toEqual([])
    expect(namesIn(await page('nele'))).toEqual([])
  })

  test('the edition for everybody has no name, no answer, and nothing that was said on the way', async () => {
    const handed = await data('gerd', { edition: 'public' })
    const text = JSON.stringify(handed)
    expect([namesIn(text), handed.open]).toEqual([[], []])
    for (const words of ['Zu teuer', 'Schadet uns', 'Nur in der Gruppe bekannt']) expect(text).not.toContain(words)
    expect(handed.register).toHaveLength(2)
  })

  test('guests read none of it', async () => {
    const vera = await w.as('vera')
    for (const path of [paths.books(), paths.book(year), paths.bookFile(year, 'csv'), paths.bookFile(year, 'pdf')]) {
      expect((await vera(path)).status).toBe(403)
    }
  })
})

describe('as a file', () => {
  test('the same year gives the same checksum, and another decision another one', async () => {
    const [one, other] = [await data('gerd'), await data('gerd')]
    expect(one.checksum).toMatch(/^[0-9a-f]{64}$/)
    expect(other.checksum).toBe(one.checksum)
    const en = deciding(w)
    await en.confirm('swantje', await en.report('gerd'))
    expect((await data('gerd')).checksum).not.toBe(one.checksum)
  })

  test('the table has one line for each decision', async () => {
    const answer = await (await w.as('nele'))(paths.bookFile(year, 'csv'))
    expect(answer.headers.get('Content-Disposition')).toContain(`filename="jahresbuch-${year}.csv"`)
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines[0]).toContain('"Nummer";"Gremium"')
    expect(lines[1]).toContain(`"${cited(adopted)}"`)
    expect(lines).toHaveLength(1 + (await data('nele')).register.length)
  })

  test('pages for everybody come out as a PDF', async () => {
    for (const asked of [{}, { edition: 'public', group: 'en' }]) {
      const answer = await (await w.as('gerd'))(paths.bookFile(year, 'pdf', asked))
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.toString('latin1')).toContain('pdfuaid')
    }
  })
})

describe('names', () => {
  test('stand in it only of those who agreed, who take it back when they like', async () => {
    const bjarne = await w.as('bjarne')
    const { name } = w.people.swantje
    expect(await (await bjarne('/me')).text()).toContain('Ich möchte genannt werden')
    const swantje = await w.as('swantje')
    await swantje(paths.bookName(), { form: { agreed: 'yes' } })
    const named = await data('nele', { edition: 'public' })
    expect(namesIn(JSON.stringify(named)).map((person) => person.name)).toEqual([name])
    const en = named.bodies.find(({ prefix }) => prefix === 'EN')
    expect(en).toMatchObject({ named: [name], voters: 5 })
    expect(en?.offices).toContainEqual({ role: 'lead', count: 1, named: [name] })
    expect(await page('nele')).toContain(`Leitung: ${name}`)
    await swantje(paths.bookName(), { form: { agreed: 'no' } })
    expect(namesIn(JSON.stringify(await data('nele', { edition: 'public' })))).toEqual([])
  })

  test('of reasons that two have signed do not leave with the edition for everybody', async () => {
    const row = { decisionId: rejected.id, kind: 'correction' as const, reason: 'Gerd hat sich verschrieben.' }
    const signed = { firstPersonId: w.people.gerd.id, secondPersonId: w.people.swantje.id, signedAt: new Date() }
    await w.db.transaction(async (tx) => {
      const changes = { title: 'Ein neues Logo' }
      const [note] = await tx
        .insert(decisionNotes)
        .values({ ...row, ...signed, changes })
        .returning()
      await append(tx, [{ kind: 'note', id: note?.id ?? '' }])
    })
    expect((await data('nele')).notes).toMatchObject([{ number: cited(rejected), reason: row.reason }])
    const handed = JSON.stringify(await data('gerd', { edition: 'public' }))
    expect(handed).not.toContain('verschrieben')
    expect((await data('gerd', { group: 'lw' })).notes).toEqual([])
  })
})

describe('a year that is over', () => {
  test('keeps its bodies and offices as they were when it ended', async () => {
    const then = yearAsPeriod(year - 1)
    const before = await bodiesOf(w.db, then, new Date())
    await w.db.update(memberships).set({ endedAt: new Date() }).where(eq(memberships.personId, w.people.jost.id))
    expect(await bodiesOf(w.db, then, new Date())).toEqual(before)
    const now = (await bodiesOf(w.db, yearAsPeriod(year), new Date())).find(({ prefix }) => prefix === 'LW')
    expect(now?.voters).toBe(3)
  })

  test('says of which day the rest is, because that goes on', async () => {
    const said = await page('gerd')
    const today = fullDay({ lang: 'de', now: new Date() }, dayOf(new Date())).replaceAll('\u00A0', ' ')
    expect(said).toContain(`steht hier so, wie es am ${today} war.`)
    expect(said).toContain(`So steht es um die Gruppen am ${today}:`)
  })

  test('tells who handed what over, without a name unless they agreed', async () => {
    const [membership] = await w.db.select().from(memberships).where(eq(memberships.personId, w.people.kemal.id))
    if (!membership) throw new Error('No member')
    const { id: membershipId, groupId } = membership
    const term = { membershipId, groupId, role: 'publisher' as const, startsOn: '2019-03-01', endsOn: '2019-11-30' }
    await w.db.insert(roleTerms).values({ ...term, endedAt: new Date('2019-12-01T09:00:00Z') })
    expect(await handOversIn(w.db, yearAsPeriod(2019))).toMatchObject([
      { role: 'publisher', on: '2019-03-01', kind: 'taken', name: null },
      { role: 'publisher', on: '2019-11-30', kind: 'laid_down', name: null },
    ])
    expect(await handOversIn(w.db, yearAsPeriod(2020))).toEqual([])
    expect(await handOversIn(w.db, yearAsPeriod(2019), w.groups.mo.id)).toEqual([])
  })
})

test('whoever fetches file after file is told to wait', async () => {
  await w.db.insert(exportTries).values(Array.from({ length: 30 }, () => ({ personId: w.people.ole.id })))
  const ole = await w.as('ole')
  for (const kind of ['csv', 'json', 'pdf'] as const) {
    const answer = await ole(paths.bookFile(year, kind))
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '600'])
  }
})
