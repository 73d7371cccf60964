import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton, type Rank } from '../kit/button.tsx'
import { Remaining } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { texts } from '../meetings/polls/texts.ts'
import { Dotted } from './dotted.tsx'

type Props = { duty: Extract<Duty, { kind: 'tick' }>; rank?: Rank; locale: Locale }

/** To say when one can come. */
export const PollDuty = ({ duty: { group, poll }, rank, locale }: Props) => {
  const t = texts[locale.lang]
  const href = paths.poll(group, poll)
  return (
    <Row
      rand={<Remaining until={poll.answerBy} locale={locale} />}
      title={poll.note || t.dutyWhy}
      href={href}
      meta={<Dotted items={[group.name, t.title]} />}
      go={
        <LinkButton href={href} rank={rank} icon="calendar">
          {t.duty}
        </LinkButton>
      }
    />
  )
}
