import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Block } from '../kit/structure.tsx'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    title: 'Mails an dich',
    wanted: 'Wenn dich jemand in einem Kommentar anspricht, schreiben wir dir eine Mail.',
    unwanted:
      'Wenn dich jemand in einem Kommentar anspricht, steht es auf der Startseite. Eine Mail bekommst du nicht.',
    switchOff: 'Keine Mails zu Kommentaren',
    switchOn: 'Wieder Mails zu Kommentaren',
    always: 'Anmeldelinks und Einladungen kommen immer: Ohne sie kämst du nicht herein.',
  },
  en: {
    title: 'Mails to you',
    wanted: 'When somebody calls you in a comment, we write you a mail.',
    unwanted: 'When somebody calls you in a comment, the start page says so. You get no mail.',
    switchOff: 'No mails about comments',
    switchOn: 'Mails about comments again',
    always: 'Sign-in links and invitations always come: without them you could not get in.',
  },
})

/** Where every mail leads that can be switched off. */
export const MyMails = ({ locale, isWanted }: { locale: Locale; isWanted: boolean }) => {
  const t = texts[locale.lang]
  return (
    <Block id="me-mails" title={t.title}>
      <ActionForm action={paths.mentionMails()} id="mention-mails" locale={locale} inline>
        <p>{isWanted ? t.wanted : t.unwanted}</p>
        <Button rank="second" name="wanted" value={isWanted ? 'no' : 'yes'}>
          {isWanted ? t.switchOff : t.switchOn}
        </Button>
      </ActionForm>
      <p class="soft">{t.always}</p>
    </Block>
  )
}
