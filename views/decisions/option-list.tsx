import { texts } from './answer-texts.ts'
import type { RoundPageProps } from './round-page.tsx'

/** What is to choose from, for those who do not rate it here themselves. */
export const OptionList = ({ entry, options, mine, may, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const isRating = may.answer && mine.length > 0
  if (options.length === 0 || isRating) return null
  return (
    <section class="stack" aria-labelledby="options-title">
      <h2 id="options-title">{entry.count ? t.wasOptions : t.options}</h2>
      <ul class="stack">
        {options.map(({ title, wording, isPassive }) => (
          <li>
            <b>{title}</b> {isPassive && <span class="soft">{t.passive}</span>}
            {wording !== title && <p class="wortlaut">{wording}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
