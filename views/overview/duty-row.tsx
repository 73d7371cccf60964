import type { Child } from 'hono/jsx'
import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as deciding } from '../decisions/texts.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton, type Rank } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Rand, Remaining, Since } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Back } from '../tasks/back.tsx'
import { CompletionForm } from '../tasks/completion-form.tsx'
import { originHref } from '../tasks/task-meta.tsx'
import { texts } from './texts.ts'

type Props<Kind extends Duty['kind']> = { duty: Extract<Duty, { kind: Kind }>; rank?: Rank; locale: Locale }

const Meta = ({ items }: { items: Child[] }) => (
  <>
    {items.filter(Boolean).map((item, place) => (
      <>
        {place > 0 && ' · '}
        {item}
      </>
    ))}
  </>
)

const Answer = ({ duty: { group, round }, rank, locale }: Props<'answer'>) => {
  const t = texts[locale.lang]
  const { round: asked, answered, entitled } = round
  const href = paths.round(group, asked)
  const method = deciding[locale.lang].methods[asked.method]
  return (
    <Row
      rand={<Remaining until={asked.closesAt} locale={locale} />}
      title={asked.title}
      href={href}
      meta={<Meta items={[method, group.name, t.answered({ answered, entitled })]} />}
      go={
        <LinkButton href={href} rank={rank}>
          {t.answer}
        </LinkButton>
      }
    />
  )
}

const Count = ({ duty: { group, round }, rank, locale }: Props<'count'>) => {
  const t = texts[locale.lang]
  const href = paths.round(group, round.round)
  return (
    <Row
      rand={round.isOver ? <Since from={round.round.closesAt} label={t.closed} locale={locale} /> : undefined}
      title={round.round.title}
      href={href}
      meta={<Meta items={[group.name, t.countWhy]} />}
      go={
        <LinkButton href={href} rank={rank} icon="scale">
          {t.count}
        </LinkButton>
      }
    />
  )
}

const Establish = ({ duty: { group, round, since }, rank, locale }: Props<'establish'>) => {
  const t = texts[locale.lang]
  const href = paths.round(group, round.round)
  return (
    <Row
      rand={<Since from={since} locale={locale} />}
      title={round.round.title}
      href={href}
      meta={<Meta items={[group.name, t.establishWhy]} />}
      go={
        <LinkButton href={href} rank={rank}>
          {t.establish}
        </LinkButton>
      }
    />
  )
}

const Confirm = ({ duty: { group, record }, rank, locale }: Props<'confirm'>) => {
  const t = texts[locale.lang]
  const href = paths.record(group, record.record)
  return (
    <Row
      rand={<Since from={record.record.createdAt} locale={locale} />}
      title={record.record.title}
      href={href}
      meta={<Meta items={[group.name, t.confirmWhy({ name: record.reporter })]} />}
      go={
        <LinkButton href={href} rank={rank}>
          {t.confirm}
        </LinkButton>
      }
    />
  )
}

const Rework = ({ duty: { group, referral, since }, rank, locale }: Props<'rework'>) => {
  const t = texts[locale.lang]
  const href = paths.referral(group, referral)
  const wishedBy = referral.answer?.wishedBy
  return (
    <Row
      rand={wishedBy ? <Remaining until={wishedBy} locale={locale} /> : <Since from={since} locale={locale} />}
      title={referral.title}
      href={href}
      meta={
        <>
          <Status state="returned" locale={locale} />{' '}
          <Meta items={[group.name, t.reworkWhy({ count: referral.answer?.reasons.length ?? 0 })]} />
        </>
      }
      go={
        <LinkButton href={href} rank={rank}>
          {t.rework}
        </LinkButton>
      }
    />
  )
}

const Reply = ({ duty: { group, referral }, rank, locale }: Props<'reply'>) => {
  const t = texts[locale.lang]
  const href = paths.referral(group, referral)
  const request = t.request({ request: t.requests[referral.request] })
  return (
    <Row
      rand={<Since from={referral.createdAt} locale={locale} />}
      title={referral.title}
      href={href}
      meta={<Meta items={[<ShelfMark number={referral.cited} />, referral.from.name, request]} />}
      go={
        <LinkButton href={href} rank={rank}>
          {t.reply}
        </LinkButton>
      }
    />
  )
}

/** A task that others wait for asks for a line of result first. */
const TickOff = ({ duty: { group, task }, locale }: Props<'do'>) => {
  const t = texts[locale.lang]
  if (task.origin !== 'free') {
    return (
      <Fold id={`tick-${task.id}`} label={t.tickOff} icon="check">
        <CompletionForm task={task} group={group} back={paths.start()} locale={locale} />
      </Fold>
    )
  }
  return (
    <ActionForm action={paths.taskCompletion(group, task)} id={`tick-${task.id}`} locale={locale} inline>
      <Back to={paths.start()} />
      <Button rank="second" icon="check">
        {t.tickOff}
      </Button>
    </ActionForm>
  )
}

const Do = (props: Props<'do'>) => {
  const { duty, locale } = props
  const { group, task } = duty
  const t = texts[locale.lang]
  const origin = task.originLabel && (
    <>
      {task.origin === 'return' ? t.fromReturn : t.fromDecision}{' '}
      <ShelfMark number={task.originLabel} href={originHref(task, group)} />
    </>
  )
  return (
    <Row
      rand={task.dueOn ? <Remaining until={task.dueOn} locale={locale} /> : <Rand main={t.noDate} />}
      title={task.title}
      href={paths.task(group, task)}
      meta={<Meta items={[t.yourTask, group.name, origin]} />}
      go={task.origin === 'free' && <TickOff {...props} />}
    >
      {task.origin !== 'free' && <TickOff {...props} />}
    </Row>
  )
}

/** One thing to do, with the one step that does it. */
export const DutyRow = ({ duty, rank, locale }: { duty: Duty; rank?: Rank; locale: Locale }) => {
  switch (duty.kind) {
    case 'answer':
      return <Answer duty={duty} rank={rank} locale={locale} />
    case 'count':
      return <Count duty={duty} rank={rank} locale={locale} />
    case 'establish':
      return <Establish duty={duty} rank={rank} locale={locale} />
    case 'confirm':
      return <Confirm duty={duty} rank={rank} locale={locale} />
    case 'rework':
      return <Rework duty={duty} rank={rank} locale={locale} />
    case 'reply':
      return <Reply duty={duty} rank={rank} locale={locale} />
    case 'do':
      return <Do duty={duty} locale={locale} />
  }
}
