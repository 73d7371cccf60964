import type { ShownDeadline } from '#src/calendar/showing.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { day, dayCount, daysUntil, weekday } from '../kit/dates.ts'
import { Rand, Remaining } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import type { State } from '../kit/states.ts'
import { Status } from '../kit/status.tsx'
import { texts } from './texts.ts'

type Props = { deadline: ShownDeadline; locale: Locale }

const looks: Record<ShownDeadline['state'], State> = {
  settled: 'done',
  ready: 'adopted',
  open: 'open',
  tight: 'late',
  over: 'late',
}

export const DeadlineStatus = ({ deadline: { state }, locale }: Props) => (
  <Status state={looks[state]} label={texts[locale.lang].states[state]} locale={locale} />
)

/** How much time there is; red in words and sign when the text is late, not only when the day has passed. */
export const TimeLeft = ({ deadline: { state, dueOn, settledAt }, locale }: Props) => {
  if (settledAt) return <Rand main={day(locale, settledAt)} />
  if (state !== 'tight') return <Remaining until={dueOn} locale={locale} />
  const left = daysUntil(locale, dueOn)
  return left === 0 ? (
    <Remaining until={dueOn} locale={locale} />
  ) : (
    <Rand main={dayCount(locale, left)} bottom={weekday(locale, dueOn)} late />
  )
}

const daysForText = 10

/** What has to happen next with its text. */
function advice({ state, stage, dueOn, kind }: ShownDeadline, locale: Locale): string | null {
  const t = texts[locale.lang]
  if (state === 'over') return t.over
  if (state === 'tight') return stage ? t.tight : t.tightWithout
  if (state !== 'open') return null
  const by = new Date(Date.parse(dueOn) - daysForText * 86_400_000).toISOString().slice(0, 10)
  if (stage) return t.textBy({ day: day(locale, by) })
  return kind === 'consultation' ? `${t.noText} ${t.textBy({ day: day(locale, by) })}` : null
}

/** The text by its name for those who may read it; for all others only how far it is. */
export const PaperOf = ({ deadline: { paper, stage }, locale }: Props) => (
  <>
    {stage && <Status state={stage} locale={locale} />}{' '}
    {paper ? (
      <a href={paths.document(paper.group, paper)}>„{paper.title}“</a>
    ) : (
      <span>{texts[locale.lang].closedText}</span>
    )}
  </>
)

/** A day from outside: how long there is, who sees to it, which text, and what is missing. */
export const DeadlineRow = ({ deadline, href, locale }: Props & { href?: string }) => {
  const t = texts[locale.lang]
  const said = advice(deadline, locale)
  return (
    <Row
      rand={<TimeLeft deadline={deadline} locale={locale} />}
      title={deadline.title}
      href={href}
      meta={
        <>
          <DeadlineStatus deadline={deadline} locale={locale} /> {t.kinds[deadline.kind]} · {deadline.group.name}
        </>
      }
    >
      {deadline.stage && !deadline.settledAt && (
        <p class="meta">
          <PaperOf deadline={deadline} locale={locale} />
        </p>
      )}
      {deadline.outcome && <p>{deadline.outcome}</p>}
      {said && <p>{said}</p>}
    </Row>
  )
}
