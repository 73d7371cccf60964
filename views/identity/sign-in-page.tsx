import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { NoMail } from './no-mail.tsx'
import { PlainForm } from './plain-form.tsx'
import { texts } from './texts.ts'

type Props = {
  locale: Locale
  /** An own path to come back to. */
  wanted: string
  refused?: Refused | null
  tooOften?: boolean
  /** This server sends no mail. */
  noMail?: boolean
}

const AskForLink = ({ locale, wanted, refused, noMail }: Props) => {
  if (noMail) return <NoMail locale={locale} />
  const t = texts[locale.lang]
  const form: FormState = { id: 'sign-in', locale, refused, problems: t.problems }
  return (
    <PlainForm action={paths.signIn()} form={form}>
      <TextField form={form} name="email" label={t.address} type="email" autocomplete="email" />
      <input type="hidden" name="wanted" value={wanted} />
      <div>
        <Button icon="mail" busy={t.sending}>
          {t.sendLink}
        </Button>
      </div>
    </PlainForm>
  )
}

/** One field. What is answered does not depend on whether the address is known. */
export const SignInPage = (props: Props) => {
  const t = texts[props.locale.lang]
  return (
    <>
      <Head narrow title={t.signIn} lead={props.noMail ? t.signInNoMail : t.signInLead} />
      {props.tooOften && (
        <Notice tone="late" first={t.tooOften}>
          {t.tooOftenMore}
        </Notice>
      )}
      <AskForLink {...props} />
    </>
  )
}

/** For a link that is used up, too old, or not the newest. */
export const DeadLinkPage = (props: Props) => {
  const t = texts[props.locale.lang]
  return (
    <>
      <Head narrow title={t.dead} lead={props.noMail ? t.deadNoMail : t.deadLead} />
      <AskForLink {...props} />
    </>
  )
}
