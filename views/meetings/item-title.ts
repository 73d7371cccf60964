import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as wishTexts } from '../decisions/agenda-texts.ts'
import { itemTexts } from './item-texts.ts'

type Titled = Pick<
  AgendaEntry,
  'source' | 'title' | 'minutesOf' | 'broughtByGroup' | 'decision' | 'report' | 'reservation'
>

/** What an item is called: as somebody has written it, or by what it is about. */
export function itemTitle({ lang }: Pick<Locale, 'lang'>, item: Titled): string {
  const t = itemTexts[lang]
  if (item.minutesOf && !item.title) return t.minutesOf({ number: item.minutesOf })
  if (item.report && !item.title) return t.reportOf({ group: item.broughtByGroup ?? '' })
  if (item.decision && item.source !== 'free') return t.review({ title: item.title, number: item.decision })
  if (item.reservation) return t.reservation({ title: item.title })
  return item.title || t.sources[item.source]
}

type Meant = Pick<
  AgendaEntry,
  'source' | 'goal' | 'wished' | 'reservation' | 'minutesOf' | 'report' | 'deadline' | 'decision'
>

/** Whatever is carried over is still about the same. */
function kindOf(item: Meant): AgendaEntry['source'] {
  if (item.source !== 'carried_over') return item.source
  if (item.minutesOf) return 'minutes'
  if (item.report) return 'report'
  if (item.deadline) return 'deadline'
  return item.decision ? 'review' : item.source
}

/** What shall be there in the end; of a wish, why it is one. */
export function itemGoal({ lang }: Pick<Locale, 'lang'>, item: Meant): string {
  const { goal, wished, reservation } = item
  const goals: Partial<Record<AgendaEntry['source'], string>> = itemTexts[lang].goals
  if (goal) return goal
  if (reservation) return itemTexts[lang].reserved({ words: reservation.words })
  if (wished && wished !== 'wish') return wishTexts[lang].why[wished]
  return goals[kindOf(item)] ?? ''
}
