import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    title: 'Impressum',
    lead: 'Wer diesen Server betreibt und für ihn einsteht.',
    missing: 'Hier fehlen noch Angaben.',
    missingMore:
      'Wer diesen Server betreibt, muss hier Name, Anschrift, eine Mailadresse und die verantwortliche Person nennen. Eintragen kann das der Betrieb in den Einstellungen des Servers.',
    software:
      'Die Software heißt Kreislauf, ist frei und steht unter der AGPL-3.0. Wer sie hier nutzt, bekommt auf Anfrage beim Betrieb den Quelltext der Fassung, die hier läuft.',
  },
  en: {
    title: 'Imprint',
    lead: 'Who runs this server and answers for it.',
    missing: 'Details are still missing here.',
    missingMore:
      'Whoever runs this server has to give name, address, a mail address and the person responsible. The operator enters this in the settings of the server.',
    software:
      'The software is called Kreislauf. It is free, under the AGPL-3.0. Whoever uses it here gets the source of the version that runs here from the operator, on request.',
  },
})

/** `operator` = the lines that the operator has set; without them the page says that they are missing. */
export const ImprintPage = ({ locale, operator }: { locale: Locale; operator: string | null }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head narrow title={t.title} lead={t.lead} />
      {operator ? (
        <p class="lines">{operator}</p>
      ) : (
        <Notice tone="care" icon="info" first={t.missing}>
          {t.missingMore}
        </Notice>
      )}
      <p class="soft">{t.software}</p>
    </>
  )
}
