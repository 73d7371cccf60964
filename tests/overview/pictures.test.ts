import { expect, test } from 'vitest'
import type { GroupLinks, PostHolder } from '#src/groups/links.ts'
import type { MatterWay, Stop } from '#src/overview/circle/ways.ts'
import { wayOf } from '#src/overview/circle/ways.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import { drawnCircle, drawnGroup, heightOf as heightOfLinks } from '#views/overview/pictures/links-layout.ts'
import { cut, inParts, width, widthOf } from '#views/overview/pictures/measure.ts'
import { drawnWay, heads, heightOf } from '#views/overview/pictures/ways-layout.ts'

const now = new Date('2026-10-05T09:00:00+02:00')
const sentAt = new Date('2026-10-01T10:00:00+02:00')

const matter = (given: Partial<ReferralEntry>) =>
  ({ createdAt: sentAt, answer: null, answerBy: null, snapshot: null, decision: null, ...given }) as ReferralEntry

const frozen = { snapshot: { number: 3 }, decision: { decidedOn: '2026-10-01' } } as unknown as Partial<ReferralEntry>
const answered = (kind: string) => ({ answer: { kind, createdAt: now } }) as unknown as Partial<ReferralEntry>

test('a matter is with the circle from its sending on, and its day may have passed', () => {
  const way = wayOf(matter({ ...frozen, answerBy: '2026-10-04' }), 0, now)
  expect(way).toMatchObject({ at: 4, passed: [1, 2, 3], since: sentAt, isOverdue: true })
  expect(wayOf(matter({ answerBy: '2026-10-05' }), 0, now)).toMatchObject({ passed: [1], isOverdue: false })
})

test('what was returned is a draft again; an answer is the end', () => {
  expect(wayOf(matter({ ...frozen, ...answered('returned') }), 1, now)).toMatchObject({ at: 1, since: now })
  expect(wayOf(matter({ ...frozen, ...answered('adopted') }), 0, now)).toMatchObject({ at: 5, passed: [1, 2, 3, 4] })
})

const way = (at: Stop, loops = 0): MatterWay => ({
  ...{ matter: matter(frozen), at, loops, since: sentAt, isOverdue: false },
  passed: ([1, 2, 3, 4, 5] as Stop[]).filter((stop) => stop < at),
})

const words = { title: 'x'.repeat(200), note: 'wartet: 27 Tage, überfällig' }

test('everything of a way stands within the picture, whatever its words and its place', () => {
  for (const at of [1, 2, 3, 4, 5] as const) {
    const drawn = drawnWay(way(at, 1), 4, words)
    const { anchor, x } = drawn.note
    const left = { start: x, middle: x - widthOf(words.note) / 2, end: x - widthOf(words.note) }[anchor]
    expect([at, left >= -4, left + widthOf(words.note) <= width + 64]).toEqual([at, true, true])
    expect(widthOf(drawn.title.text)).toBeLessThanOrEqual(width)
    expect(drawn.note.y).toBeLessThan(heightOf(5))
    expect(drawn.stops.filter(({ state }) => state === 'now')).toHaveLength(1)
  }
})

test('each way has five stations, and one that came back has its loop', () => {
  expect(drawnWay(way(4), 0, words).stops.map(({ state }) => state)).toEqual([
    ...['passed', 'passed', 'passed', 'now', 'ahead'],
  ])
  expect(drawnWay(way(4), 0, words).loop).toBeNull()
  expect(drawnWay(way(1, 1), 0, words).loop).toMatch(/^M250 /)
  const question = { ...way(4), passed: [1] as Stop[] }
  expect(drawnWay(question, 0, words).stops.map(({ state }) => state)).toEqual([
    ...['passed', 'left-out', 'left-out', 'now', 'ahead'],
  ])
})

test('the names of the stations do not run into each other', () => {
  const names = { 1: 'Entwurf', 2: 'Fassung', 3: 'Entscheidung', 4: 'Kreis', 5: 'Antwort' }
  const placed = heads(names)
  for (const one of placed)
    for (const other of placed)
      if (one.stop < other.stop && one.y === other.y)
        expect(one.x + widthOf(one.text) / 2).toBeLessThan(other.x - widthOf(other.text) / 2)
})

const holder = (role: PostHolder['role'], isInCircle = true): PostHolder => ({
  ...{ personId: role, name: 'Swantje', role, endsOn: null, isInCircle },
})

const linked = (leads: PostHolder[], delegates: PostHolder[]): GroupLinks => ({
  ...{ leads, delegates, deputies: [], vacant: [], state: 'double' },
  group: {
    id: '1',
    name: 'AG Gutes Leben und Gute Arbeit im ganzen Revier',
    slug: 'gl',
    prefix: 'GL',
    state: 'active',
  },
})

test('each group has two links that reach the circle; a vacant one is there, too', () => {
  const of = { lead: 'Leitung: Swantje', delegate: 'Delegation: nicht besetzt' }
  const looks = (entry: GroupLinks) => drawnGroup(entry, 0, of).links.map(({ look }) => look)
  expect(looks(linked([holder('lead')], [holder('delegate')]))).toEqual(['held', 'held'])
  expect(looks(linked([], [holder('delegate', false)]))).toEqual(['vacant', 'loose'])
  const { links, name } = drawnGroup(linked([], []), 5, of)
  expect(links.map(({ line }) => line.x2)).toEqual([drawnCircle(6).x, drawnCircle(6).x])
  expect(links[1].line.y).toBeLessThan(drawnCircle(6).y + drawnCircle(6).height)
  expect(links[1].line.y).toBeLessThan(heightOfLinks(6))
  expect(widthOf(name.text)).toBeLessThan(drawnCircle(6).x)
})

test('long words are cut, many things are parted', () => {
  expect(cut('Bus', 100)).toBe('Bus')
  expect(cut('Gemeinsame Antwort auf das Programm', 100)).toBe('Gemeinsame…')
  expect(inParts([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([[1, 2, 3], [4, 5, 6], [7]])
})
