import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions, Head } from '../kit/structure.tsx'
import { texts } from './texts.ts'

export const SentPage = ({ locale, mailbox }: { locale: Locale; mailbox: boolean }) => {
  const t = texts[locale.lang]
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
