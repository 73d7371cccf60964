import type { Locale } from '#src/web/locale.ts'
import { headingsOf } from './headings.ts'
import { texts } from './texts.ts'

const levels = { h2: 1, h3: 2, h4: 2 }

/** A way through a longer text; one heading needs none. */
export const Outline = ({ content, locale }: { content: Record<string, unknown>; locale: Locale }) => {
  const headings = [...headingsOf(content).values()].filter(({ words }) => words !== '')
  if (headings.length < 2) return null
  return (
    <nav class="outline" aria-label={texts[locale.lang].outline}>
      <details>
        <summary>{texts[locale.lang].outline}</summary>
        <ol>
          {headings.map(({ id, tag, words }) => (
            <li data-level={levels[tag]}>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
