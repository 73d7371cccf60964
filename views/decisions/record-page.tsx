import type { Origin } from '#src/decisions/origin.ts'
import type { SnapshotNote } from '#src/decisions/papers.ts'
import type { RecordAbilities } from '#src/decisions/policy.ts'
import type { RecordEntry } from '#src/decisions/records/reporting.ts'
import type { Named } from '#src/decisions/rounds/entries.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { dayTime, fullDay } from '../kit/dates.ts'
import { Dialog } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Actions, Block, Column, Head } from '../kit/structure.tsx'
import { AnswerTo } from './answer-to.tsx'
import { WordingSheet } from './paper.tsx'
import { texts } from './record-texts.ts'
import { recordState } from './state.ts'
import { texts as words } from './texts.ts'
import { anyOf } from './words.ts'

type Props = {
  group: Group
  me: string
  entry: RecordEntry
  snapshot: SnapshotNote | null
  seconds: Named[]
  /** What it is the answer to, if anybody has asked. */
  origin: Origin | null
  may: RecordAbilities
  locale: Locale
}

/** A report from a meeting, until a second person confirms it. */
export const RecordPage = (props: Props) => {
  const { group, entry, snapshot, locale } = props
  const { record } = entry
  const state = recordState(entry)
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.proposals(group)}>{words[locale.lang].deciding}</a>
    </>
  )
  return (
    <>
      <Head over={over} title={record.title} narrow />
      <Live id={`record-${record.id}`} on="records" href={paths.record(group, record)}>
        <Column>
          <p class="meta">
            <Status state={state} locale={locale} /> <StateMeaning state={state} locale={locale} />
          </p>
          <WordingSheet
            label={texts[locale.lang].decided[record.outcome]}
            wording={record.wording}
            snapshot={snapshot}
            href={textHref(props)}
            locale={locale}
          />
          <About {...props} />
          <Acts {...props} />
        </Column>
      </Live>
    </>
  )
}

/** What came from another group is read where the report is. */
const textHref = ({ group, snapshot, entry: { record } }: Props) =>
  snapshot?.groupId === group.id
    ? paths.snapshot(group, { id: snapshot.documentId }, snapshot.number, snapshot.suffix)
    : paths.recordText(group, record)

const About = ({ entry: { record, reporter }, origin, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Facts
      facts={[
        origin && { term: words[locale.lang].answerTo, words: <AnswerTo origin={origin} /> },
        { term: t.when, words: fullDay(locale, record.decidedOn) },
        { term: t.where, words: record.place },
        { term: t.how, words: record.manner },
        { term: t.reported, words: t.reportedBy({ name: reporter, when: dayTime(locale, record.createdAt) }) },
      ]}
    />
  )
}

const Acts = (props: Props) => {
  const { entry, may, locale } = props
  const t = texts[locale.lang]
  if (entry.record.discardedAt) return <Notice first={t.discarded}>{t.discardedText}</Notice>
  if (entry.cited) {
    return (
      <p>
        {t.became} <ShelfMark number={entry.cited} href={paths.decision(entry.cited)} />.
      </p>
    )
  }
  return (
    <>
      {may.confirm ? <Confirm {...props} /> : <WhoConfirms {...props} />}
      {may.discard && <Discard {...props} />}
    </>
  )
}

const Confirm = ({ group, entry: { record, reporter }, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="confirming" title={t.confirmTitle} quiet>
      <ActionForm action={paths.recordDecision(group, record)} id="confirm" locale={locale}>
        <p>{t.confirmText({ name: reporter })}</p>
        <Button busy={t.confirming}>{t.confirm[record.outcome]}</Button>
      </ActionForm>
    </Block>
  )
}

const WhoConfirms = ({ seconds, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Blocked why={t.secondNeeded}>
      {seconds.length > 0 ? t.canBe({ names: anyOf(locale, seconds) }) : t.anybodyElse}
    </Blocked>
  )
}

const Discard = ({ group, entry: { record }, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Dialog id="discard" label={t.discard} rank="quiet" title={t.discardTitle}>
      <p>{t.discardText}</p>
      <ActionForm action={paths.recordDiscard(group, record)} id="discard-form" locale={locale}>
        <Actions>
          <Button busy={t.discarding}>{t.discard}</Button>
          <Button rank="quiet" cancels>
            {t.keep}
          </Button>
        </Actions>
      </ActionForm>
    </Dialog>
  )
}
