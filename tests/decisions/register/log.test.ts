import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { reportDecision } from '#src/decisions/records/reporting.ts'
import { decisionLog, logSlice } from '#src/decisions/register/log.ts'
import type { LogFilter } from '#src/decisions/register/log-filter.ts'
import { type Decision, decisionIdeas, decisionTopics } from '#src/decisions/register/schema.ts'
import { guidingIdeas } from '#src/groups/schema.ts'
import { addTask } from '#src/tasks/adding.ts'
import { complete } from '#src/tasks/ending.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import type { Browse } from '../../support/browse.ts'
import { type World, world } from '../../support/world.ts'
import { deciding } from '../setting.ts'

let w: World
let nele: Browse
const named = new Map<string, Decision>()
const today = dayOf(new Date())

async function recorded(
  group: 'en' | 'mo',
  title: string,
  more: Partial<{ wording: string; summary: string; outcome: 'rejected'; reviewOn: string }> = {},
) {
  const [by, second] = group === 'en' ? (['gerd', 'swantje'] as const) : (['dunja', 'ole'] as const)
  const facts = { groupId: w.groups[group].id, reportedById: w.people[by].id, decidedOn: today }
  const words = { title, wording: `${title}.`, summary: `${title}.` }
  const draft = { ...facts, ...words, place: 'Altenlarn', manner: 'einstimmig', ...more }
  const report = await change(w.ports, (tx, record) => reportDecision(tx, record, draft))
  const decision = await deciding(w, group).confirm(second, report)
  if (decision) named.set(title, decision)
  return decision
}

const ids = (title: string) => named.get(title)?.id ?? ''

async function task(title: string, dueOn: string | null, done = false) {
  const origin = { kind: 'decision', id: ids(title), label: 'MO-2026-001' } as const
  const of = { groupId: w.groups.mo.id, actorId: w.people.ole.id, personIds: [], origin }
  const added = await change(w.ports, (tx, record) => addTask(tx, record, { ...of, title: 'Etwas tun', dueOn }))
  if (done)
    await change(w.ports, async (tx, record) =>
      complete(tx, record, added, { result: 'getan', actorId: w.people.ole.id }),
    )
}

beforeAll(async () => {
  w = await world()
  nele = await w.as('nele')
  await recorded('mo', 'Tempo 30 in allen Dörfern')
  await recorded('mo', 'Bus am Abend', { reviewOn: addDays(today, 10) })
  await recorded('mo', 'Radweg nach Larnau')
  await recorded('en', 'Wärmenetz Tannrode', { wording: 'Wir zahlen 100_000 Euro, also 50% der Kosten.' })
  const leases = { wording: 'Die Pachtverträge laufen aus.', summary: 'Dort kommt kein Windrad hin.' }
  await recorded('en', 'Windrad am Hang', { ...leases, outcome: 'rejected', reviewOn: addDays(today, 90) })
  await task('Tempo 30 in allen Dörfern', addDays(today, -3))
  await task('Bus am Abend', addDays(today, 30))
  await task('Radweg nach Larnau', null, true)
  const [idea] = await w.db.select().from(guidingIdeas).limit(1)
  await w.db.insert(decisionTopics).values({ decisionId: ids('Bus am Abend'), topic: 'Nahverkehr' })
  if (idea) await w.db.insert(decisionIdeas).values({ decisionId: ids('Windrad am Hang'), ideaId: idea.id })
})

const titles = async (filter: LogFilter) => (await decisionLog(w.db, filter)).map(({ title }) => title).sort()

describe('the register finds', () => {
  test.each([
    [{ words: 'Dorf' }, ['Tempo 30 in allen Dörfern']],
    [{ words: 'wärme' }, ['Wärmenetz Tannrode']],
    [{ words: 'zahlen Kosten' }, ['Wärmenetz Tannrode']],
    [{ words: 'nahverkehr' }, ['Bus am Abend']],
    [{ words: 'MO-' }, ['Bus am Abend', 'Radweg nach Larnau', 'Tempo 30 in allen Dörfern']],
    [{ words: '003' }, ['Radweg nach Larnau']],
    [{ words: `${today.slice(0, 4)}-002` }, ['Bus am Abend', 'Windrad am Hang']],
    [{ words: 'en-2' }, ['Windrad am Hang', 'Wärmenetz Tannrode']],
    [{ words: '2' }, []],
    [{ words: '00' }, ['Wärmenetz Tannrode']],
    [{ words: 'verträge' }, ['Windrad am Hang']],
    [{ words: '%' }, ['Wärmenetz Tannrode']],
    [{ words: "'); drop table decisions; --" }, []],
    [{ topic: 'Nahverkehr' }, ['Bus am Abend']],
    [{ idea: 'L1' }, ['Windrad am Hang']],
    [{ standing: 'rejected' }, ['Windrad am Hang']],
    [{ outcome: 'rejected', group: 'mo' }, []],
    [{ method: 'consent' }, []],
    [{ review: 'due' }, ['Bus am Abend']],
    [{ progress: 'late' }, ['Tempo 30 in allen Dörfern']],
    [{ progress: 'open' }, ['Bus am Abend', 'Tempo 30 in allen Dörfern']],
    [{ progress: 'done' }, ['Radweg nach Larnau']],
    [{ progress: 'none' }, ['Wärmenetz Tannrode']],
    [{ group: 'mo', standing: 'in_force', progress: 'open', words: 'bus' }, ['Bus am Abend']],
  ] as [LogFilter, string[]][])('by %o', async (filter, expected) => {
    expect(await titles(filter)).toEqual(expected)
  })

  test('and shows how far each has been carried out', async () => {
    const page = await (await nele('/decisions?words=Tempo')).text()
    expect(page).toContain('1\u00A0Aufgabe offen, 1 überfällig')
    expect(page).toContain('value="Tempo"')
    expect(await (await nele('/decisions?progress=done')).text()).toContain('umgesetzt')
  })

  test('and shows everything to whoever comes by a bent link', async () => {
    const bent = '/decisions?standing=x&method=%00&topic=&idea=%27&progress=never&page=-3&words='
    expect(await (await nele(bent)).text()).toContain('5\u00A0Beschlüsse')
  })
})

test('a long register has pages, and a page beyond the last is the last', async () => {
  for (let place = 0; place < 22; place++) await recorded('en', `Beschluss ${place}`)
  const first = await logSlice(w.db, {}, 1)
  expect([first.count, first.pages, first.decisions.length]).toEqual([27, 2, 25])
  const second = await logSlice(w.db, {}, 99)
  expect([second.page, second.decisions.length]).toEqual([2, 2])
  const seen = [...first.decisions, ...second.decisions].map(({ id }) => id)
  expect(new Set(seen).size).toBe(27)
  const page = await (await nele('/decisions?group=en')).text()
  expect(page).not.toContain('Seite 1 von')
  expect(await (await nele('/decisions')).text()).toContain('/decisions?page=2')
})
