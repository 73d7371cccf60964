import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, type Rank } from '../kit/button.tsx'
import { Since } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { Dotted } from './dotted.tsx'
import { texts } from './texts.ts'

type Props = { duty: Extract<Duty, { kind: 'hear' }>; rank?: Rank; locale: Locale }

/** Somebody calls this person beside a text: looking at it is what there is to do. */
export const MentionDuty = ({ duty: { group, mention }, rank, locale }: Props) => {
  const t = texts[locale.lang]
  const { document, beside, remarkId, threadId, by, at } = mention
  const thread = paths.thread(group, beside, { id: threadId })
  return (
    <Row
      rand={<Since from={at} locale={locale} />}
      title={document.title}
      href={thread}
      meta={<Dotted items={[t.callsYou({ name: by }), group.name]} />}
      go={
        <ActionForm
          action={paths.mentionReading(group, beside, { id: remarkId })}
          id={`hear-${remarkId}`}
          locale={locale}
          inline
        >
          <Button rank={rank} icon="message-square">
            {t.hear}
          </Button>
        </ActionForm>
      }
    />
  )
}
