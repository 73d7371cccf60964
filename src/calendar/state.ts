import { addDays } from '../web/days.ts'
import type { DeadlineEntry } from './deadlines.ts'

/** How it stands with a day from outside; `tight` and `over` are red. */
export type DeadlineState = 'settled' | 'ready' | 'open' | 'tight' | 'over'

type Judged = Pick<DeadlineEntry, 'kind' | 'dueOn' | 'settledAt'> & { paper: Pick<DeadlineEntry, 'paper'>['paper'] }

/** So many days before, the text should be decided (`DOMAIN.md 5.1`). */
export const daysForText = 10

const isDecided = ({ paper }: Judged) => paper !== null && ['adopted', 'published'].includes(paper.stage)

/** An event may need nothing in writing; a consultation always does. */
const needsText = ({ kind, paper }: Judged) => kind === 'consultation' || paper !== null

export function deadlineState(deadline: Judged, today: string): DeadlineState {
  if (deadline.settledAt) return 'settled'
  if (deadline.dueOn < today) return 'over'
  if (isDecided(deadline)) return 'ready'
  return needsText(deadline) && deadline.dueOn <= addDays(today, daysForText) ? 'tight' : 'open'
}
