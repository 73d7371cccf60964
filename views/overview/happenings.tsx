import type { Child } from 'hono/jsx'
import type { News } from '#src/overview/news.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { dateFormat } from '../kit/formats.ts'
import { ShelfMark } from '../kit/sheet.tsx'
import type { Happening } from '../kit/timeline.tsx'
import { texts } from './happening-texts.ts'

type Subject = Pick<News, 'kind' | 'subjectId' | 'facts' | 'group'>

/** Where the thing can be looked at; a decision under its number. */
export function newsHref({ kind, subjectId, facts, group }: Subject): string {
  const subject = { id: subjectId }
  const noun = kind.slice(0, kind.indexOf('.'))
  const decided = kind === 'round.decided' || kind === 'record.confirmed' || noun === 'correction'
  if (decided && facts.number) return paths.decision(facts.number)
  if (noun === 'comment') {
    const sent = facts.through === 'referrals' ? ({ through: 'referrals' } as const) : {}
    return paths.comments(group, { ...subject, ...sent })
  }
  if (facts.slug) return paths.published(facts.slug)
  if (noun === 'suggestion') return paths.suggestions(group, subject)
  if (noun === 'document' || noun === 'review') return paths.document(group, subject)
  if (noun === 'task') return paths.task(group, subject)
  if (noun === 'proposal') return paths.proposal(group, subject)
  if (noun === 'round' || noun === 'objection') return paths.round(group, subject)
  if (noun === 'seat' || noun === 'proxy') return paths.seats(group)
  if (noun === 'minutes') return paths.minutes(group, subject)
  if (noun === 'agenda') return paths.agenda(group)
  if (noun === 'meeting') return paths.meeting(group, subject)
  if (noun === 'deadline') return paths.deadline(group, subject)
  if (noun === 'poll') return paths.poll(group, subject)
  if (noun === 'handover') return paths.handovers(group)
  if (noun === 'report') return paths.report(subject)
  if (kind === 'group.dissolved') return paths.groupEnd({ slug: facts.of ?? group.slug })
  if (noun === 'record') return paths.record(group, subject)
  return noun === 'referral' ? paths.referral(group, subject) : paths.people(group)
}

function patternOf({ kind, facts }: Subject, locale: Locale): string {
  const t = texts[locale.lang]
  const answers: Record<string, string> = t.answers
  if (facts.released) return t.released
  if (facts.to && t.betweenGroups[kind]) return t.betweenGroups[kind]
  return (kind === 'referral.answered' && answers[facts.answer ?? '']) || t.said[kind]
}

const firstName = (name: string) => name.split(' ')[0]

/** What happened, in one sentence. Never what a draft says or how somebody answered. */
export const Sentence = ({ news, locale }: { news: News; locale: Locale }) => {
  const t = texts[locale.lang]
  const [open, close] = t.quoted
  const parts: Record<string, Child> = {
    who: firstName(news.who ?? t.somebody),
    name: firstName(news.facts.name ?? news.who ?? t.somebody),
    to: news.facts.to,
    number: <ShelfMark number={news.facts.number ?? ''} />,
    what: (
      <>
        {open}
        <a href={newsHref(news)}>{news.facts.title}</a>
        {close}
      </>
    ),
  }
  return (
    <>
      {patternOf(news, locale)
        .split(/\{(\w+)\}/)
        .map((part, place) => (place % 2 === 1 ? parts[part] : part))}
    </>
  )
}

const zone = 'Europe/Berlin'

/** "So, 19:12". */
const clock = ({ lang }: Locale, at: Date) =>
  dateFormat(lang, { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at).replace('.', '')

/** "Freitag": the day from which on news are told. */
export const weekdayName = ({ lang }: Locale, at: Date) =>
  dateFormat(lang, { timeZone: zone, weekday: 'long' }).format(at)

export const happenings = (news: News[], locale: Locale): Happening[] =>
  news.map((one) => ({ at: one.at, label: clock(locale, one.at), words: <Sentence news={one} locale={locale} /> }))
