import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Member } from '#src/tasks/adding.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Live } from '../kit/live.tsx'
import { DoneLine, Empty } from '../kit/notice.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { SimilarWhileTyping } from '../similar/while-typing.tsx'
import { TaskFields } from './fields.tsx'
import { TaskList } from './task-list.tsx'
import type { RowAbilities } from './task-row.tsx'
import { texts } from './texts.ts'

type Listed = { task: TaskEntry; group: Group; may: RowAbilities }

type Props = {
  group: Group
  me: string
  tasks: Listed[]
  past: Listed[]
  members: Member[]
  mayAdd: boolean
  refused?: Refused | null
  locale: Locale
}

export const GroupTasksPage = (props: Props) => {
  const { group, past, mayAdd, locale } = props
  const t = texts[locale.lang]
  const here = paths.tasks(group)
  return (
    <>
      <GroupHead locale={locale} group={group} tab="tasks" title={t.tasks} lead={t.lead} />
      <Column>
        {mayAdd && <NewTask {...props} />}
        <Live id="group-tasks" on="tasks" href={here}>
          <Column>
            <Block id="open" title={t.open} quiet>
              <OpenTasks {...props} />
            </Block>
            {past.length > 0 && (
              <Fold id="past" label={t.past} rank="quiet" icon="history">
                <TaskList entries={past} back={here} locale={locale} />
              </Fold>
            )}
          </Column>
        </Live>
      </Column>
    </>
  )
}

const OpenTasks = ({ group, tasks, past, locale }: Props) => {
  const t = texts[locale.lang]
  if (tasks.length > 0) return <TaskList entries={tasks} back={paths.tasks(group)} locale={locale} />
  return past.length > 0 ? <DoneLine>{t.nothingOpen}</DoneLine> : <Empty first={t.emptyFirst}>{t.emptyThen}</Empty>
}

const NewTask = ({ group, me, members, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'new-task', locale, refused, problems: t.problems }
  return (
    <Fold id="write-task" label={t.write} icon="plus" open={!!refused}>
      <ActionForm action={paths.tasks(group)} form={form} locale={locale}>
        <TaskFields form={form} members={members} me={me} below={<SimilarWhileTyping form={form} group={group} />} />
        <Button busy={t.writing}>{t.write}</Button>
      </ActionForm>
    </Fold>
  )
}
