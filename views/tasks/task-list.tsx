import type { Group } from '#src/groups/schema.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { type RowAbilities, TaskRow } from './task-row.tsx'

type Listed<T> = { task: T; group: Pick<Group, 'slug' | 'name'>; may: RowAbilities }

type Props = {
  entries: Listed<TaskEntry>[]
  /** The page on which the list stands. */
  back: string
  showGroup?: boolean
  locale: Locale
}

export const TaskList = ({ entries, back, showGroup, locale }: Props) => (
  <ul class="plain tasks">
    {entries.map((entry) => (
      <TaskRow {...entry} back={back} showGroup={showGroup} locale={locale} />
    ))}
  </ul>
)
