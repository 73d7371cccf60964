import type { MyGroup } from '../groups/membership.ts'
import type { DeadlineEntry } from './deadlines.ts'
import { mayReadPaper } from './policy.ts'
import { type DeadlineState, deadlineState } from './state.ts'

/** A deadline as one person sees it: how it stands, and the text if they may read what it is called. */
export interface ShownDeadline extends Omit<DeadlineEntry, 'paper'> {
  state: DeadlineState
  paper: { id: string; title: string; group: { slug: string } } | null
  /** How far the text is, for everybody; null where none is named. */
  stage: NonNullable<DeadlineEntry['paper']>['stage'] | null
}

export const shownDeadline = (mine: readonly MyGroup[], today: string) => {
  const inside = mine.filter(({ standing }) => standing === 'member')
  const ids = inside.map(({ id }) => id)
  return (entry: DeadlineEntry): ShownDeadline => {
    const { paper } = entry
    const group = paper && inside.find(({ id }) => id === paper.groupId)
    return {
      ...entry,
      state: deadlineState(entry, today),
      stage: paper?.stage ?? null,
      paper: paper && group && mayReadPaper(ids, entry) ? { id: paper.id, title: paper.title, group } : null,
    }
  }
}
