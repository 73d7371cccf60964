import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Member } from '#src/tasks/adding.ts'
import type { TaskHappening } from '#src/tasks/history.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { TaskAbilities } from '#src/tasks/policy.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Live } from '../kit/live.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block, Column } from '../kit/structure.tsx'
import { Timeline } from '../kit/timeline.tsx'
import { GroupHead } from '../layout/group.tsx'
import { TaskActs } from './task-acts.tsx'
import { DueDay, originHref, Responsible } from './task-meta.tsx'
import { texts } from './texts.ts'

export type TaskPageProps = {
  group: Group
  me: string
  task: TaskEntry
  members: Member[]
  history: TaskHappening[]
  may: TaskAbilities
  /** Which of the page's forms came back, with what was typed. */
  refused?: { form: 'change' | 'completion' | 'reopening' | 'drop'; input: Refused } | null
  locale: Locale
}

/** One task with everything that can be done with it. */
export const TaskPage = (props: TaskPageProps) => {
  const { group, task, history, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={group} tab="tasks" over={<Over {...props} />} title={task.title} />
      <Live id="task" on={`task-${task.id}`} href={paths.task(group, task)}>
        <Column>
          <p>
            <Status state={task.ending?.kind ?? 'open'} locale={locale} />
          </p>
          <TaskFacts task={task} group={group} locale={locale} />
          <TaskActs {...props} />
          <Block id="history" title={t.history}>
            <Timeline
              entries={history.map((happening) => ({
                at: happening.at,
                label: day(locale, happening.at),
                words: sentence(happening, locale),
              }))}
            />
          </Block>
        </Column>
      </Live>
    </>
  )
}

const Over = ({ group, locale }: Pick<TaskPageProps, 'group' | 'locale'>) => (
  <>
    <a href={paths.group(group)}>{group.name}</a>
    {'\u00A0· '}
    <a href={paths.tasks(group)}>{texts[locale.lang].tasks}</a>
  </>
)

const TaskFacts = ({ task, group, locale }: Pick<TaskPageProps, 'task' | 'group' | 'locale'>) => {
  const t = texts[locale.lang]
  const label = task.originLabel ?? ''
  return (
    <Facts
      facts={[
        { term: t.responsible, words: <Responsible task={task} locale={locale} /> },
        { term: t.when, words: <DueDay task={task} locale={locale} /> },
        {
          term: t.origin,
          words: label ? <ShelfMark number={label} href={originHref(task, group)} /> : t.free,
        },
        !!task.ending?.words && { term: task.ending.kind === 'done' ? t.ended : t.reason, words: task.ending.words },
      ]}
    />
  )
}

function sentence({ kind, name, facts }: TaskHappening, locale: Locale): string {
  const t = texts[locale.lang]
  const who = { name: name ?? t.somebody }
  const words = facts.released ? t.released(who) : t.happened[kind](who)
  const said = facts.reason || facts.words
  return said && kind !== 'task.changed' ? `${words} „${said}“` : words
}
