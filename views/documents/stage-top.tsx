import type { InForce, Neighbour, StageTop } from '#src/documents/stages/top.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { day, daysUntil } from '../kit/dates.ts'
import { Notice } from '../kit/notice.tsx'
import { ShelfMark, WithNumbers } from '../kit/sheet.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { texts } from './stage-texts.ts'

type Around = { group: Group; document: { id: string }; locale: Locale }
type Props = Around & { top: StageTop }

/** Where the draft has moved on: both texts, one tap from each other. */
export const TextTabs = ({
  group,
  document,
  top: { inForce },
  shows,
  locale,
}: Props & { shows: 'adopted' | 'draft' }) => {
  const t = texts[locale.lang]
  if (!inForce || inForce.changed === 0) return null
  const when = day(locale, inForce.decidedOn)
  const { citation, changed: count } = inForce
  return (
    <div class="text-tabs">
      <Tabs
        label={t.whichText}
        tabs={[
          {
            href: paths.document(group, document),
            label: <WithNumbers words={t.adopted({ when, citation })} />,
            current: shows === 'adopted',
          },
          { href: paths.documentDraft(group, document), label: t.draft({ count, when }), current: shows === 'draft' },
        ]}
      />
    </div>
  )
}

export const versionOf = ({ snapshot: { number, suffix } }: InForce) => `${number}${suffix}`

const DifferenceLink = ({ group, document, inForce, locale }: Around & { inForce: InForce }) => (
  <a href={paths.versionDifference(group, document, { older: `v${versionOf(inForce)}`, newer: 'now' })}>
    {texts[locale.lang].showDifference}
  </a>
)

/** Opens in its place, so that anybody can compare it with what they have on paper. */
export const Checksum = ({ inForce, locale }: { inForce: InForce; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <details class="soft">
      <summary>{t.checksum}</summary>
      <p>
        <code>{inForce.snapshot.checksum.match(/.{1,8}/g)?.join(' ')}</code>
        <br />
        {t.checksumMeans}
      </p>
    </details>
  )
}

/** Above the adopted text: by which decision it is in force, and that the draft goes on. */
export const InForceNotice = ({ group, document, inForce, locale }: Around & { inForce: InForce }) => {
  const t = texts[locale.lang]
  const { citation, href, decidedOn, holds, snapshot, changed } = inForce
  return (
    <Notice icon="check" first={t.holds[holds]({ when: day(locale, decidedOn) })}>
      <ShelfMark number={citation} href={href} /> ·{' '}
      <a href={paths.snapshot(group, document, snapshot.number, snapshot.suffix)}>
        {t.version({ number: versionOf(inForce) })}
      </a>
      . {snapshot.suffix !== '' && t.corrected}{' '}
      {changed === 0 ? (
        t.sameAsDraft
      ) : (
        <>
          {t.movedOn({ count: changed })} <DifferenceLink {...{ group, document, inForce, locale }} />
        </>
      )}
      <Checksum inForce={inForce} locale={locale} />
    </Notice>
  )
}

/** Above the draft, where something else is in force. */
export const DraftNotice = ({ group, document, inForce, locale }: Around & { inForce: InForce }) => {
  const t = texts[locale.lang]
  const when = day(locale, inForce.decidedOn)
  return (
    <Notice icon="pencil" first={t.notInForce}>
      <WithNumbers words={t.notInForceThen[inForce.holds]({ when, citation: inForce.citation })} />{' '}
      <DifferenceLink {...{ group, document, inForce, locale }} />
    </Notice>
  )
}

/** What is going on with the text as a whole: it is read through, laid aside, or replaced. */
export const StageNotices = ({ top, ...around }: Props & { me: { id: string } }) => (
  <>
    {top.archiving && <ArchivedNotice {...around} archiving={top.archiving} />}
    {top.replacedBy && <ReplacedNotice {...around} by={top.replacedBy} />}
    {top.replaces.length > 0 && <ReplacesNotice {...around} top={top} />}
    {top.review && <ReviewNotice {...around} review={top.review} />}
  </>
)

type ReviewProps = Around & { review: NonNullable<StageTop['review']>; me: { id: string } }

const ReviewNotice = ({ group, document, review, me, locale }: ReviewProps) => {
  const t = texts[locale.lang]
  const { id, number, until, startedBy, snapshotNumber, readers, note } = review
  const facts = { number, when: day(locale, until) }
  const awaitsMe = readers.some((reader) => reader.id === me.id && reader.readAt === null)
  const read = readers.filter(({ readAt }) => readAt !== null).length
  return (
    <Notice
      icon="eye"
      first={daysUntil(locale, until) < 0 ? t.reviewOver(facts) : t.review(facts)}
      actions={
        awaitsMe && (
          <ActionForm action={paths.reviewReading(group, document, { id })} id="have-read" inline locale={locale}>
            <Button rank="second" icon="check" busy={t.saving}>
              {t.haveRead}
            </Button>
          </ActionForm>
        )
      }
    >
      {t.reviewAsk({ name: startedBy })} {note} {t.reviewText}{' '}
      <a href={paths.snapshot(group, document, snapshotNumber)}>{t.version({ number: String(snapshotNumber) })}</a>.{' '}
      {readers.length > 0 && t.reviewRead({ read, asked: readers.length })}
    </Notice>
  )
}

const ArchivedNotice = ({ archiving, locale }: Around & { archiving: NonNullable<StageTop['archiving']> }) => {
  const t = texts[locale.lang]
  const facts = { when: day(locale, archiving.createdAt), name: archiving.archivedBy }
  return (
    <Notice icon="archive" first={t.archived(facts)}>
      {archiving.reason} {t.archivedThen}
    </Notice>
  )
}

const NeighbourLink = ({ group, neighbour, locale }: { group: Group; neighbour: Neighbour; locale: Locale }) => {
  const t = texts[locale.lang]
  const { title, documentId, decision } = neighbour
  if (decision) return <a href={paths.decision(decision)}>{t.decisionNumber({ number: decision })}</a>
  return documentId ? (
    <a href={paths.document(group, { id: documentId })}>{t.quoted({ title })}</a>
  ) : (
    <span>{t.newerText}</span>
  )
}

const ReplacedNotice = ({ group, by, locale }: Around & { by: Neighbour }) => {
  const t = texts[locale.lang]
  return (
    <Notice icon="history" first={t.replacedBy}>
      <NeighbourLink group={group} neighbour={by} locale={locale} />. {t.replacedThen}
    </Notice>
  )
}

const ReplacesNotice = ({ group, top: { replaces, inForce }, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Notice icon="history" first={inForce ? t.replaces : t.willReplace}>
      {replaces.map((neighbour, place) => (
        <>
          {place > 0 && ', '}
          <NeighbourLink group={group} neighbour={neighbour} locale={locale} />
        </>
      ))}
      . {inForce && t.replacedThen}
    </Notice>
  )
}
