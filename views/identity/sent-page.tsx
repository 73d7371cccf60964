import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions, Head } from '../kit/structure.tsx'
import { NoMail } from './no-mail.tsx'
import { texts } from './texts.ts'

type Props = {
  locale: Locale
  mailbox: boolean
  /** This server sends no mail. */
  noMail?: boolean
}

const WithoutMail = ({ locale }: { locale: Locale }) => (
  <>
    <Head narrow title={texts[locale.lang].sentNoMail} />
    <NoMail locale={locale} />
  </>
)

export const SentPage = ({ locale, mailbox, noMail }: Props) => {
  const t = texts[locale.lang]
  if (noMail) return <WithoutMail locale={locale} />
  return (
    <>
      <Head narrow title={t.sent} lead={t.sentLead} />
      <Notice first={t.nothingCame}>{t.nothingCameMore}</Notice>
      <Actions>
        {mailbox && (
          <LinkButton href={paths.mailbox()} icon="mail">
            {t.toMailbox}
          </LinkButton>
        )}
        <LinkButton href={paths.signIn()} rank="second">
          {t.newLink}
        </LinkButton>
      </Actions>
    </>
  )
}
