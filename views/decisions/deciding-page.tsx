import type { Matter } from '#src/decisions/proposals/matters.ts'
import type { RecordEntry } from '#src/decisions/records/reporting.ts'
import type { Fate } from '#src/decisions/register/fate.ts'
import type { DecisionEntry } from '#src/decisions/register/log.ts'
import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { DoneLine, Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Status } from '../kit/status.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { DecisionRows } from './decision-rows.tsx'
import { texts } from './proposal-texts.ts'
import { RoundRows } from './round-rows.tsx'
import { matterState, recordState } from './state.ts'
import { texts as words } from './texts.ts'

type Props = {
  group: Group
  /** Not counted yet. */
  open: RoundEntry[]
  /** Counted, waiting for the second person. */
  unestablished: RoundEntry[]
  /** Neither being decided nor decided. */
  proposals: Matter[]
  records: RecordEntry[]
  latest: DecisionEntry[]
  fates: Map<string, Fate>
  mayPropose: boolean
  locale: Locale
}

/** Everything about deciding in one group: what runs, what waits, what is proposed, what was decided. */
export const DecidingPage = (props: Props) => {
  const { group, locale } = props
  const w = words[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={group} tab="decisions" title={w.deciding} lead={texts[locale.lang].lead} />
      <Live id="deciding" on="proposals rounds records decisions" href={paths.proposals(group)}>
        <div class="stack wide">
          <Beginnings {...props} />
          <Running {...props} />
          <Waiting {...props} />
          <Proposals {...props} />
          <Latest {...props} />
        </div>
      </Live>
    </>
  )
}

const isEmpty = ({ open, unestablished, proposals, records, latest }: Props) =>
  [open, unestablished, proposals, records, latest].every((list) => list.length === 0)

const Beginnings = (props: Props) => {
  const { group, mayPropose, locale } = props
  const t = texts[locale.lang]
  if (!mayPropose) return null
  const actions = (
    <>
      <LinkButton href={paths.newProposal(group)}>{t.make}</LinkButton>
      <LinkButton rank="second" href={paths.newRecord(group)}>
        {t.report}
      </LinkButton>
    </>
  )
  return isEmpty(props) ? (
    <Empty first={t.emptyFirst} actions={actions}>
      {t.emptyThen}
    </Empty>
  ) : (
    <Actions>{actions}</Actions>
  )
}

const Running = ({ group, open, locale }: Props) =>
  open.length > 0 ? (
    <Block id="open-rounds" title={texts[locale.lang].openRounds}>
      <RoundRows group={group} rounds={open} locale={locale} titled />
    </Block>
  ) : null

const Waiting = ({ group, unestablished, records, locale }: Props) => {
  const t = texts[locale.lang]
  if (unestablished.length + records.length === 0) return null
  return (
    <Block id="waiting" title={t.waiting}>
      {unestablished.length > 0 && <RoundRows group={group} rounds={unestablished} locale={locale} titled />}
      {records.length > 0 && (
        <Rows>
          {records.map((entry) => (
            <RecordRow group={group} entry={entry} locale={locale} />
          ))}
        </Rows>
      )}
    </Block>
  )
}

const RecordRow = ({ group, entry, locale }: Pick<Props, 'group' | 'locale'> & { entry: RecordEntry }) => (
  <Row
    rand={<Rand main={day(locale, entry.record.decidedOn)} />}
    title={entry.record.title}
    href={paths.record(group, entry.record)}
    meta={
      <>
        <Status state={recordState(entry)} locale={locale} /> {words[locale.lang].methods.recorded} ·{' '}
        {texts[locale.lang].reportedBy({ name: entry.reporter })}
      </>
    }
  />
)

const Proposals = ({ group, proposals, locale }: Props) => {
  const t = texts[locale.lang]
  if (proposals.length === 0) return null
  return (
    <Block id="proposals" title={t.proposals}>
      <Rows>
        {proposals.map((matter) => (
          <Row
            rand={<Rand main={day(locale, matter.proposal.createdAt)} />}
            title={matter.proposal.title}
            href={paths.proposal(group, matter.proposal)}
            meta={
              <>
                <Status state={matterState(matter)} locale={locale} /> {t.by({ name: matter.author })}{' '}
                <CheckMark thing="proposal" id={matter.proposal.id} locale={locale} />
              </>
            }
          />
        ))}
      </Rows>
    </Block>
  )
}

const Latest = (props: Props) => {
  const { group, latest, fates, locale } = props
  const t = texts[locale.lang]
  if (isEmpty(props)) return null
  const all = <a href={paths.decisionLog({ group: group.slug })}>{t.allDecisions}</a>
  return (
    <Block id="latest" title={t.latest} link={latest.length > 0 ? all : undefined}>
      {latest.length > 0 ? (
        <DecisionRows decisions={latest} fates={fates} locale={locale} />
      ) : (
        <DoneLine>{t.noDecisions}</DoneLine>
      )}
    </Block>
  )
}
