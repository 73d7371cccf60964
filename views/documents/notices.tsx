import type { DocumentWay } from '#src/documents/way.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ago, day } from '../kit/dates.ts'
import { until } from '../kit/deadline.ts'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { texts } from './texts.ts'

type Props = {
  group: Group
  document: { id: string }
  way: DocumentWay
  /** Paragraphs that are not as in the last version; null when there is none. */
  changed: number | null
  locale: Locale
}

/** What one has to know while writing: why it came back, and that what is being decided stays as it is. */
export const WritingNotices = (props: Omit<Props, 'changed'>) => (
  <>
    <ReturnedNotice {...props} />
    <ChangedNotice {...props} />
    <RoundNotices {...props} />
  </>
)

/** What one has to know before reading: what was returned and why, what is being decided, what is in force. */
export const WayNotices = (props: Props) => (
  <>
    <ReturnedNotice {...props} />
    <RoundNotices {...props} />
    <CircleNotice {...props} />
    <ChangedNotice {...props} />
    <DecidedNotice {...props} />
    <InheritedNotice {...props} />
  </>
)

const InheritedNotice = ({ way: { inherited }, locale }: Pick<Props, 'way' | 'locale'>) => {
  const t = texts[locale.lang]
  if (!inherited) return null
  return (
    <Notice icon="merge" first={t.inherited({ group: inherited.group })}>
      {t.inheritedMore({ when: day(locale, inherited.on) })} <a href={inherited.href}>{t.toInherited}</a>
    </Notice>
  )
}

const ReturnedNotice = ({ way: { returned, draft }, locale }: Pick<Props, 'way' | 'locale'>) => {
  const t = texts[locale.lang]
  if (!returned) return null
  const more = [
    returned.wishedBy && t.returnedUntil({ when: day(locale, returned.wishedBy) }),
    returned.contact && t.returnedContact({ name: returned.contact }),
  ].filter(Boolean)
  return (
    <section class="notice care" id="returned" aria-label={t.returnedFirst}>
      <Icon name="undo-2" />
      <div class="words">
        <p>
          <b>{returned.by ? t.returnedFirstBy({ name: returned.by }) : t.returnedFirst}</b> {more.join(' ')}
        </p>
        {returned.statement && <p>{returned.statement}</p>}
        <ol>
          {returned.reasons.map(({ words, reply, passage }) => (
            <li>
              {words}
              {reply && (
                <span class="reply">
                  {t.repliedSo} {reply} {passage && `(${passage})`}
                </span>
              )}
            </li>
          ))}
        </ol>
        <p>
          {returned.toReplies && (
            <>
              <a href={returned.toReplies}>{t.toReplies}</a>
              {' · '}
            </>
          )}
          <a href={returned.href}>{t.toReturned({ label: returned.label })}</a>
          {draft && (
            <>
              {' · '}
              <a href={draft.href}>{t.toDraft}</a>
            </>
          )}
        </p>
      </div>
    </section>
  )
}

const RoundNotices = ({ way, locale }: Pick<Props, 'way' | 'locale'>) => {
  const t = texts[locale.lang]
  return (
    <>
      {way.openRounds.map((round) => (
        <Notice icon="scale" first={t.deciding({ number: round.snapshotNumber })}>
          {t.decidingThen} <a href={round.href}>{t.toRound({ title: round.title })}</a>, {until(locale, round.closesAt)}
        </Notice>
      ))}
    </>
  )
}

const CircleNotice = ({ way: { referral }, locale }: Props) => {
  const t = texts[locale.lang]
  if (!referral) return null
  const at = referral.to ? t.atGroup : t.atCircle
  return (
    <Notice icon="send" first={at({ label: referral.label, number: referral.snapshotNumber, to: referral.to ?? '' })}>
      {t.atCircleSince({ when: ago(locale, referral.since) })} <a href={referral.href}>{t.toReferral}</a>
    </Notice>
  )
}

const ChangedNotice = ({ way: { changed, draft }, locale }: Pick<Props, 'way' | 'locale'>) => {
  const t = texts[locale.lang]
  if (!changed) return null
  return (
    <Notice icon="check-check" first={changed.by ? t.changedBy({ name: changed.by }) : t.changedByCircle}>
      <a class="number" href={changed.decision}>
        {changed.citation}
      </a>
      {' · '}
      <a href={changed.href}>{t.seeChanges}</a>
      {draft && (
        <>
          {' · '}
          <a href={draft.href}>{t.toDraft}</a>
        </>
      )}
    </Notice>
  )
}

const DecidedNotice = ({ group, document, way: { decision }, changed, locale }: Props) => {
  const t = texts[locale.lang]
  if (!decision) return null
  const { citation, href, snapshotNumber: number, decidedOn } = decision
  return (
    <Notice icon="check" first={t.decided({ number, when: day(locale, decidedOn) })}>
      {changed ? t.decidedMoved({ count: changed }) : t.decidedSame}{' '}
      <a class="number" href={href}>
        {citation}
      </a>
      {' · '}
      <a href={paths.snapshot(group, document, number)}>{t.readDecided({ number })}</a>
    </Notice>
  )
}
