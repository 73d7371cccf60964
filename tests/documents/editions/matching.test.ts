import { describe, expect, test } from 'vitest'
import { type Matching, matchStatements, type Stated } from '#src/documents/editions/matching.ts'
import { settle } from '#src/documents/editions/settling.ts'
import { Dice } from '../simulation/dice.ts'

const stated = (key: string, place: string, words: string): Stated => ({ key, place, words })

const first = [
  stated('1', 'Kap. 2, S. 14', 'Das Revier soll Energieregion bleiben; Großanlagen werden bevorzugt gefördert.'),
  stated('2', 'Kap. 2, S. 16', 'Wasserstoff ist die Leittechnologie; Standorte werden bis 2028 gesichert.'),
  stated('3', 'Kap. 3, S. 22', 'Das Kraftwerksgelände wird Gewerbepark.'),
  stated('4', 'Kap. 6, S. 41', 'Die Öffentlichkeit wird regelmäßig informiert.'),
]

const keys = (list: Stated[]) => list.map(({ key }) => key).sort()
const pairsOf = ({ pairs }: Pick<Matching, 'pairs'>) =>
  pairs.map(({ old, fresh, same }) => `${old.key}-${fresh.key}${same ? '' : ' changed'}`).sort()

describe('a second edition beside the first', () => {
  const second = [
    stated('a', 'Kap. 2, S. 15', 'Das Revier soll Energieregion bleiben; Großanlagen werden bevorzugt gefördert.'),
    stated('b', 'Kap. 2, S. 17', 'Wasserstoff ist eine wichtige Technologie; Standorte werden bis 2030 gesichert.'),
    stated('c', 'Kap. 3, S. 26', 'Für Wärme wird ein Förderprogramm geprüft.'),
    stated('d', 'Kap. 6, S. 44', 'Die Öffentlichkeit wird regelmäßig informiert.'),
  ]
  const matching = matchStatements(first, second)

  test('what moved to another page is unchanged, what reads differently is changed, the rest is gone or new', () => {
    expect(pairsOf(matching)).toEqual(['1-a', '2-b changed', '4-d'])
    expect(keys(matching.dropped)).toEqual(['3'])
    expect(keys(matching.added)).toEqual(['c'])
    expect(matching.unclear).toEqual([])
  })

  test('the other way round the same ones belong together', () => {
    const back = matchStatements(second, first)
    expect(back.pairs.map(({ old, fresh }) => `${fresh.key}-${old.key}`).sort()).toEqual(['1-a', '2-b', '4-d'])
  })
})

describe('what could be one of two', () => {
  const olds = [
    stated('1', 'S. 1', 'Der Bus fährt in Altenlarn jede Stunde bis zum Abend.'),
    stated('2', 'S. 2', 'Der Bus fährt in Kirchfeld jede Stunde bis zum Abend.'),
  ]
  const matching = matchStatements(olds, [stated('a', 'S. 3', 'Der Bus fährt in Tannrode jede Stunde bis zum Abend.')])

  test('is asked for and not guessed', () => {
    expect(matching.unclear.map(({ fresh, candidates }) => [fresh.key, keys(candidates)])).toEqual([['a', ['1', '2']]])
    expect(matching.dropped).toEqual([])
    expect(settle(matching, new Map())).toBeNull()
  })

  test('is what people say it is', () => {
    const asSecond = settle(matching, new Map([['a', '2']]))
    expect(asSecond && [pairsOf(asSecond), keys(asSecond.dropped), asSecond.added]).toEqual([
      ['2-a changed'],
      ['1'],
      [],
    ])
    const asNew = settle(matching, new Map([['a', null]]))
    expect(asNew && [asNew.pairs, keys(asNew.dropped), keys(asNew.added)]).toEqual([[], ['1', '2'], ['a']])
    expect(settle(matching, new Map([['a', 'not one of them']]))).toBeNull()
  })

  test('is not the same old one twice', () => {
    const twice = matchStatements(
      [olds[0] as Stated],
      [
        stated('a', 'S. 1', 'Der Bus fährt in Tannrode jede Stunde bis zum Abend.'),
        stated('b', 'S. 1', 'Der Bus fährt in Kirchfeld jede Stunde bis zum Abend.'),
      ],
    )
    expect(twice.unclear).toHaveLength(2)
    expect(
      settle(
        twice,
        new Map([
          ['a', '1'],
          ['b', '1'],
        ]),
      ),
    ).toBeNull()
  })
})

describe('whatever two editions look like', () => {
  const vocabulary =
    'Revier Wasser Boden Strom Wärme Bus Dorf Geld Bürger Rat Gelände Park bleibt wird soll und nicht'.split(' ')

  function edition(random: Dice, prefix: string, near: readonly Stated[] = []): Stated[] {
    const words = () => Array.from({ length: 1 + random.below(9) }, () => random.pick(vocabulary)).join(' ')
    const fresh = Array.from({ length: random.below(12) }, () => ({ place: `S. ${random.below(9)}`, words: words() }))
    const taken = near
      .filter(() => random.below(10) < 8)
      .map(({ place, words: as }) => ({
        place,
        words: random.below(3) === 0 ? `${as} ${random.pick(vocabulary)}` : as,
      }))
    return [...taken, ...fresh].map(({ place, words: as }, index) => stated(`${prefix}${index}`, place, as))
  }

  test.each(Array.from({ length: 60 }, (_, seed) => seed))('every statement has exactly one fate (%i)', (seed) => {
    const random = new Dice(seed)
    const olds = edition(random, 'o')
    const news = edition(random, 'n', olds)
    const matching = matchStatements(olds, news)
    const candidates = new Set(matching.unclear.flatMap((one) => one.candidates))
    const fates = [...matching.pairs.map(({ old }) => old), ...matching.dropped, ...candidates]
    expect(keys(fates)).toEqual(keys(olds))
    expect(
      keys([
        ...matching.pairs.map(({ fresh }) => fresh),
        ...matching.added,
        ...matching.unclear.map(({ fresh }) => fresh),
      ]),
    ).toEqual(keys(news))
    for (const { old, fresh, same } of matching.pairs) expect(same).toBe(old.words === fresh.words)
    const settled = settle(matching, new Map(matching.unclear.map(({ fresh }) => [fresh.key, null])))
    expect(settled && settled.pairs.length + settled.dropped.length).toBe(olds.length)
    expect(settled && settled.pairs.length + settled.added.length).toBe(news.length)
  })

  test.each(Array.from({ length: 30 }, (_, seed) => seed))('their order makes no difference (%i)', (seed) => {
    const random = new Dice(seed)
    const olds = edition(random, 'o')
    const news = edition(random, 'n', olds)
    const turned = matchStatements(olds.toReversed(), news.toReversed())
    const straight = matchStatements(olds, news)
    expect(pairsOf(turned)).toEqual(pairsOf(straight))
    expect([keys(turned.dropped), keys(turned.added)]).toEqual([keys(straight.dropped), keys(straight.added)])
  })

  test.each(Array.from({ length: 30 }, (_, seed) => seed))(
    'the same edition once more changes nothing (%i)',
    (seed) => {
      const olds = edition(new Dice(seed), 'o')
      const again = matchStatements(
        olds,
        olds.map((one) => ({ ...one, key: `again ${one.key}` })),
      )
      expect(again.pairs.every(({ same }) => same)).toBe(true)
      expect([again.dropped, again.added, again.unclear]).toEqual([[], [], []])
    },
  )

  test('a thousand statements of each do not take long', () => {
    const random = new Dice(7)
    const olds = Array.from({ length: 1000 }, (_, index) =>
      stated(`o${index}`, `S. ${index}`, Array.from({ length: 15 }, () => random.pick(vocabulary)).join(' ')),
    )
    const news = olds.map(({ key, place, words }) => stated(`n${key}`, place, `${words} ${random.pick(vocabulary)}`))
    const matching = matchStatements(olds, news)
    expect(matching.pairs.length + matching.unclear.length + matching.added.length).toBe(1000)
  })
})
