import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import { day } from '../kit/dates.ts'
import { Rand, Remaining } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts } from './decision-texts.ts'
import { knownState } from './state.ts'
import { names } from './words.ts'

/** Where it went on and what was done: this is allowed to move while the decision stands. */
export const Consequences = (props: DecisionPageProps) => {
  const { sheet, fate, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="consequences" title={t.became}>
      {fate || sheet.tasks.length > 0 ? (
        <Rows>
          {fate && <FateRow {...props} />}
          {sheet.tasks.map((task) => (
            <TaskRow {...props} task={task} />
          ))}
        </Rows>
      ) : (
        <p class="soft">{t.nothingYet}</p>
      )}
    </Block>
  )
}

/** What the circle decided is open to all; what was sent is for the group alone. */
const FateRow = ({ sheet, fate, isInside, locale }: DecisionPageProps) => {
  const state = fate && knownState(fate.state)
  if (!fate) return null
  return (
    <Row
      rand={<Rand main={day(locale, fate.since)} />}
      title={texts[locale.lang].fate(fate)}
      href={fate.href ?? (isInside ? paths.referrals(sheet.decision.group) : undefined)}
      meta={
        <>
          {state && <Status state={state} locale={locale} />} {isInside && fate.answeredBy}
        </>
      }
    />
  )
}

const TaskRow = ({ sheet, isInside, task, locale }: DecisionPageProps & { task: TaskEntry }) => {
  const t = texts[locale.lang]
  const who = task.people.length > 0 ? names(locale, task.people) : t.nobody
  return (
    <Row
      rand={<Margin task={task} locale={locale} />}
      title={task.title}
      href={isInside ? paths.task(sheet.decision.group, task) : undefined}
      meta={
        <>
          <Status state={task.ending?.kind ?? 'open'} locale={locale} /> {isInside && who}
        </>
      }
    >
      {isInside && task.ending?.words && <p>{task.ending.words}</p>}
    </Row>
  )
}

/** Until when it is open, or since when it is done. */
const Margin = ({ task, locale }: { task: TaskEntry; locale: DecisionPageProps['locale'] }) => {
  if (task.ending) return <Rand main={day(locale, task.ending.createdAt)} />
  return task.dueOn ? <Remaining until={task.dueOn} locale={locale} /> : <Rand main={texts[locale.lang].noDate} />
}
