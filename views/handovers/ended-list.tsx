import type { Child } from 'hono/jsx'
import type { Plan } from '#src/handovers/ending/planning.ts'
import type { DissolutionItem } from '#src/handovers/schema.ts'
import { paths } from '#src/paths.ts'
import { day } from '../kit/dates.ts'
import { Empty } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Head } from '../kit/structure.tsx'
import type { EndProps } from './end-page.tsx'
import { texts } from './end-texts.ts'
import { UnapprovedList } from './unapproved-list.tsx'

type Props = EndProps & { plan: Plan; done: NonNullable<Plan['done']>; over: Child }

const titled = ({ locale }: Props, { title, destination, reason }: DissolutionItem) => {
  const t = texts[locale.lang]
  const words = `${title}: ${t.went[destination]}`
  return reason ? `${words}. ${t.because({ reason })}` : words
}

/** Without titles, for whoever never belonged there. */
const counted = ({ locale }: Props, all: DissolutionItem[]) => {
  const t = texts[locale.lang]
  return [...Map.groupBy(all, ({ destination }) => destination)].map(([way, some]) =>
    t.count({ count: some.length, way: t.went[way] }),
  )
}

/** Where everything went when a group ended. */
export const EndedList = (props: Props) => {
  const { locale, group, plan, done, list, may, over } = props
  const t = texts[locale.lang]
  const lines = (all: DissolutionItem[]) =>
    may.readTitles ? all.map((item) => titled(props, item)) : counted(props, all)
  return (
    <>
      <Head
        over={over}
        title={group.name}
        lead={`${t.doneOn({ day: day(locale, done.at), number: done.cited })} ${t.doneMore({ heir: plan.heir.name })}`}
      />
      {list.length === 0 && <Empty first={t.nothingWas}>{t.nothingWasMore}</Empty>}
      <Rows first>
        {[...Map.groupBy(list, ({ kind }) => kind)].map(([kind, all]) => (
          <Row title={t.kinds[kind]}>
            <ul class="plain">
              {lines(all).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </Row>
        ))}
      </Rows>
      <UnapprovedList {...props} />
      <p class="link-line">
        <a href={paths.decisionLog({ group: group.slug })}>{t.decisions}</a> ·{' '}
        <a href={paths.decision(done.cited)}>{t.byDecision({ number: done.cited })}</a>
      </p>
    </>
  )
}
