import type { Rhythm } from '#src/tasks/rhythm/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { workTexts } from './work-texts.ts'

/** "alle 3 Monate". */
export const rhythmWords = ({ lang }: Locale, { every, unit }: Pick<Rhythm, 'every' | 'unit'>): string =>
  workTexts[lang][unit === 'week' ? 'weeks' : 'months']({ every })
