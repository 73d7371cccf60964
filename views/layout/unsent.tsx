import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { texts } from './texts.ts'

/** Where the script tells screen readers that something is on its way or has arrived. */
export const Said = () => <p id="said" class="vh" role="status" />

/** What a form says when it could not be sent; the script puts a copy into the form and leaves the line that is true. */
export const Unsent = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang].unsent
  return (
    <template id="unsent">
      <div class="notice late unsent" role="alert">
        <Icon name="cloud-off" />
        <div class="words">
          <p data-when="offline">{t.offline}</p>
          <p data-when="failed">{t.failed}</p>
          <p data-when="refused" />
          <p data-when="signed-out">
            {t.signedOut}{' '}
            <a href={paths.signIn()} target="_blank" rel="noopener">
              {t.signIn}
            </a>
          </p>
          <button class="btn second" type="submit">
            {t.again}
          </button>
        </div>
      </div>
    </template>
  )
}
