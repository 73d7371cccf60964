import { describe, expect, test } from 'vitest'
import { wasThereAtAll } from '#src/meetings/attendance/presence.ts'
import type { Electorate } from '#src/meetings/attendance/quorum.ts'
import { quorumOf } from '#src/meetings/attendance/quorum.ts'
import { periodFrom } from '#src/meetings/attendance/typed-times.ts'
import { namedIn } from '#src/meetings/minutes/names-in-line.ts'
import { linesOf, withWordings } from '#src/meetings/minutes/skeleton.ts'
import { minutesStateOf, objectionState } from '#src/meetings/minutes/state.ts'

const half = { kind: 'fraction', fraction: { comparison: 'at_least', numerator: 1, denominator: 2 } } as const
const rules = { quorum: half, recusedInQuorum: 'exclude' } as const

const voice = (...holders: string[]) => ({ holders })
const seats: Electorate = { unit: 'seats', voices: [voice('a', 'b'), voice('c'), voice('d'), voice()] }
const at = (present: string[], recused: string[] = []) => ({ present: new Set(present), recused: new Set(recused) })

describe('a group can decide on an item', () => {
  test('by the seats for which somebody was there, once each', () => {
    expect(quorumOf(rules, seats, at(['a', 'b', 'c']))).toMatchObject({ entitled: 4, present: 2, isQuorate: true })
    expect(quorumOf(rules, seats, at(['a', 'b']))).toMatchObject({ present: 1, isQuorate: false })
  })

  test('without the seats in conflict, on both sides; another one of the same seat speaks for it', () => {
    expect(quorumOf(rules, seats, at(['a', 'c'], ['c']))).toMatchObject({ entitled: 3, present: 1, recused: 1 })
    expect(quorumOf(rules, seats, at(['a', 'b', 'c'], ['a']))).toMatchObject({ entitled: 4, present: 2, recused: 0 })
    expect(quorumOf(rules, seats, at(['a'], ['d']))).toMatchObject({ entitled: 3, present: 1, isQuorate: false })
  })

  test('or with them, where the rules leave them in', () => {
    const include = { ...rules, recusedInQuorum: 'include' } as const
    expect(quorumOf(include, seats, at(['a', 'c'], ['c']))).toMatchObject({ entitled: 4, present: 2, isQuorate: true })
  })

  test('and always where the rules ask for no number', () => {
    const none = { ...rules, quorum: { kind: 'none' } } as const
    expect(quorumOf(none, { unit: 'persons', voices: [voice('a')] }, at([])).isQuorate).toBe(true)
  })
})

describe('when somebody was there, as it is typed', () => {
  const at = (time: string) => new Date(`2026-09-08T${time}+02:00`)
  const noted = { arrivedAt: at('19:03:20'), leftAt: at('21:39:50') }
  const until = at('21:40:30')

  test('stays exact where nothing was changed, and ends with the meeting at the latest', () => {
    expect(periodFrom({ from: '19:03', to: '21:39' }, noted, until)).toEqual(noted)
    expect(periodFrom({ from: '18:50', to: '20:15' }, noted, until)).toEqual({
      arrivedAt: at('18:50:00'),
      leftAt: at('20:15:00'),
    })
    expect(periodFrom({ from: '19:03', to: '21:41' }, noted, until)?.leftAt).toEqual(until)
    expect(periodFrom({ from: '19:03', to: '22:00' }, noted, until)).toBeNull()
    expect(periodFrom({ from: '22:00' }, noted, until)).toBeNull()
  })

  test('twice the same time is not there at all, and after midnight is the next day', () => {
    const never = periodFrom({ from: '19:00', to: '19:00' }, noted, until)
    expect(never && wasThereAtAll(never)).toBe(false)
    expect(periodFrom({ from: '23:30', to: '00:10' }, noted, new Date('2026-09-09T00:30:00+02:00'))?.leftAt).toEqual(
      new Date('2026-09-09T00:10:00+02:00'),
    )
    expect(periodFrom({ from: '21:00', to: '20:00' }, noted, until)).toBeNull()
  })
})

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (words: string) => ({ type: 'paragraph', content: [text(words)] })
const heading = (words: string) => ({ type: 'heading', attrs: { level: 2 }, content: [text(words)] })
const list = (...words: string[]) => ({
  type: 'bulletList',
  content: words.map((one) => ({ type: 'listItem', content: [paragraph(one)] })),
})

const minutes = {
  type: 'doc',
  content: [
    paragraph('Anwesend: Ayla'),
    heading('TOP 1: Begrüßung'),
    paragraph('Alle sind da.'),
    heading('Item 2: Fair'),
    list('Wir machen mit.', 'Alle stimmten zu.'),
    paragraph('Alle stimmten zu.'),
  ],
}

describe('the minutes as they stand', () => {
  test('say line by line which item each belongs to, in lists too and in either language', () => {
    expect(linesOf(minutes)).toEqual([
      { number: 1, text: 'Alle sind da.' },
      { number: 2, text: 'Wir machen mit.' },
      { number: 2, text: 'Alle stimmten zu.' },
      { number: 2, text: 'Alle stimmten zu.' },
    ])
  })

  test('are put right in one line of the item, and nowhere where the words are not', () => {
    const right = withWordings(minutes, 2, 'Alle stimmten zu.', 'Mit einer Enthaltung.')
    expect(right && linesOf(right).map((line) => line.text)).toEqual([
      'Alle sind da.',
      'Wir machen mit.',
      'Mit einer Enthaltung.',
      'Alle stimmten zu.',
    ])
    const many = ['Wir machen mit.\nAlle stimmten zu.', 'Wir machen mit.\nMit einer Enthaltung.'] as const
    expect(withWordings(minutes, 2, ...many)).toEqual(right)
    const all = ['Wir machen mit.', 'Alle stimmten zu.', 'Alle stimmten zu.']
    const last = withWordings(minutes, 2, all.join('\n'), [...all.slice(0, 2), 'Drei enthielten sich.'].join('\n'))
    expect(
      last &&
        linesOf(last)
          .map((line) => line.text)
          .slice(1),
    ).toEqual([...all.slice(0, 2), 'Drei enthielten sich.'])
    expect(withWordings(minutes, 2, 'Eins.\nZwei.', 'Eins.')).toBeNull()
    expect(withWordings(minutes, 2, 'Wir machen mit.\n\nAlle', 'Wir machen mit.\nNeu.\nAlle')).toBeNull()
    expect(withWordings(minutes, 1, 'Alle stimmten zu.', 'Mit einer Enthaltung.')).toBeNull()
  })

  test('name who does something, where only one can be meant', () => {
    const members = ['Luca Morgenroth-Sahin', 'Ilse Vennhaus', 'Ilse Brandt'].map((name) => ({ id: name, name }))
    expect(namedIn('Luca klärt die Finanzierung mit Ilse.', members)).toEqual(['Luca Morgenroth-Sahin'])
    expect(namedIn('Ilse Brandt und Lucas kommen.', members)).toEqual(['Ilse Brandt'])
  })
})

const yes = { accepts: true }
const no = { accepts: false }

test.each([
  [[], false, null, 'open'],
  [[yes], false, null, 'open'],
  [[yes, yes], false, null, 'accepted'],
  [[yes, no], false, null, 'with_group'],
  [[no], false, null, 'with_group'],
  [[yes], true, null, 'with_group'],
  [[no, no], true, yes, 'upheld'],
  [[yes], true, no, 'turned_down'],
] as const)('an objection with %j, handed on %s and the ruling %j is %s', (views, isHanded, ruling, state) => {
  expect(objectionState({ views: [...views], isHanded, ruling })).toBe(state)
})

test('what is open comes before what was put right, and the approval before everything', () => {
  const upheld = { circulationId: 'one', state: 'upheld' } as const
  const of = { isApproved: false, circulationId: 'one', objections: [upheld] }
  expect(minutesStateOf(of)).toBe('corrected')
  expect(minutesStateOf({ ...of, circulationId: 'two' })).toBe('circulated')
  expect(minutesStateOf({ ...of, objections: [upheld, { circulationId: 'one', state: 'open' }] })).toBe('contested')
  expect(minutesStateOf({ ...of, circulationId: null, objections: [] })).toBe('draft')
  expect(minutesStateOf({ ...of, isApproved: true })).toBe('approved')
})
