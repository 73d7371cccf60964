import type { Group } from '#src/groups/schema.ts'
import type { GroupSpace } from '#src/overview/group-space.ts'
import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { standingState } from '../decisions/state.ts'
import { texts as deciding } from '../decisions/texts.ts'
import { tallyWords } from '../decisions/words.ts'
import { day } from '../kit/dates.ts'
import { until } from '../kit/deadline.ts'
import { Empty } from '../kit/notice.tsx'
import { DecisionCard } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './group-texts.ts'

/** "1 Aufgabe offen, bis Fr, 9. Oktober". */
function followUp(locale: Locale, tasks: TaskEntry[]): string {
  const t = texts[locale.lang]
  const open = tasks.filter(({ ending }) => !ending)
  const next = open.find(({ dueOn }) => dueOn)?.dueOn
  if (tasks.length === 0) return t.noTasksYet
  const done = tasks.filter(({ ending }) => ending?.kind === 'done').length
  return t.tasksOpen({ open: open.length, done, until: next ? until(locale, next) : null })
}

type Props = { latest: GroupSpace['latest']; group: Group; locale: Locale }

export const LatestDecision = ({ latest, group, locale }: Props) => {
  const t = texts[locale.lang]
  const link = latest && <a href={`${paths.decisionLog()}?group=${group.slug}`}>{t.allDecisions}</a>
  return (
    <Block id="latest-decision" title={t.latest} link={link}>
      {latest ? <Card latest={latest} locale={locale} /> : <Empty first={t.noDecision}>{t.noDecisionThen}</Empty>}
    </Block>
  )
}

const Card = ({ latest, locale }: { latest: NonNullable<GroupSpace['latest']>; locale: Locale }) => {
  const t = texts[locale.lang]
  const { decision, tasks } = latest
  const tally = tallyWords(locale, decision.tally)
  return (
    <DecisionCard
      number={decision.cited}
      href={paths.decision(decision.cited)}
      status={<Status state={standingState(decision)} locale={locale} />}
      date={day(locale, decision.decidedOn)}
      wording={decision.wording}
      facts={[
        { term: t.method, words: deciding[locale.lang].methods[decision.method] },
        tally !== '' && { term: t.result, words: tally },
        { term: t.followUp, words: followUp(locale, tasks) },
      ]}
    />
  )
}
