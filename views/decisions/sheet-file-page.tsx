import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { Head } from '../kit/structure.tsx'
import { texts } from './sheet-texts.ts'

export type SheetProblem = keyof (typeof texts)['de']['noFile']

/** Why there is a page instead of a file. */
export const SheetFilePage = ({ number, code, locale }: { number: string; code: SheetProblem; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head title={number} narrow />
      <Notice tone="care" first={t.noFile[code]} actions={<a href={paths.decision(number)}>{t.back}</a>} />
    </>
  )
}
