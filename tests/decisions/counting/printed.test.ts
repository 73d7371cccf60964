import { describe, expect, test } from 'vitest'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import { resultOf } from '#src/decisions/counting/result.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import type { Locale } from '#src/web/locale.ts'
import { howItGoes, inShort } from '#views/decisions/how.ts'
import { boxOf, fillUp, noFacts, roundWith, several } from './boxes.ts'

const german: Locale = { lang: 'de', now: new Date() }

const channels = [
  ['online', null],
  ['meeting', null],
  ['circular', 'rules'],
  ['circular', 'statutory'],
  ['circular', 'silent'],
] as const satisfies [Rounded['channel'], Rounded['preset']][]

const silences = ['explicit', 'silent'] as const

const cases = channels.flatMap(([channel, preset]) =>
  (['consent', 'majority'] as const).flatMap((method) =>
    silences.map((silence) => ({ channel, preset, method, silence })),
  ),
)

const roundOf = ({ silence, ...round }: (typeof cases)[number]) =>
  roundWith({ consent: { ...initialRules.consent, silence }, quorum: { kind: 'none' } }, round)

/** One of five agrees, four say nothing. */
const oneOfFive = (method: 'consent' | 'majority') =>
  boxOf(fillUp(5, [{ said: method === 'consent' ? 'consent' : 'yes' }]))

describe('the rule that is printed is the one by which is counted', () => {
  test.each(cases)('$method, $channel, $preset, where the rules have consent $silence', (asked) => {
    const round = roundOf(asked)
    const { reason } = resultOf(oneOfFive(asked.method), round, noFacts)
    const words = howItGoes(german, round)
    expect(words.includes('nichts sagt, stimmt zu')).toBe(reason === 'silent_consent')
    expect(words.includes('müssen Ja sagen')).toBe(reason === 'unanimity_missed')
  })

  const bySeats = (seatPolicy: Rules['seatPolicy'], round: Partial<Rounded> = {}) =>
    roundWith({ electorate: 'seats', seatPolicy, quorum: { kind: 'none' } }, round)

  const statutory = { channel: 'circular', preset: 'statutory' } as const
  const silent = { channel: 'circular', preset: 'silent' } as const

  test.each([statutory, silent])('whose seats count is said by $preset circular too', (circular) => {
    expect(inShort(german, bySeats('org_only', circular))).toContain('Sitze der Organisationen und Gruppen')
    for (const policy of ['weighted', 'pooled', 'dual'] as const) {
      expect(inShort(german, bySeats(policy, circular))).toContain('Jeder Sitz hat eine Stimme.')
      expect(inShort(german, bySeats(policy, circular))).not.toMatch(/-fach|zusammen|Mehrheit/)
    }
    const seats = [...several(2, { kind: 'organisation', said: 'yes' }), { kind: 'person', said: 'no' }] as const
    const { outcome } = resultOf(boxOf([...seats]), bySeats('org_only', circular), noFacts)
    expect(outcome).toBe('adopted')
  })

  test('consent asks persons where seats vote otherwise, and for the record it is said that persons count', () => {
    expect(inShort(german, bySeats('org_only', { method: 'consent' }))).toContain('Gefragt wird jede Person')
    expect(howItGoes(german, roundWith({}))).toContain('Jede Person hat eine Stimme.')
    expect(inShort(german, roundWith({}))).not.toContain('Jede Person hat eine Stimme.')
  })

  test('in a meeting it is enough for the quorum of a vote to be there, unless the rules ask for answers', () => {
    const meeting = { channel: 'meeting' } as const
    const attending = { ...noFacts, attending: new Set(['seat-0', 'seat-1', 'seat-2']) }
    const box = boxOf(fillUp(5, [{ said: 'yes' }]))
    for (const [quorumScope, words, outcome] of [
      ['attendance', 'Nötig: mindestens die Hälfte anwesend.', 'adopted'],
      ['participation', 'Nötig sind Antworten von mindestens der Hälfte.', 'not_quorate'],
    ] as const) {
      const round = roundWith({ quorumScope }, meeting)
      expect(inShort(german, round)).toContain(words)
      expect(resultOf(box, round, attending).outcome).toBe(outcome)
    }
    const consent = roundWith({}, { ...meeting, method: 'consent' })
    expect(inShort(german, consent)).toContain('Nötig sind Antworten von mindestens der Hälfte.')
    expect(resultOf(boxOf(fillUp(5, [{ said: 'consent' }])), consent, attending).outcome).toBe('not_quorate')
    const three = roundWith({ quorum: { kind: 'absolute', count: 3 } }, meeting)
    expect(inShort(german, three)).toContain('Nötig: mindestens 3 anwesend.')
  })
})
