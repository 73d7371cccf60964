import type { LetterFacts } from '#src/meetings/letters/sending.ts'
import { paths } from '#src/paths.ts'
import type { MailMessage } from '#src/ports.ts'
import type { Locale } from '#src/web/locale.ts'
import { letter } from '../identity/letter.tsx'
import { fullDay, weekday } from '../kit/dates.ts'
import { itemTexts } from './item-texts.ts'
import { itemTitle } from './item-title.ts'
import { letterTexts } from './letter-texts.ts'
import { texts } from './texts.ts'
import { hours, offsetOf } from './when.tsx'

type Mail = LetterFacts & { publicUrl: string }

export const localeOf = ({ person }: Pick<LetterFacts, 'person'>): Locale => ({
  lang: person.lang ?? 'de',
  now: new Date(),
})

function whenAndWhere({ meeting }: Mail, locale: Locale): string[] {
  const t = letterTexts[locale.lang]
  const when = `${fullDay(locale, meeting.startsAt)}, ${hours(locale, meeting)} (${offsetOf(locale, meeting)})`
  const form = texts[locale.lang].forms[meeting.form]
  const where = meeting.place ? `${meeting.place} (${form})` : form
  const access = meeting.accessLink ? [t.access({ link: meeting.accessLink })] : []
  return [t.when({ when }), t.where({ where }), ...access]
}

/** Each item with its type: in an association a decision holds only if the invitation names its subject. */
export function agendaLines({ agenda }: Pick<LetterFacts, 'agenda'>, locale: Locale): string[] {
  const t = letterTexts[locale.lang]
  return agenda.flatMap((item) => {
    if (item.top === null) return []
    const { top, minutes, papers } = item
    const type = itemTexts[locale.lang].types[item.type]
    const line = t.item({ top, title: itemTitle(locale, item), type, minutes })
    return papers ? [line, t.papers({ title: papers.title, number: `${papers.number}${papers.suffix}` })] : [line]
  })
}

function body(mail: Mail, locale: Locale): string[] {
  const t = letterTexts[locale.lang]
  const { kind, meeting, isMember } = mail
  if (kind === 'cancellation') return meeting.cancelledFor ? [t.reason({ reason: meeting.cancelledFor }), t.waits] : []
  const lines = agendaLines(mail, locale)
  return lines.length > 0 ? [isMember ? t.agenda : t.yours, ...lines] : []
}

/** What an entry in a calendar is called. */
export const summaryOf = ({ meeting: { group, cited } }: Pick<LetterFacts, 'meeting'>) => `${cited}, ${group.name}`

/** Where whoever gets it may look: members at the meeting, others at when groups meet. */
export const urlOf = ({ meeting, isMember, publicUrl }: Pick<Mail, 'meeting' | 'isMember' | 'publicUrl'>) =>
  publicUrl + (isMember ? paths.meeting(meeting.group, meeting) : `${paths.allMeetings()}#${meeting.cited}`)

/** One mail about a meeting. */
export function meetingMail(mail: Mail): Omit<MailMessage, 'to'> {
  const locale = localeOf(mail)
  const t = letterTexts[locale.lang]
  const { kind, meeting, person, isMember } = mail
  const about = { number: meeting.cited, group: meeting.group.name, day: weekday(locale, meeting.startsAt) }
  return letter({
    lang: locale.lang,
    subject: t.subject[kind](about),
    paragraphs: [
      t.hello({ name: person.name }),
      t.first[kind](about),
      ...whenAndWhere(mail, locale),
      ...body(mail, locale),
    ],
    action: { label: isMember ? t.look : t.calendar, href: urlOf(mail) },
    why: t.why,
  })
}
