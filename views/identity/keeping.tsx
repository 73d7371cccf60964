import type { Locale } from '#src/web/locale.ts'
import { Block } from '../kit/structure.tsx'
import { texts } from './keeping-texts.ts'

/** A choice of this device, so the script shows it: the server neither knows nor needs it. */
export const Keeping = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <div hidden>
      <Block id="me-keeping" title={t.title}>
        <p>{t.lead}</p>
        <div class="check">
          <input type="checkbox" id="keep-nothing" />
          <label for="keep-nothing">{t.nothing}</label>
        </div>
      </Block>
    </div>
  )
}
