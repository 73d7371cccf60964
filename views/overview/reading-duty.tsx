import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton, type Rank } from '../kit/button.tsx'
import { Remaining } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { Dotted } from './dotted.tsx'
import { texts } from './texts.ts'

type Props = { duty: Extract<Duty, { kind: 'read' }>; rank?: Rank; locale: Locale }

/** Somebody asks this person to read a text until a day. */
export const ReadingDuty = ({ duty: { group, reading }, rank, locale }: Props) => {
  const t = texts[locale.lang]
  const { document, review, startedBy } = reading
  const href = paths.documentDraft(group, document)
  return (
    <Row
      rand={<Remaining until={review.until} locale={locale} />}
      title={document.title}
      href={href}
      meta={
        <>
          <CheckMark thing="document" id={document.id} locale={locale} />{' '}
          <Dotted items={[t.asksYou({ name: startedBy, number: review.number }), group.name]} />
        </>
      }
      go={
        <LinkButton href={href} rank={rank} icon="eye">
          {t.read}
        </LinkButton>
      }
    />
  )
}
