import { paths } from '#src/paths.ts'
import type { MyTask } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { TaskList } from './task-list.tsx'
import type { RowAbilities } from './task-row.tsx'
import { texts } from './texts.ts'

type Props = { tasks: { task: MyTask; group: MyTask['group']; may: RowAbilities }[]; locale: Locale }

/** Everything that one has taken on, across the groups. */
export const MyTasksPage = ({ tasks, locale }: Props) => {
  const t = texts[locale.lang]
  const isDone = tasks.every(({ task }) => task.ending)
  return (
    <>
      <Head title={t.mine} lead={t.mineLead} narrow />
      <Column>
        <Live id="my-tasks" on="tasks" href={paths.myTasks()}>
          <Block id="open" title={t.open} quiet>
            {tasks.length > 0 && <TaskList entries={tasks} back={paths.myTasks()} showGroup locale={locale} />}
            {isDone && <DoneLine>{t.mineEmpty}</DoneLine>}
          </Block>
        </Live>
      </Column>
    </>
  )
}
