import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import type { Locale } from '#src/web/locale.ts'
import { tellsKinds } from './levels-table.tsx'
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

/** Where kinds of seats are counted apart, what each of them said. */
function kindWords({ tally, round }: SheetData, { lang }: Locale): string[] {
  const r = results[lang]
  if (!round || !tellsKinds(tally, round)) return []
  return (['organisation', 'person'] as const).map((kind) => {
    const said = votes.map((vote) => r.counted[vote]({ count: tally[`${kind}_${vote}`] ?? 0 }))
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
