import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { Group } from '#src/groups/schema.ts'
import type { Deciding, RunningRound } from '#src/overview/group-space.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { matterState, recordState, roundState } from '../decisions/state.ts'
import { texts as words } from '../decisions/texts.ts'
import { LinkButton } from '../kit/button.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Remaining, Since } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { Tally } from '../kit/tally.tsx'
import { texts } from './group-texts.ts'

type In = { group: Pick<Group, 'slug'>; locale: Locale }

/** Method, whether enough have answered, open objections; never how somebody has answered. */
function known({ round, isQuorate, awaitsMe }: RunningRound, objections: number, locale: Locale): string {
  const t = texts[locale.lang]
  return [
    words[locale.lang].methods[round.method],
    isQuorate !== null && (isQuorate ? t.quorate : t.notQuorate),
    objections > 0 && t.objections({ count: objections }),
    awaitsMe && t.answerMissing,
  ]
    .filter(Boolean)
    .join(' · ')
}

const Running = ({ entry, objections, group, locale }: In & { entry: RunningRound; objections: number }) => {
  const t = texts[locale.lang]
  const { round, closesAt, answered, entitled, awaitsMe, isOver } = entry
  const href = paths.round(group, round)
  const closed = <Since from={closesAt} label={t.closed} locale={locale} />
  return (
    <Row
      rand={isOver ? closed : <Remaining until={closesAt} locale={locale} />}
      title={round.title}
      href={href}
      go={
        awaitsMe && (
          <LinkButton href={href} rank="second">
            {t.answer}
          </LinkButton>
        )
      }
    >
      <Tally filled={answered} of={entitled} words={t.answered({ answered, entitled })} />
      <p class="meta">{known(entry, objections, locale)}</p>
    </Row>
  )
}

const Counted = ({ entry, group, locale }: In & { entry: RoundEntry }) => {
  const t = texts[locale.lang]
  return (
    <Row
      rand={<Since from={entry.count?.createdAt ?? entry.closesAt} label={t.waits} locale={locale} />}
      title={entry.round.title}
      href={paths.round(group, entry.round)}
      meta={
        <>
          <Status state={roundState(entry)} locale={locale} /> {t.confirmMissing}
        </>
      }
    />
  )
}

const Reported = ({ entry, group, locale }: In & { entry: Deciding['unconfirmed']['records'][number] }) => {
  const t = texts[locale.lang]
  return (
    <Row
      rand={<Since from={entry.record.createdAt} label={t.waits} locale={locale} />}
      title={entry.record.title}
      href={paths.record(group, entry.record)}
      meta={
        <>
          <Status state={recordState(entry)} locale={locale} /> {t.reportedBy({ name: entry.reporter })}
        </>
      }
    />
  )
}

const Proposed = ({ matter, group, locale }: In & { matter: Deciding['proposals'][number] }) => {
  const t = texts[locale.lang]
  return (
    <Row
      rand={<Since from={matter.proposal.createdAt} label={t.begun} locale={locale} />}
      title={matter.proposal.title}
      href={paths.proposal(group, matter.proposal)}
      meta={
        <>
          <Status state={matterState(matter)} locale={locale} /> {t.proposedBy({ name: matter.author })}
        </>
      }
    />
  )
}

type Props = {
  deciding: Deciding
  /** How many are open, by proposal. */
  objections?: ReadonlyMap<string, number>
  group: Group
  title?: string
  nothing?: string
  locale: Locale
}

const none: ReadonlyMap<string, number> = new Map()

/** Rounds, results and reports that wait for a second person, and proposals that no round is running about. */
export const DecidingBlock = ({ deciding, objections = none, group, title, nothing, locale }: Props) => {
  const t = texts[locale.lang]
  const { rounds, unconfirmed, proposals } = deciding
  const place = { group, locale }
  const count = rounds.length + unconfirmed.rounds.length + unconfirmed.records.length + proposals.length
  return (
    <Block id="deciding" title={title ?? t.deciding}>
      {count === 0 ? (
        <DoneLine>{nothing ?? t.nothingToDecide}</DoneLine>
      ) : (
        <Rows>
          {rounds.map((entry) => (
            <Running entry={entry} objections={objections.get(entry.round.proposalId) ?? 0} {...place} />
          ))}
          {unconfirmed.rounds.map((entry) => (
            <Counted entry={entry} {...place} />
          ))}
          {unconfirmed.records.map((entry) => (
            <Reported entry={entry} {...place} />
          ))}
          {proposals.map((matter) => (
            <Proposed matter={matter} {...place} />
          ))}
        </Rows>
      )}
    </Block>
  )
}
