import type { GivenReason } from '#src/referrals/answers/given-reasons.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as changing } from './changing-texts.ts'
import { texts } from './ending-texts.ts'
import { texts as shared } from './texts.ts'

type Shown = GivenReason & { anchor?: string | null }

type Props = {
  reasons: Shown[]
  /** Where the text can be read in which the reasons were answered. */
  textHref?: string | null
  /** Whether the group may still say something. */
  isOpen: boolean
  locale: Locale
}

/** Every reason with what the group says to it, and where in the text. */
export const ReasonList = ({ reasons, textHref, isOpen, locale }: Props) => (
  <ol class="reasons" aria-label={shared[locale.lang].reasons}>
    {reasons.map((reason) => (
      <li>
        {reason.isQuestion && <b>{changing[locale.lang].question}</b>} {reason.words}
        <Reply reason={reason} textHref={textHref} isOpen={isOpen} locale={locale} />
      </li>
    ))}
  </ol>
)

const Reply = ({ reason: { reply, anchor }, textHref, isOpen, locale }: Omit<Props, 'reasons'> & { reason: Shown }) => {
  const t = texts[locale.lang]
  if (!reply) return <p class="reason-answer soft">{isOpen ? t.noReply : t.noReplySent}</p>
  return (
    <div class="reason-answer">
      <p>{reply.words}</p>
      <p class="meta">
        {reply.answeredBy}
        {reply.passage && (
          <>
            {'\u00A0· '}
            {t.inText} {textHref && anchor ? <a href={`${textHref}#${anchor}`}>{reply.passage}</a> : reply.passage}
          </>
        )}
      </p>
    </div>
  )
}
