import type { SentMail } from '#src/ports.ts'
import type { Locale } from '#src/web/locale.ts'
import { calendarDay, shortDay, time } from '../kit/dates.ts'
import { Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Head } from '../kit/structure.tsx'
import { texts } from './texts.ts'

type Props = { locale: Locale; mails: readonly SentMail[]; publicUrl: string }

/** An address of ours on a line of its own becomes a link; everything else stays text. */
const linked = (line: string, publicUrl: string) =>
  line.startsWith(`${publicUrl}/`) ? <a href={line}>{line}</a> : line

/** The mark before a signature is for mail programs. */
const linesOf = (paragraph: string) => paragraph.split('\n').filter((line) => line !== '-- ')

const Words = ({ text, publicUrl }: { text: string; publicUrl: string }) => (
  <>
    {text.split('\n\n').map((paragraph) => (
      <p>
        {linesOf(paragraph).map((line, place) => (
          <>
            {place > 0 && <br />}
            {linked(line, publicUrl)}
          </>
        ))}
      </p>
    ))}
  </>
)

const sentOn = (locale: Locale, at: Date) =>
  calendarDay(at) === calendarDay(locale.now) ? undefined : shortDay(locale, at)

/** What would have been sent: newest first. */
export const MailboxPage = ({ locale, mails, publicUrl }: Props) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head title={t.mailbox} lead={t.mailboxLead} />
      {mails.length === 0 && <Empty first={t.noMails}>{t.noMailsMore}</Empty>}
      <Rows first>
        {mails.map((mail) => (
          <Row
            rand={<Rand main={time(locale, mail.sentAt)} bottom={sentOn(locale, mail.sentAt)} />}
            title={mail.subject}
            meta={t.to({ address: mail.to })}
          >
            <Words text={mail.text} publicUrl={publicUrl} />
          </Row>
        ))}
      </Rows>
    </>
  )
}
