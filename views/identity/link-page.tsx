import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { Head } from '../kit/structure.tsx'
import { PlainForm } from './plain-form.tsx'
import { texts } from './texts.ts'

/** A button and no more: machines that open every link in a mail use nothing up. */
export const LinkPage = ({ locale, name, action }: { locale: Locale; name: string; action: string }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head narrow title={t.welcome} lead={t.welcomeLead({ name })} />
      <PlainForm action={action}>
        <div>
          <Button>{t.signInAs({ name })}</Button>
        </div>
      </PlainForm>
      <p class="soft">{t.notYou({ name })}</p>
    </>
  )
}
