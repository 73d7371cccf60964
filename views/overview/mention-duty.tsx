import type { Mention } from '#src/documents/comments/notices.ts'
import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton, type Rank } from '../kit/button.tsx'
import { Since } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { Dotted } from './dotted.tsx'
import { texts } from './texts.ts'

type Props = { duty: Extract<Duty, { kind: 'hear' }>; rank?: Rank; locale: Locale }

type OneProps = Omit<Props, 'duty'> & { mention: Mention }

/** Looking at it is what there is to do. */
const LookAtOne = ({ mention: { group, beside, remarkId }, rank, locale }: OneProps) => (
  <ActionForm
    action={paths.mentionReading(group, beside, { id: remarkId })}
    id={`hear-${remarkId}`}
    locale={locale}
    inline
  >
    <Button rank={rank} icon="message-square">
      {texts[locale.lang].hear}
    </Button>
  </ActionForm>
)

const namesOf = (mentions: Mention[]) => [...new Set(mentions.map(({ by }) => by))]

/** People call this person beside a text: one of them, or several in one line. */
export const MentionDuty = ({ duty: { group, mentions, since }, rank, locale }: Props) => {
  const t = texts[locale.lang]
  const [first] = mentions
  if (!first) return null
  const { document, beside, threadId, by } = first
  const isOne = mentions.length === 1
  const all = paths.comments(group, beside, { state: 'open', calls: 'on' })
  const count = mentions.length
  const [name = by, ...others] = namesOf(mentions)
  const several =
    others.length > 0 ? t.callYou({ name, others: others.length, count }) : t.callsYouOften({ name, count })
  return (
    <Row
      rand={<Since from={since} locale={locale} />}
      title={document.title}
      href={isOne ? paths.thread(group, beside, { id: threadId }) : all}
      meta={
        <>
          <CheckMark thing="document" id={document.id} locale={locale} />{' '}
          <Dotted items={[isOne ? t.callsYou({ name: by }) : several, group.name]} />
        </>
      }
      go={
        isOne ? (
          <LookAtOne mention={first} rank={rank} locale={locale} />
        ) : (
          <LinkButton href={all} rank={rank} icon="message-square">
            {t.hear}
          </LinkButton>
        )
      }
    />
  )
}
