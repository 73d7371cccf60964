import type { Locale } from '#src/web/locale.ts'
import { bilingual } from './texts.ts'

const texts = bilingual({
  de: {
    step: (p: { at: number }) => `Schritt ${p.at} von 5`,
    stations: ['Entwurf', 'Fassung', 'Entscheidung', 'Kreis', 'Antwort'],
  },
  en: { step: (p) => `step ${p.at} of 5`, stations: ['draft', 'version', 'decision', 'circle', 'answer'] },
})

/** Draft, version, decision, circle, answer. */
export type Station = 1 | 2 | 3 | 4 | 5

/** The drawn ring; always beside words. */
export const RingMark = ({ at, brand }: { at: Station; brand?: boolean }) => (
  <svg class={brand ? 'ring brand-mark' : 'ring'} data-at={at} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle class="track" cx="12" cy="12" r="9.5" pathLength="5" />
    <circle class="way" cx="12" cy="12" r="9.5" pathLength="5" />
  </svg>
)

/** How far a matter has come on its way, as in "Schritt 4 von 5: liegt beim Kreis". */
export const Ring = ({ at, note, locale }: { at: Station; note?: string; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <span class="way-of" title={t.stations[at - 1]}>
      <RingMark at={at} /> {t.step({ at })}
      {note && `: ${note}`}
    </span>
  )
}
