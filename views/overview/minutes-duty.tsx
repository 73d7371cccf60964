import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton, type Rank } from '../kit/button.tsx'
import { Since } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { bilingual } from '../kit/texts.ts'
import { Dotted } from './dotted.tsx'

const texts = bilingual({
  de: {
    title: (p: { number: string }) => `Einspruch gegen das Protokoll ${p.number}`,
    by: (p: { name: string }) => `von ${p.name}`,
    answer: 'Antworten',
  },
  en: {
    title: (p) => `Objection to the minutes ${p.number}`,
    by: (p) => `by ${p.name}`,
    answer: 'Answer',
  },
})

type Props = { duty: Extract<Duty, { kind: 'settle' }>; rank?: Rank; locale: Locale }

/** To say what one thinks of an objection to minutes that one signs. */
export const MinutesDuty = ({ duty: { group, objection }, rank, locale }: Props) => {
  const t = texts[locale.lang]
  const href = `${paths.minutes(group, { id: objection.meetingId })}#objection-${objection.id}`
  return (
    <Row
      rand={<Since from={objection.createdAt} locale={locale} />}
      title={t.title({ number: objection.cited })}
      href={href}
      meta={<Dotted items={[t.by({ name: objection.raisedBy }), group.name]} />}
      go={
        <LinkButton href={href} rank={rank} icon="flag">
          {t.answer}
        </LinkButton>
      }
    />
  )
}
