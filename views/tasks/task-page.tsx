import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Member } from '#src/tasks/adding.ts'
import type { TaskHappening } from '#src/tasks/history.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { TaskAbilities } from '#src/tasks/policy.ts'
import type { Link } from '#src/tasks/rhythm/chain.ts'
import type { StepEntry } from '#src/tasks/work/steps.ts'
import type { Turn } from '#src/tasks/work/turns.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { weekday } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Live } from '../kit/live.tsx'
import { Wording } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { rhythmWords } from './rhythm-words.ts'
import { TaskActs } from './task-acts.tsx'
import { DueDay, Origin, Responsible } from './task-meta.tsx'
import { TaskChain, TaskPast } from './task-past.tsx'
import { TaskSteps } from './task-steps.tsx'
import { type ShownRemark, TaskTalk } from './task-talk.tsx'
import { texts } from './texts.ts'
import { workTexts } from './work-texts.ts'

export type TaskPageProps = {
  group: Group
  me: string
  task: TaskEntry
  /** Where the comment stands that it came from, if this person can read it. */
  comment: string | null
  members: Member[]
  checklist: StepEntry[]
  talk: ShownRemark[]
  chain: Link[]
  turns: Turn[]
  history: TaskHappening[]
  may: TaskAbilities
  /** Which of the page's forms came back, with what was typed. */
  refused?: { form: 'change' | 'completion' | 'reopening' | 'drop' | 'step' | 'remark'; input: Refused } | null
  locale: Locale
}

/** One task with everything that can be done with it. */
export const TaskPage = (props: TaskPageProps) => {
  const { group, task, locale } = props
  return (
    <>
      <GroupHead locale={locale} group={group} tab="tasks" over={<Over {...props} />} title={task.title} />
      <Live id="task" on={`task-${task.id}`} href={paths.task(group, task)}>
        <Column>
          <p>
            <Status state={task.ending?.kind ?? (task.begunAt ? 'begun' : 'open')} locale={locale} />
          </p>
          <TaskFacts {...props} />
          {task.details && <Wording text={task.details} />}
          <TaskActs {...props} />
          <TaskSteps {...props} />
          <TaskTalk {...props} />
          <TaskChain {...props} />
          <TaskPast {...props} />
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

const TaskFacts = ({ task, group, comment, locale }: TaskPageProps) => {
  const [t, w] = [texts[locale.lang], workTexts[locale.lang]]
  return (
    <Facts
      facts={[
        { term: t.responsible, words: <Responsible task={task} locale={locale} /> },
        task.startsOn !== null && { term: w.begins, words: weekday(locale, task.startsOn) },
        { term: t.when, words: <DueDay task={task} locale={locale} /> },
        task.rhythm !== null && { term: w.comesAgain, words: rhythmWords(locale, task.rhythm) },
        {
          term: t.origin,
          words: task.originLabel ? <Origin {...{ task, group, comment, locale }} /> : t.free,
        },
        !!task.ending?.words && { term: task.ending.kind === 'done' ? t.ended : t.reason, words: task.ending.words },
      ]}
    />
  )
}
