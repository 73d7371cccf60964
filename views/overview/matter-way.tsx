import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { ago, day, weekday } from '../kit/dates.ts'
import { Journey, type Leg } from '../kit/journey.tsx'
import { addressee } from '../referrals/addressee.ts'
import { texts } from './texts.ts'

const firstName = (name: string) => name.split(' ')[0] ?? name

function behind({ snapshot, decision, from, to, createdAt, forwardedBy }: ReferralEntry, locale: Locale): Leg[] {
  const t = texts[locale.lang]
  return [
    ...(snapshot ? [{ title: t.wayVersion({ number: snapshot.number }), state: 'done' as const }] : []),
    ...(decision
      ? [{ title: t.wayDecided({ group: from.name }), note: day(locale, decision.decidedOn), state: 'done' as const }]
      : []),
    {
      title: t.wayForwarded(addressee(locale, to)),
      note: t.wayForwardedBy({ when: ago(locale, createdAt), name: firstName(forwardedBy) }),
      state: 'done',
    },
  ]
}

/** Where whoever has it has got to with it. */
function present({ takenUp, answerBy, planned, to }: ReferralEntry, locale: Locale): Leg {
  const t = texts[locale.lang]
  const lastMoment = takenUp?.closesAt && new Date(takenUp.closesAt.getTime() - 1)
  const until = lastMoment && t.wayUntil({ when: weekday(locale, lastMoment) })
  const wished = answerBy && t.wayWished({ when: weekday(locale, answerBy) })
  if (planned && !until) {
    const { label, href, startsAt } = planned
    const note = `${label}, ${weekday(locale, startsAt)}`
    return { title: t.wayScheduled, note: href ? <a href={href}>{note}</a> : note, state: 'now' }
  }
  const title = takenUp ? t.wayTakenUp : t.wayWaits
  return { title: title(addressee(locale, to)), note: until || wished || undefined, state: 'now' }
}

/** From the frozen text to the circle's answer, which is still to come. */
export const MatterWay = ({ matter, locale }: { matter: ReferralEntry; locale: Locale }) => {
  const t = texts[locale.lang]
  const answer: Leg = { title: t.wayAnswer, note: t.wayPending, state: 'next' }
  return <Journey label={t.way} legs={[...behind(matter, locale), present(matter, locale), answer]} />
}
