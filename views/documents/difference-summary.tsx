import type { Child } from 'hono/jsx'
import type { Locale } from '#src/web/locale.ts'
import { anchorOf, type Told } from './difference-signs.tsx'
import { texts } from './difference-texts.ts'
import { creditOf, headOf } from './difference-words.ts'

type Counted = { changed: number; moved: number }

/** "4 Stellen geändert, 1 verschoben": what was moved is told by itself. */
export const summaryOf = (locale: Locale, { changed, moved }: Counted): string =>
  changed === 0 ? texts[locale.lang].same : texts[locale.lang].summary({ changed: changed - moved, moved })

const listedAtMost = 100
const openUpTo = 6

/** Every place in a few words, to jump to; with script a line that goes from one to the next. */
export const Summary = ({ told, locale }: { told: Told & Counted; locale: Locale }) => {
  const t = texts[locale.lang]
  if (told.places.length === 0) return null
  return (
    <nav class="places" aria-label={t.places}>
      <details open={told.places.length <= openUpTo}>
        <summary>{t.places}</summary>
        <ol>
          {told.places.slice(0, listedAtMost).map((place) => (
            <li>
              <a href={`#${anchorOf(place.number)}`}>{headOf(t, place)}</a>
              {place.words && ` ${t.quoted(place)}`}
              <span class="soft">
                {place.under && place.what !== 'heading' && ` ${t.under({ heading: place.under })}`}
                <Credit told={told} place={place} locale={locale} />
              </span>
            </li>
          ))}
        </ol>
        {told.places.length > listedAtMost && (
          <p class="soft">{t.more({ count: told.places.length - listedAtMost })}</p>
        )}
      </details>
      <place-steps hidden>
        <button type="button" class="btn second" data-step="-1">
          {t.previous}
        </button>
        <button type="button" class="btn second" data-step="1">
          {t.next}
        </button>
        <span class="soft">{t.keys}</span>
      </place-steps>
    </nav>
  )
}

const Credit = ({ told, place, locale }: { told: Told; place: Told['places'][number]; locale: Locale }) => {
  const credit = creditOf(locale, told.creditsOf(place))
  return credit ? <> · {credit}</> : null
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'place-steps': { hidden?: boolean; children?: Child }
    }
  }
}
