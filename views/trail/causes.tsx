import type { Cause } from '#src/trail/checking.ts'
import type { Locale } from '#src/web/locale.ts'
import { WithNumbers } from '../kit/sheet.tsx'
import { texts } from './check-texts.ts'

export const causeWords = ({ how, label, byLabel: by }: Cause, { lang }: Locale): string =>
  label === '' ? texts[lang].closed : texts[lang].causes[how]({ label, by })

/** What has ended, one sentence each. */
export const Causes = ({ causes, locale }: { causes: Cause[]; locale: Locale }) => (
  <ul class="plain">
    {causes.map((cause) => (
      <li>
        <WithNumbers words={causeWords(cause, locale)} />
      </li>
    ))}
  </ul>
)
