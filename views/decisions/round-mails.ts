import type { NoticeFacts } from '#src/decisions/rounds/notices/sending.ts'
import type { MailMessage } from '#src/ports.ts'
import type { Locale } from '#src/web/locale.ts'
import { letter } from '../identity/letter.tsx'
import { dayTime } from '../kit/dates.ts'
import { until } from '../kit/deadline.ts'
import { stateTexts } from '../kit/states.ts'
import { howItGoes } from './how.ts'
import { offsetWords } from './offset.ts'
import { texts } from './round-mail-texts.ts'
import { roundState } from './state.ts'
import { reasonWords } from './words.ts'

interface RoundMail extends NoticeFacts {
  href: string
  /** Where these mails are switched off. */
  off: string
  /** Where the register stands, in a mail about a result. */
  head: string | null
}

const about = ({ entry, group }: RoundMail) => ({ title: entry.round.title, group: group.name })

/** Until when, with the offset where the clocks change meanwhile. */
function deadline(mail: RoundMail, locale: Locale): string[] {
  const { round, closesAt } = mail.entry
  const t = texts[locale.lang]
  const offset = offsetWords(locale, round.startsAt ?? round.openedAt, closesAt)
  return [t.until({ until: until(locale, closesAt) }), ...(offset ? [offset] : [])]
}

function asking(mail: RoundMail, locale: Locale): string[] {
  const t = texts[locale.lang]
  const { round } = mail.entry
  const silence = round.preset === 'silent' ? [t.silence] : []
  const [how, when] = [howItGoes(locale, round), deadline(mail, locale).join(' ')]
  switch (mail.kind) {
    case 'extension':
      return [t.extension(about(mail)), ...(mail.extended ? [t.reason({ reason: mail.extended })] : []), when]
    case 'half_time':
    case 'last_day':
      return [t.reminder(about(mail)), when, ...silence]
    default:
      return [beginning(mail, locale), how, when]
  }
}

const isAnnounced = ({ entry: { round } }: RoundMail, { now }: Locale) =>
  round.startsAt !== null && round.startsAt > now

function beginning(mail: RoundMail, locale: Locale): string {
  const t = texts[locale.lang]
  const { startsAt } = mail.entry.round
  return startsAt && isAnnounced(mail, locale)
    ? t.announcement({ ...about(mail), from: dayTime(locale, startsAt) })
    : t.invitation(about(mail))
}

/** How it ended, in words; who said what stands on the page alone. */
function ended(mail: RoundMail, locale: Locale): string[] {
  const t = texts[locale.lang]
  const { entry, head } = mail
  const state = roundState(entry)
  const words = `${stateTexts[locale.lang][state].label}. ${reasonWords(locale, entry.count?.reason ?? '')}`
  const number = entry.cited ? [t.number({ number: entry.cited })] : state === 'counted' ? [t.second] : []
  return [t.result(about(mail)), words, ...number, ...(head ? [t.head({ head })] : [])]
}

function subjectOf(mail: RoundMail, locale: Locale): string {
  const { subject } = texts[locale.lang]
  const kind = mail.kind === 'invitation' && isAnnounced(mail, locale) ? 'announcement' : mail.kind
  return subject[kind](about(mail))
}

/** One mail about a round. */
export function roundMail(mail: RoundMail): Omit<MailMessage, 'to'> {
  const locale: Locale = { lang: mail.person.lang ?? 'de', now: new Date() }
  const t = texts[locale.lang]
  const isOver = mail.kind === 'result'
  return letter({
    lang: locale.lang,
    subject: subjectOf(mail, locale),
    paragraphs: [t.hello({ name: mail.person.name }), ...(isOver ? ended(mail, locale) : asking(mail, locale))],
    action: { label: isOver ? t.look : t.answer, href: mail.href },
    why: t.why,
    off: { label: t.off, href: mail.off },
  })
}
