import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Member } from '#src/tasks/adding.ts'
import type { Board } from '#src/tasks/board/columns.ts'
import type { Source } from '#src/tasks/comments/origin.ts'
import type { ListQuery } from '#src/tasks/forms.ts'
import type { TaskPart } from '#src/tasks/lists.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { TaskAbilities } from '#src/tasks/policy.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Live } from '../kit/live.tsx'
import { DoneLine, Empty } from '../kit/notice.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { TaskFields } from './fields.tsx'
import { listTexts } from './list-texts.ts'
import { MadeOf } from './made-of.tsx'
import { TaskBoard } from './task-board.tsx'
import { isFiltered, listHref, TaskFilter, ViewSwitch } from './task-filter.tsx'
import { TaskList } from './task-list.tsx'
import { TaskTurning } from './task-turning.tsx'
import { taskProblems, texts } from './texts.ts'

export type GroupTasksProps = {
  group: Group
  me: string
  query: ListQuery
  /** The one or the other, as the query wants it. */
  board?: Board
  part?: TaskPart
  past?: TaskEntry[]
  mayOf: (task: TaskEntry) => TaskAbilities
  members: Member[]
  mayAdd: boolean
  /** What a new task is to be made of. */
  source?: Source | undefined
  refused?: Refused | null
  locale: Locale
}

/** What a group has to do, as a list or as a board. */
export const GroupTasksPage = (props: GroupTasksProps) => {
  const { group, query, board, part, mayAdd, locale } = props
  const t = texts[locale.lang]
  const here = listHref(group, query, query.page > 1 ? { page: String(query.page) } : {})
  return (
    <>
      <GroupHead locale={locale} group={group} tab="tasks" title={t.tasks} lead={t.lead} />
      <Column>
        {mayAdd && <NewTask {...props} />}
        <div class="task-tools">
          <ViewSwitch {...props} />
          <TaskFilter {...props} />
        </div>
        {part && (
          <Live id="group-tasks" on="tasks" href={here}>
            <ListPart {...props} part={part} back={here} />
          </Live>
        )}
      </Column>
      {board && (
        <Live id="group-board" on="tasks" href={here}>
          <TaskBoard {...props} board={board} back={here} />
        </Live>
      )}
    </>
  )
}

const ListPart = (props: GroupTasksProps & { part: TaskPart; back: string }) => {
  const { group, past = [], mayOf, back, locale } = props
  const t = texts[locale.lang]
  return (
    <Column>
      <Block id="open" title={t.open} quiet>
        <Shown {...props} />
      </Block>
      {past.length > 0 && (
        <Fold id="past" label={t.past} rank="quiet" icon="history">
          <TaskList entries={past.map((task) => ({ task, group, may: mayOf(task) }))} back={back} locale={locale} />
          <p>
            <a href={paths.tasks(group, { state: 'done' })}>{listTexts[locale.lang].allDone}</a>
          </p>
        </Fold>
      )}
    </Column>
  )
}

const Shown = (props: GroupTasksProps & { part: TaskPart; back: string }) => {
  const { group, query, part, past = [], mayOf, back, locale } = props
  const { tasks, count } = part
  const [t, l] = [texts[locale.lang], listTexts[locale.lang]]
  if (tasks.length > 0) {
    return (
      <>
        {(isFiltered(query) || part.of > 1) && <p class="soft">{l.found({ count })}</p>}
        <TaskList entries={tasks.map((task) => ({ task, group, may: mayOf(task) }))} back={back} locale={locale} />
        <TaskTurning {...props} />
      </>
    )
  }
  if (isFiltered(query)) return <Empty first={l.noneFound} />
  return past.length > 0 ? <DoneLine>{t.nothingOpen}</DoneLine> : <Empty first={t.emptyFirst}>{t.emptyThen}</Empty>
}

const draftOf = ({ draft: { title, quote } }: Source, locale: Locale) => ({
  title,
  details: quote && texts[locale.lang].quoted({ words: quote }),
})

const NewTask = ({ group, me, members, source, refused, locale }: GroupTasksProps) => {
  const t = texts[locale.lang]
  const form = { id: 'new-task', locale, refused, problems: taskProblems(locale) }
  return (
    <Fold id="write-task" label={t.write} icon="plus" open={!!(refused || source)}>
      <ActionForm action={paths.tasks(group)} form={form} locale={locale}>
        {source && <MadeOf source={source} group={group} locale={locale} />}
        <TaskFields form={form} members={members} me={me} task={source && draftOf(source, locale)} />
        <Button busy={t.writing}>{t.write}</Button>
      </ActionForm>
    </Fold>
  )
}
