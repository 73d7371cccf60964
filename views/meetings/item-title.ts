import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { itemTexts } from './item-texts.ts'

type Titled = Pick<AgendaEntry, 'source' | 'title' | 'minutesOf' | 'broughtByGroup' | 'decision' | 'report'>

/** What an item is called: as somebody has written it, or by what it is about. */
export function itemTitle({ lang }: Pick<Locale, 'lang'>, item: Titled): string {
  const t = itemTexts[lang]
  if (item.minutesOf && !item.title) return t.minutesOf({ number: item.minutesOf })
  if (item.report && !item.title) return t.reportOf({ group: item.broughtByGroup ?? '' })
  if (item.decision && item.source !== 'free') return t.review({ title: item.title, number: item.decision })
  return item.title || t.sources[item.source]
}

export const itemGoal = ({ lang }: Pick<Locale, 'lang'>, item: Pick<AgendaEntry, 'source' | 'goal'>): string => {
  const goals: Partial<Record<AgendaEntry['source'], string>> = itemTexts[lang].goals
  return item.goal || (goals[item.source] ?? '')
}
