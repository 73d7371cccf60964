import type { Document } from '#src/documents/schema.ts'
import type { DocumentWay } from '#src/documents/way.ts'
import type { Locale } from '#src/web/locale.ts'
import { Ring } from '../kit/ring.tsx'

type Props = { document: Pick<Document, 'stage'>; way: DocumentWay; locale: Locale }

/** How far it has come; a text that is laid aside or has been replaced is on no way any more. */
export const OnItsWay = ({ document: { stage }, way, locale }: Props) =>
  stage === 'archived' || stage === 'approved' || stage === 'superseded' ? null : (
    <span class="nowrap">
      · <Ring at={way.station} locale={locale} />
    </span>
  )
