import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as deciding } from '../decisions/texts.ts'
import { LinkButton, type Rank } from '../kit/button.tsx'
import { Remaining, Since } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { AgreementDuty } from './agreement-duty.tsx'
import { Dotted } from './dotted.tsx'
import { MentionDuty } from './mention-duty.tsx'
import { MinutesDuty } from './minutes-duty.tsx'
import { MinutesReadingDuty } from './minutes-reading-duty.tsx'
import { PollDuty } from './poll-duty.tsx'
import { ReadingDuty } from './reading-duty.tsx'
import { TaskDuty } from './task-duty.tsx'
import { texts } from './texts.ts'

type Props<Kind extends Duty['kind']> = { duty: Extract<Duty, { kind: Kind }>; rank?: Rank; locale: Locale }

const Answer = ({ duty: { group, round }, rank, locale }: Props<'answer'>) => {
  const t = texts[locale.lang]
  const { round: asked, closesAt, answered, entitled } = round
  const href = paths.round(group, asked)
  const method = deciding[locale.lang].methods[asked.method]
  return (
    <Row
      rand={<Remaining until={closesAt} locale={locale} />}
      title={asked.title}
      href={href}
      meta={
        <>
          <CheckMark thing="proposal" id={asked.proposalId} locale={locale} />{' '}
          <Dotted items={[method, group.name, t.answered({ answered, entitled })]} />
        </>
      }
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
      rand={round.isOver ? <Since from={round.closesAt} label={t.closed} locale={locale} /> : undefined}
      title={round.round.title}
      href={href}
      meta={<Dotted items={[group.name, t.countWhy]} />}
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
      meta={<Dotted items={[group.name, t.establishWhy]} />}
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
      meta={<Dotted items={[group.name, t.confirmWhy({ name: record.reporter })]} />}
      go={
        <LinkButton href={href} rank={rank}>
          {t.confirm}
        </LinkButton>
      }
    />
  )
}

const Sign = ({ duty: { group, unsigned }, rank, locale }: Props<'sign'>) => {
  const t = texts[locale.lang]
  const href = paths.decision(unsigned.cited)
  return (
    <Row
      rand={<Since from={unsigned.note.createdAt} locale={locale} />}
      title={unsigned.title}
      href={href}
      meta={
        <Dotted items={[<ShelfMark number={unsigned.cited} />, group.name, t.signWhy({ name: unsigned.proposer })]} />
      }
      go={
        <LinkButton href={href} rank={rank}>
          {t.sign}
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
          <Dotted items={[group.name, t.reworkWhy({ count: referral.answer?.reasons.length ?? 0 })]} />
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
      meta={<Dotted items={[<ShelfMark number={referral.cited} />, referral.from.name, request]} />}
      go={
        <LinkButton href={href} rank={rank}>
          {t.reply}
        </LinkButton>
      }
    />
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
    case 'sign':
      return <Sign duty={duty} rank={rank} locale={locale} />
    case 'rework':
      return <Rework duty={duty} rank={rank} locale={locale} />
    case 'reply':
      return <Reply duty={duty} rank={rank} locale={locale} />
    case 'agree':
      return <AgreementDuty duty={duty} rank={rank} locale={locale} />
    case 'hear':
      return <MentionDuty duty={duty} rank={rank} locale={locale} />
    case 'read':
      return <ReadingDuty duty={duty} rank={rank} locale={locale} />
    case 'settle':
      return <MinutesDuty duty={duty} rank={rank} locale={locale} />
    case 'minutes':
      return <MinutesReadingDuty duty={duty} rank={rank} locale={locale} />
    case 'tick':
      return <PollDuty duty={duty} rank={rank} locale={locale} />
    case 'do':
      return <TaskDuty duty={duty} locale={locale} />
  }
}
