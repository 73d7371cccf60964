import { expect, test } from 'vitest'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import type { Rules } from '#src/groups/rules.ts'
import { resultWords } from '#views/decisions/sheet-result.ts'

const german = { lang: 'de', now: new Date() } as const

const dual = {
  ...{ answered: 7, entitled: 9, present: 8, yes: 5, no: 2, abstain: 0 },
  ...{ organisation_yes: 3, organisation_no: 1, organisation_abstain: 0 },
  ...{ person_yes: 2, person_no: 1, person_abstain: 0 },
}

test('a file says who took part, who was there, and what each kind of seats said', () => {
  const data = {
    tally: dual,
    round: { rules: { seatPolicy: 'dual' } },
    reason: 'threshold_met',
    flags: ['few_votes'],
  } as unknown as SheetData
  const said = resultWords(data, german).map((words) => words.replaceAll('\u00A0', ' '))
  expect(said).toEqual([
    '7 von 9 haben geantwortet',
    '8 anwesend',
    '5 Ja · 2 Nein',
    'Organisationen und Gruppen: 3 Ja · 1 Nein · 0 Enthaltungen',
    'Einzelne: 2 Ja · 1 Nein · 0 Enthaltungen',
    'Es gibt genug Ja.',
    'Wenige Stimmen: Weniger als drei haben Ja oder Nein gesagt.',
  ])
})

test('as the page does: also of a kind that has said nothing, and not where only organisations vote', () => {
  const tally = { ...dual, person_yes: 0, person_no: 0 }
  const said = (seatPolicy: Rules['seatPolicy']) => {
    const round = { rules: { seatPolicy } }
    return resultWords({ tally, round, reason: 'threshold_met', flags: [] } as unknown as SheetData, german).join()
  }
  expect(said('dual').replaceAll('\u00A0', ' ')).toContain('Einzelne: 0 Ja · 0 Nein · 0 Enthaltungen')
  expect(said('org_only')).not.toContain('Organisationen')
})
