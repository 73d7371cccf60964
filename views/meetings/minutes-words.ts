import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import type { MinutesWords } from '#src/meetings/minutes/skeleton.ts'
import type { Lang, Locale } from '#src/web/locale.ts'
import { bilingual } from '../kit/texts.ts'
import { itemTitle } from './item-title.ts'

const texts = bilingual({
  de: {
    title: (p: { number: string }) => `Protokoll ${p.number}`,
    heading: (p: { number: number; title: string }) => `TOP ${p.number}: ${p.title}`,
    label: (p: { meeting: string; number: number }) => `${p.meeting} TOP\u00A0${p.number}`,
    present: (p: { names: string }) => `Anwesend: ${p.names}`,
    nobody: 'Anwesend: wird mit dem ersten Eintrag ergänzt',
  },
  en: {
    title: (p) => `Minutes ${p.number}`,
    heading: (p) => `Item ${p.number}: ${p.title}`,
    label: (p) => `${p.meeting} item\u00A0${p.number}`,
    present: (p) => `Present: ${p.names}`,
    nobody: 'Present: filled in with the first entry',
  },
})

const attendance = (lang: Lang, names: string[]) =>
  names.length > 0 ? texts[lang].present({ names: names.join(', ') }) : texts[lang].nobody

/** How the server writes into minutes; what others have begun in the other language is known again. */
export const minutesWords = (locale: Locale): MinutesWords => ({
  title: (meeting) => texts[locale.lang].title({ number: meeting }),
  heading: (item: AgendaEntry, number) => texts[locale.lang].heading({ number, title: itemTitle(locale, item) }),
  attendance: (names) => attendance(locale.lang, names),
  written: (names) => (['de', 'en'] as const).map((lang) => attendance(lang, names)),
})

/** "KK-07 TOP 5". */
export const itemLabel = ({ lang }: Pick<Locale, 'lang'>, meeting: string, number: number) =>
  texts[lang].label({ meeting, number })
