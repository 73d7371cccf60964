import { paths } from '#src/paths.ts'
import type { Settings } from '#src/ports.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './texts.ts'

/** What every page must lead to; in the demo also what the demo is. */
export const Foot = ({ locale, mode }: { locale: Locale; mode: Settings['mode'] }) => {
  const t = texts[locale.lang]
  return (
    <footer class="foot">
      <div class="wrap">
        {mode === 'demo' && (
          <p>
            {t.demo} <a href={paths.mailbox()}>{t.mailbox}</a>
          </p>
        )}
        <nav aria-label={t.foot}>
          <a href={paths.help()}>{t.help}</a>
          <a href={paths.imprint()}>{t.imprint}</a>
          <a href={paths.privacy()}>{t.privacy}</a>
        </nav>
      </div>
    </footer>
  )
}
