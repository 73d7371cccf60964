import type { MinutesLetterFacts } from '#src/meetings/minutes/mailing.ts'
import { paths } from '#src/paths.ts'
import type { MailMessage } from '#src/ports.ts'
import { letter } from '../identity/letter.tsx'
import { day, dayTime } from '../kit/dates.ts'
import { minutesLetterTexts } from './minutes-letter-texts.ts'

/** One mail about minutes that go round, in the language of whoever gets it. */
export function minutesMail({
  person,
  meeting,
  circulation,
  publicUrl,
}: MinutesLetterFacts & { publicUrl: string }): Omit<MailMessage, 'to'> {
  const locale = { lang: person.lang ?? 'de', now: new Date() } as const
  const t = minutesLetterTexts[locale.lang]
  const about = { number: meeting.cited, group: meeting.group.name, day: day(locale, meeting.startsAt) }
  const isFirst = circulation.number === 1
  return letter({
    lang: locale.lang,
    subject: isFirst ? t.subject(about) : t.subjectAgain(about),
    paragraphs: [
      t.hello({ name: person.name }),
      isFirst ? t.first(about) : t.again(about),
      t.until({ until: dayTime(locale, circulation.objectionsUntil) }),
    ],
    action: { label: t.look, href: publicUrl + paths.minutes(meeting.group, meeting) },
    why: t.why,
  })
}
