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
import { Dialog } from '../kit/dialog.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Actions, Block, Column, Head } from '../kit/structure.tsx'
import { WordingSheet } from './paper.tsx'
import { RecordFacts } from './record-facts.tsx'
import { texts } from './record-texts.ts'
import { recordState } from './state.ts'
import { texts as words } from './texts.ts'
import { anyOf } from './words.ts'

export type RecordPageProps = {
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
export const RecordPage = (props: RecordPageProps) => {
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
          <RecordFacts {...props} />
          <Acts {...props} />
        </Column>
      </Live>
    </>
  )
}

/** What came from another group is read where the report is. */
const textHref = ({ group, snapshot, entry: { record } }: RecordPageProps) =>
  snapshot?.groupId === group.id
    ? paths.snapshot(group, { id: snapshot.documentId }, snapshot.number, snapshot.suffix)
    : paths.recordText(group, record)

const Acts = (props: RecordPageProps) => {
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

const Confirm = ({ group, entry: { record, reporter }, locale }: RecordPageProps) => {
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

const WhoConfirms = ({ seconds, locale }: RecordPageProps) => {
  const t = texts[locale.lang]
  return (
    <Blocked why={t.secondNeeded}>
      {seconds.length > 0 ? t.canBe({ names: anyOf(locale, seconds) }) : t.anybodyElse}
    </Blocked>
  )
}

const Discard = ({ group, entry: { record }, locale }: RecordPageProps) => {
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
