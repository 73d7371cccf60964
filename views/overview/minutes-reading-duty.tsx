import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton, type Rank } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Remaining } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { bilingual } from '../kit/texts.ts'
import { Dotted } from './dotted.tsx'

const texts = bilingual({
  de: {
    title: (p: { number: string; day: string }) => `Protokoll ${p.number} der Sitzung vom ${p.day}`,
    object: 'So lange kannst du Einspruch erheben',
    read: 'Lesen',
  },
  en: {
    title: (p) => `Minutes ${p.number} of the meeting on ${p.day}`,
    object: 'You can object until then',
    read: 'Read them',
  },
})

type Props = { duty: Extract<Duty, { kind: 'minutes' }>; rank?: Rank; locale: Locale }

/** To read minutes that go round, for as long as something can be said against them. */
export const MinutesReadingDuty = ({ duty: { group, awaited }, rank, locale }: Props) => {
  const t = texts[locale.lang]
  const href = paths.minutes(group, { id: awaited.meetingId })
  return (
    <Row
      rand={<Remaining until={awaited.objectionsUntil} locale={locale} />}
      title={t.title({ number: awaited.cited, day: day(locale, awaited.heldAt) })}
      href={href}
      meta={<Dotted items={[group.name, t.object]} />}
      go={
        <LinkButton href={href} rank={rank} icon="eye">
          {t.read}
        </LinkButton>
      }
    />
  )
}
