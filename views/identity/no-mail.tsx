import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { texts } from './texts.ts'

/** On a server that sends no mail: where the link comes from instead. */
export const NoMail = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <Notice first={t.noMail}>
      {t.noMailMore} <a href={paths.imprint()}>{t.whoRunsThis}</a>
    </Notice>
  )
}
