import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Block } from '../kit/structure.tsx'
import { TaskList } from '../tasks/task-list.tsx'
import type { RowAbilities } from '../tasks/task-row.tsx'
import { texts } from './group-texts.ts'

type Props = { tasks: { task: TaskEntry; group: Group; may: RowAbilities }[]; group: Group; locale: Locale }

/** What is due first; the others stand on the group's list. */
const shown = 8

/** What the group has to do; ticking off leads back to where one was. */
export const TasksBlock = ({ tasks, group, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="tasks" title={t.tasks} link={<a href={paths.tasks(group)}>{t.allTasks}</a>}>
      {tasks.length === 0 ? (
        <DoneLine>{t.noTasks}</DoneLine>
      ) : (
        <TaskList entries={tasks.slice(0, shown)} back={paths.group(group)} locale={locale} />
      )}
    </Block>
  )
}
