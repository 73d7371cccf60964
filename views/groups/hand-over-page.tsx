import type { Invitation } from '#src/groups/invitations.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions, Head } from '../kit/structure.tsx'
import { texts } from './hand-over-texts.ts'

type Props = {
  locale: Locale
  group: string
  email: Invitation['email']
  /** Whole, with its secret part: nobody can read it again later. */
  link: string
  back: string
}

/** On a server that sends no mail: the link, once, for whoever has invited. */
export const HandOverPage = ({ locale, group, email, link, back }: Props) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head narrow over={group} title={t.title} lead={t.lead({ email })} />
      <p>
        <code>{link}</code>
      </p>
      <Notice first={t.once}>{t.onceMore}</Notice>
      <Actions>
        <LinkButton href={back} rank="second">
          {t.back}
        </LinkButton>
      </Actions>
    </>
  )
}
