import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Content } from '#src/documents/markup.ts'
import type { Snapshot } from '#src/documents/schema.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { AnsweredReason } from '#src/referrals/sending/side.ts'
import type { Locale } from '#src/web/locale.ts'
import { DocumentBody } from '../documents/body.tsx'
import { CommentsBlock, commentSignals } from '../documents/comments-block.tsx'
import { commented } from '../documents/comments-marks.tsx'
import { Icon } from '../kit/icon.tsx'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { addressee } from './addressee.ts'
import { texts as ending } from './ending-texts.ts'
import { ReasonList } from './reason-list.tsx'
import { texts } from './texts.ts'

type Props = {
  group: Group
  entry: ReferralEntry
  snapshot: Snapshot
  /** Its words, with the passages marked that the group and the circle talk about. */
  content: Content
  threads: ShownThread[]
  me: { id: string }
  locale: Locale
}

/** The sent text as it was frozen: the same for the group and for the circle. */
export const SentTextPage = ({ group, entry, snapshot, content, threads, me, locale }: Props) => {
  const t = texts[locale.lang]
  const at = { id: entry.id, title: entry.title, through: 'referrals' as const }
  const here = paths.referralText(group, entry)
  return (
    <article class="stack wide">
      <Head
        over={
          <a href={paths.referral(group, entry)}>
            {t.sentTextOver({ number: entry.cited, group: entry.from.name })}, {t.version(snapshot)}
          </a>
        }
        title={snapshot.title}
        narrow
      >
        <Notice icon="snowflake" first={t.frozenText(addressee(locale, entry.to))} />
      </Head>
      <Live id="paper-body" on={commentSignals(at)} href={here}>
        <DocumentBody
          content={content}
          pictures={(id) => paths.attachment(group, { id })}
          laid={commented(threads, locale)}
          locale={locale}
        />
      </Live>
      <CommentsBlock
        {...{ group, threads, me, locale }}
        document={at}
        back={here}
        mayComment={group.state !== 'dissolved'}
        isClosed={group.state === 'dissolved'}
      />
    </article>
  )
}

type DifferenceProps = {
  group: Group
  entry: ReferralEntry
  before: ReferralEntry
  /** What the group says to the reasons for which the earlier one came back. */
  reasons: AnsweredReason[]
  content: Record<string, unknown>
  changed: number
  locale: Locale
}

/** What is different from what was sent before, below the reasons that asked for it. */
export const SentDifferencePage = ({ group, entry, before, reasons, content, changed, locale }: DifferenceProps) => {
  const t = texts[locale.lang]
  return (
    <article class="stack wide">
      <Head
        over={<a href={paths.referral(group, entry)}>{`${entry.cited}: ${entry.title}`}</a>}
        title={t.differenceTo({ number: before.cited })}
        lead={t.differenceText({ count: changed })}
        narrow
      >
        {reasons.length > 0 && (
          <section class="notice care" aria-label={ending[locale.lang].whatBecame}>
            <Icon name="undo-2" />
            <div class="words">
              <p>
                <b>{t.reasonsThen({ who: addressee(locale, before.to).subject })}:</b>
              </p>
              <ReasonList
                reasons={reasons}
                textHref={paths.referralText(group, entry)}
                isOpen={false}
                locale={locale}
              />
            </div>
          </section>
        )}
      </Head>
      <DocumentBody content={content} pictures={(id) => paths.attachment(group, { id })} locale={locale} compared />
    </article>
  )
}
