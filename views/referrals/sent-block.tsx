import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime, weekday } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Sheet, ShelfMark, Wording } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { addressee } from './addressee.ts'
import { voicesOf } from './card-parts.tsx'
import { texts as ending } from './ending-texts.ts'
import type { ReferralPageProps } from './referral-page.tsx'
import { texts } from './texts.ts'

/** What the group has sent: wish, frozen text, its own decision and what was said against it. */
export const SentBlock = ({ group, entry, side, locale }: ReferralPageProps) => {
  const t = texts[locale.lang]
  const { decision, snapshot } = entry
  return (
    <Block id="sent" title={t.whatWasSent}>
      <Sheet>
        <p>
          <b>{t.wishOf[entry.request]}.</b> {entry.wish}
        </p>
        {decision && <Wording text={decision.wording} />}
        <Facts
          facts={[
            { term: t.from, words: `${entry.from.name}, ${sender(entry, locale)}` },
            { term: t.receipt, words: receipt(entry, locale) },
            snapshot && {
              term: t.text,
              words: (
                <>
                  „{snapshot.title}“, {t.version(snapshot)}. <a href={paths.referralText(group, entry)}>{t.readText}</a>
                </>
              ),
            },
            decision && {
              term: t.decision,
              words: (
                <>
                  <ShelfMark number={decision.cited} href={paths.decision(decision.cited)} />,{' '}
                  {weekday(locale, decision.decidedOn)}
                </>
              ),
            },
            !!voicesOf(entry, locale) && { term: t.outcome, words: voicesOf(entry, locale) },
            !!entry.reason && { term: t.reasonToCome, words: entry.reason },
            entry.wishedBy !== null && { term: t.answerWished, words: weekday(locale, entry.wishedBy) },
            entry.externalDeadline !== null && {
              term: t.externalDeadline,
              words: weekday(locale, entry.externalDeadline),
            },
            side.replaced.length > 0 && {
              term: ending[locale.lang].replaces,
              words: side.replaced.map((older) => (
                <>
                  <ShelfMark number={older.cited} href={paths.referral(group, older)} />{' '}
                </>
              )),
            },
          ]}
        />
      </Sheet>
    </Block>
  )
}

/** What the group may rely on: it is there, under its number. */
const receipt = ({ cited, to, createdAt }: ReferralEntry, locale: Locale) => (
  <>
    {texts[locale.lang].receivedAs({ at: addressee(locale, to).at, when: dayTime(locale, createdAt) })}{' '}
    <ShelfMark number={cited} />
  </>
)

const sender = ({ forwardedBy, createdAt }: ReferralEntry, locale: Locale) =>
  texts[locale.lang].sentBy({ name: forwardedBy, day: weekday(locale, createdAt) })
