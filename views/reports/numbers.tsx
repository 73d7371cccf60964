import type { Locale } from '#src/web/locale.ts'
import { Facts } from '../kit/facts.tsx'
import { texts } from './texts.ts'

const kinds = ['decisions', 'tasksDone', 'tasksOpen', 'referralsOpen', 'drafts'] as const

/** How things stood when a report was written. */
export const ReportNumbers = ({ locale, numbers }: { locale: Locale; numbers: Partial<Record<string, number>> }) => (
  <Facts facts={kinds.map((kind) => ({ term: texts[locale.lang].numbers[kind], words: String(numbers[kind] ?? 0) }))} />
)
