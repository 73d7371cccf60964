import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as answers } from '#views/decisions/answer-texts.ts'
import { gist, inShort } from '#views/decisions/how.ts'
import { KindsTable } from '#views/decisions/levels-table.tsx'
import { WordingSheet } from '#views/decisions/paper.tsx'
import { texts as results } from '#views/decisions/result-texts.ts'
import { type World, world } from '../../support/world.ts'
import { roundWith } from '../counting/boxes.ts'
import { begin, pageOf } from './setting.ts'

const german: Locale = { lang: 'de', now: new Date() }

describe('the rule in one breath', () => {
  const of = (round: Parameters<typeof roundWith>[1], rules: Partial<Rules> = {}) =>
    gist(german, roundWith({ ...initialRules, ...rules }, round))

  test('says what it comes to by each method, and the share that holds for this round', () => {
    expect(of({ method: 'consent' })).toContain('Es gilt ohne schwerwiegenden Einwand.')
    expect(of({ method: 'majority' })).toContain('Nötig: mehr als die Hälfte Ja.')
    const threshold = { comparison: 'at_least', numerator: 3, denominator: 4 } as const
    expect(of({ method: 'majority' }, { threshold })).toContain('Nötig: mindestens drei Viertel Ja.')
    expect(of({ method: 'systemic_consensing' })).toContain('kleiner ist als bei „nichts ändern“')
    expect(of({ method: 'consensus' })).toContain('niemand ein Veto einlegt')
    const share = { ...initialRules.consensus, blockMode: 'share' } as const
    expect(of({ method: 'consensus' }, { consensus: share })).not.toContain('Veto')
  })

  test('says against whom a majority is counted', () => {
    expect(of({ method: 'majority' })).toContain('Ja. Enthaltungen zählen nicht mit.')
    expect(of({ method: 'majority' }, { majorityBase: 'roll' })).toContain('Gezählt wird gegen alle auf der Liste.')
    const dual = { electorate: 'seats', seatPolicy: 'dual', majorityBase: 'present' } as const
    expect(of({ method: 'majority' }, dual)).toContain('Nötig: mehr als die Hälfte Ja. Gezählt wird gegen alle, die')
  })

  test('says how many must answer by every method, where that matters', () => {
    const quorum = { kind: 'absolute', count: 3 } as const
    for (const method of ['consent', 'consensus', 'systemic_consensing', 'majority'] as const) {
      expect(of({ method })).toContain('Nötig sind Antworten von mindestens der Hälfte.')
      expect(of({ method }, { quorum })).toContain('Nötig sind mindestens 3 Antworten.')
      expect(of({ method }, { quorum: { kind: 'none' } })).not.toMatch(/Antworten|Mindestbeteiligung/)
    }
    expect(of({ method: 'majority', channel: 'meeting' }, { quorum })).toContain('Nötig: mindestens 3 anwesend.')
    expect(of({ method: 'consent', channel: 'circular', preset: 'silent' }, { quorum })).not.toContain('3 Antworten')
  })

  test('says that silence is consent where it is, and nowhere else', () => {
    for (const method of ['consent', 'majority'] as const) {
      expect(of({ method, channel: 'circular', preset: 'silent' })).toContain('Wer nichts sagt, stimmt zu.')
      expect(of({ method, channel: 'circular', preset: 'statutory' })).toBe('Alle auf der Liste müssen Ja sagen.')
      expect(of({ method, channel: 'circular', preset: 'rules' })).not.toContain('nichts sagt')
      expect(of({ method })).not.toContain('nichts sagt')
    }
  })

  test('says where a meeting answers', () => {
    expect(of({ method: 'majority', channel: 'meeting' })).toContain('Geantwortet wird in der Sitzung.')
    expect(of({ method: 'majority', channel: 'online' })).not.toContain('Sitzung')
  })

  test('where nobody may stand aside it says so without a fraction', () => {
    for (const blockMode of ['single', 'share'] as const) {
      const consensus = { ...initialRules.consensus, blockMode, maxDissent: { numerator: 0, denominator: 4 } }
      const words = inShort(german, roundWith({ consensus }, { method: 'consensus' }))
      expect(words).toMatch(/[Ss]teht jemand beiseite/)
      expect(words).not.toContain('0/4')
    }
  })

  test('where two majorities are needed it is not one', () => {
    expect(of({ method: 'majority' }, { electorate: 'seats', seatPolicy: 'dual' })).toContain(
      'und eine bei den Einzelnen',
    )
  })
})

describe('the page of an open round', () => {
  let w: World
  beforeAll(async () => {
    w = await world()
  })
  afterAll(() => w.ports.end())

  const inOrder = (html: string, ...words: string[]) => {
    const places = words.map((one) => html.indexOf(one))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  }

  test('says what, until when and by which rule, then asks; who may answer and how many did comes after that', async () => {
    const round = await begin(w, 'mo', 'majority')
    const html = await (await (await w.as('ole'))(pageOf(w, 'mo', round))).text()
    const terms = ['Darüber entscheiden wir', '<b>Bis ', 'Nötig: mehr als die Hälfte Ja.', 'So geht es genau']
    inOrder(html, ...terms, 'Bist du dafür?', 'Antwort abgeben', 'haben geantwortet', 'Wer eine Stimme hat')
  })
})

test('a title is quoted as one does in the language of the page', () => {
  const snapshot = { id: '', documentId: '', groupId: '', title: 'Energie', number: 1, suffix: '', checksum: '' }
  const sheetIn = (lang: Locale['lang']) =>
    String(WordingSheet({ label: '', wording: '', snapshot, locale: { ...german, lang } }))
  expect(sheetIn('de')).toContain('„Energie“')
  expect(sheetIn('en')).toContain('“Energie”')
})

test('where only organisations vote nobody reads a row of noughts about individuals', () => {
  const tally = { organisation_yes: 6, organisation_no: 2, person_yes: 0, person_no: 0 }
  const tableBy = (seatPolicy: Rules['seatPolicy']) =>
    String(KindsTable({ tally, round: roundWith({ electorate: 'seats', seatPolicy }), locale: german }))
  expect(tableBy('org_only')).not.toContain('Einzelne')
  expect(tableBy('dual')).toContain('Einzelne')
})

test('a title that is a sentence brings no second full stop into another one', () => {
  const title = 'Es bleibt, wie es ist.'
  expect(answers.de.rateToo({ title })).toContain('„Es bleibt, wie es ist“. Nur')
  expect(results.en.stays({ title, sum: 1, most: 9 })).toContain('“Es bleibt, wie es ist”:')
})
