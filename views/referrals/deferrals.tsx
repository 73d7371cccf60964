import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { weekday } from '../kit/dates.ts'
import { Sheet } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './changing-texts.ts'

type Deferral = ReferralEntry['deferrals'][number]

/** How often and why it had to wait, the last time on top; for both sides. */
export const Deferrals = ({ entry, locale }: { entry: ReferralEntry; locale: Locale }) => {
  if (entry.deferrals.length === 0) return null
  return (
    <Block id="deferrals" title={texts[locale.lang].deferrals}>
      <Sheet>
        <ol class="reasons" reversed>
          {entry.deferrals.toReversed().map((deferral) => (
            <li>
              <Waited deferral={deferral} locale={locale} />
            </li>
          ))}
        </ol>
      </Sheet>
    </Block>
  )
}

const Waited = ({ deferral, locale }: { deferral: Deferral; locale: Locale }) => {
  const t = texts[locale.lang]
  const { reason, outcome, why, deferredBy, createdAt, openObjections } = deferral
  const day = weekday(locale, createdAt)
  return (
    <>
      <p>
        {reason || t.roundEnded}{' '}
        {outcome && <Status state={why === 'open_objection' ? why : outcome} locale={locale} />}
      </p>
      {openObjections.length > 0 && (
        <>
          <p class="soft">{t.openObjections}</p>
          <ul>
            {openObjections.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      <p class="meta">
        {deferredBy && !outcome ? t.deferredBy({ name: deferredBy, day }) : t.deferredByRound({ day })}
      </p>
    </>
  )
}
