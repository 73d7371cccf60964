import { paths } from '#src/paths.ts'
import type { MyTask } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Pager } from '../kit/pager.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { TaskList } from './task-list.tsx'
import type { RowAbilities } from './task-row.tsx'
import { texts } from './texts.ts'

type Props = {
  tasks: { task: MyTask; group: MyTask['group']; may: RowAbilities }[]
  page: number
  hasMore: boolean
  locale: Locale
}

/** Everything that one has taken on, across the groups. */
export const MyTasksPage = ({ tasks, page, hasMore, locale }: Props) => {
  const t = texts[locale.lang]
  const here = paths.myTasks(page > 1 ? { page } : {})
  const isDone = tasks.every(({ task }) => task.ending)
  return (
    <>
      <Head title={t.mine} lead={t.mineLead} narrow />
      <Column>
        <Live id="my-tasks" on="tasks" href={here}>
          <Block id="open" title={t.open} quiet>
            {tasks.length > 0 && <TaskList entries={tasks} back={here} showGroup locale={locale} />}
            {isDone && <DoneLine>{t.mineEmpty}</DoneLine>}
            <Pager {...{ page, hasMore, locale }} href={(other) => paths.myTasks({ page: other })} />
          </Block>
        </Live>
      </Column>
    </>
  )
}
