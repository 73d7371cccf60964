import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { day, dayCount, daysUntil, weekday } from '../kit/dates.ts'
import { until } from '../kit/deadline.ts'
import { Journey, type Leg, Waiting } from '../kit/journey.tsx'
import { Notice } from '../kit/notice.tsx'
import type { State } from '../kit/states.ts'
import { Status } from '../kit/status.tsx'
import { addressee } from './addressee.ts'
import { texts } from './texts.ts'

type Props = { entry: ReferralEntry; locale: Locale }

/** What took the place of a referral is a referral; in the register the same word is about decisions. */
const amongReferrals: Partial<Record<ReferralEntry['state'], State>> = { superseded: 'replaced' }

/** What lies with another group does not lie with the circle. */
const amongGroups: typeof amongReferrals = { ...amongReferrals, forwarded: 'passed_on', taken_up: 'with_neighbours' }

export const stateOf = ({ state, to }: Pick<ReferralEntry, 'state' | 'to'>): State =>
  (to.kind === 'circle' ? amongReferrals : amongGroups)[state] ?? state

export const ReferralStatus = ({ entry, locale }: Props) => <Status state={stateOf(entry)} locale={locale} />

/** Weitergeleitet – Terminiert – Beantwortet; without a meeting the middle says how far it has come. */
export const ReferralJourney = ({ entry, locale }: Props) => (
  <Journey label={texts[locale.lang].journey} legs={legs(entry, locale)} />
)

function legs(entry: ReferralEntry, locale: Locale): Leg[] {
  const t = texts[locale.lang]
  const { answer, createdAt, forwardedBy, answerBy, planned, to } = entry
  return [
    { title: t.forwarded, note: `${weekday(locale, createdAt)}, ${forwardedBy}`, state: 'done' },
    planned && !answer
      ? { title: t.scheduled, note: <PlannedNote entry={entry} locale={locale} />, state: 'now' }
      : { title: t.inWork(addressee(locale, to)), note: workNote(entry, locale), state: answer ? 'done' : 'now' },
    answer
      ? { title: endOf(entry, t), note: `${weekday(locale, answer.createdAt)}, ${answer.answeredBy}`, state: 'done' }
      : { title: t.answered, note: answerBy && t.answerBy({ day: weekday(locale, answerBy) }), state: 'next' },
  ]
}

/** What was taken back or replaced was not answered. */
const endOf = ({ state }: ReferralEntry, t: (typeof texts)['de']) =>
  state === 'withdrawn' || state === 'superseded' ? t.ended[state] : t.answered

/** Which meeting will talk about it, and how far it has come besides. */
const PlannedNote = ({ entry, locale }: Props) => {
  const { planned, takenUp } = entry
  if (!planned) return null
  const { label, href, startsAt } = planned
  return (
    <>
      {href ? <a href={href}>{label}</a> : label}, {weekday(locale, startsAt)}
      {takenUp && ` · ${workNote(entry, locale)}`}
    </>
  )
}

function workNote({ answer, takenUp, state }: ReferralEntry, locale: Locale): string | undefined {
  const t = texts[locale.lang]
  if (!takenUp && state === 'deferred') return t.deferred
  if (!takenUp) return answer ? undefined : t.notTakenUp
  if (takenUp.recordId) return answer ? t.decidedInMeeting : t.reportUnconfirmed
  if (answer || !takenUp.isBeingDecided) return t.takenUp({ day: day(locale, takenUp.at) })
  return takenUp.closesAt ? t.roundUntil({ day: until(locale, takenUp.closesAt) }) : t.unconfirmed
}

/** From 30 days on waiting is called long; it is not red, because nobody has promised a date. */
export const isLong = ({ createdAt }: Pick<ReferralEntry, 'createdAt'>, locale: Locale) =>
  daysUntil(locale, createdAt) <= -30

/** The day by which an answer was needed is over. */
export const isOverdue = ({ answer, answerBy }: Pick<ReferralEntry, 'answer' | 'answerBy'>, locale: Locale) =>
  !answer && answerBy !== null && daysUntil(locale, answerBy) < 0

/** In red and in words; nothing while there is time. */
export const Overdue = ({ entry, locale }: Props) => {
  const t = texts[locale.lang]
  const { answerBy } = entry
  if (!answerBy || !isOverdue(entry, locale)) return null
  return (
    <Notice tone="late" first={t.isOverdue}>
      {t.overdueText({ day: weekday(locale, answerBy) })}
    </Notice>
  )
}

/** "4 Tage wartet die Gruppe auf Antwort." */
export const WaitingDays = ({ entry, locale }: Props) => {
  const t = texts[locale.lang]
  const days = -daysUntil(locale, entry.createdAt)
  if (days === 0) return <Waiting figure={t.today} words={t.waitsToday(addressee(locale, entry.to))} />
  return <Waiting figure={dayCount(locale, days)} words={isLong(entry, locale) ? t.waitsLong : t.waits} />
}

/** What the circle should know about the group's own decision: objections and concerns travel along. */
export function voicesOf({ decision }: ReferralEntry, locale: Locale): string | null {
  if (!decision || decision.method === 'recorded') return null
  const t = texts[locale.lang]
  const count = decision.tally.concern ?? 0
  const said = [
    decision.method === 'consent' && t.noObjections,
    count > 0 && t.concerns({ count }),
    decision.flags.includes('many_concerns') && t.manyConcerns,
    decision.flags.includes('few_votes') && t.fewVotes,
  ]
  return said.filter(Boolean).join(', ') || null
}
