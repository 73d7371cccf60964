import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import type { Locale } from '#src/web/locale.ts'
import { percent } from './rated-table.tsx'
import { texts as results } from './result-texts.ts'
import { texts } from './sheet-texts.ts'
import { texts as general } from './texts.ts'
import { flagWords, reasonWords, tallyWords } from './words.ts'

type Option = NonNullable<SheetData['round']>['options'][number]

/** "2: Larnau – gewählt. Summe 13, Akzeptanz 74,0 %, Höchster 9, Ab 8: 1". */
export function optionWords(option: Option, locale: Locale): string {
  const [t, r] = [texts[locale.lang], results[locale.lang]]
  const { position, title, isPassive, isChosen, sum, acceptance, highest, high } = option
  const name = `${position}: ${title}${isPassive ? t.passive : ''}${isChosen ? t.chosen : ''}`
  if (sum === null) return name
  const counted = [
    `${r.sum} ${sum}`,
    `${r.acceptance} ${percent(locale, acceptance ?? undefined)}`,
    `${r.highest} ${highest ?? '–'}`,
    `${r.high}: ${high ?? '–'}`,
  ]
  return `${name}. ${counted.join(', ')}`
}

const votes = ['yes', 'no', 'abstain'] as const

/** Where more than one kind of seats has voted, what each of them said. */
function kindWords({ tally }: SheetData, { lang }: Locale): string[] {
  const r = results[lang]
  const of = (kind: 'organisation' | 'person') => votes.map((vote) => tally[`${kind}_${vote}`] ?? 0)
  const kinds = (['organisation', 'person'] as const).filter((kind) => of(kind).some((count) => count > 0))
  if (kinds.length < 2) return []
  return kinds.map((kind) => {
    const said = votes.map((vote, place) => r.counted[vote]({ count: of(kind)[place] ?? 0 }))
    return `${r.kinds[kind]}: ${said.join(' · ')}`
  })
}

/** Who took part, what was counted, and what that means. */
export function resultWords(data: SheetData, locale: Locale): string[] {
  const { answered, entitled, present } = data.tally
  const isKnown = answered !== undefined && entitled !== undefined
  return [
    isKnown ? general[locale.lang].answered({ answered, entitled }) : '',
    present === undefined ? '' : texts[locale.lang].present({ count: present }),
    tallyWords(locale, data.tally),
    ...kindWords(data, locale),
    reasonWords(locale, data.reason),
    ...flagWords(locale, data.flags),
  ]
}
