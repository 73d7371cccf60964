import type { ShownThread, ThreadPart } from '#src/documents/comments/conversation.ts'
import { paths } from '#src/paths.ts'
import { Fold } from '../kit/dialog.tsx'
import { NewThreadOn } from './comments-form.tsx'
import { texts } from './comments-texts.ts'
import { ThreadCard, type ThreadPlace } from './comments-thread.tsx'

const parts: ThreadPart[] = ['passages', 'text', 'suggestions', 'rows', 'gone']

/** Beside more than these a phone would choke on forms that hardly anybody opens. */
const mostAtHand = 40

type Props = ThreadPlace & { threads: ShownThread[]; level?: 'h2' | 'h3' }

/** Conversations by what they are about; those whose passage is gone last, with the words that it had. */
export const ThreadList = ({ threads, level: Tag = 'h3', ...place }: Props) => {
  const t = texts[place.locale.lang]
  return (
    <>
      {parts
        .map((part) => ({ part, here: threads.filter((shown) => shown.part === part) }))
        .filter(({ here }) => here.length > 0)
        .map(({ part, here }) => (
          <section class="threads-part" data-part={part}>
            <Tag>{t.parts[part]}</Tag>
            {part === 'gone' && <p class="soft">{t.goneMeans}</p>}
            <ul class="plain threads">
              {here.map((shown) => (
                <ThreadCard {...place} shown={shown} isCrowded={threads.length > mostAtHand} />
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

type OnProps = ThreadPlace & {
  threads: ShownThread[]
  on: { suggestion: string } | { row: string }
  mayComment: boolean
}

/** The conversations about one suggestion or one row, with a way to begin another one. Needs a `CommentsRoot` around it. */
export const ThreadsOn = ({ threads, on, mayComment, ...place }: OnProps) => {
  const t = texts[place.locale.lang]
  const [id = ''] = Object.values(on)
  const here = threads.filter(({ thread }) => thread.suggestionId === id || thread.rowId === id)
  return (
    <div class="threads-on">
      {here.length > 0 && (
        <ul class="plain threads">
          {here.map((shown) => (
            <ThreadCard {...place} shown={shown} />
          ))}
        </ul>
      )}
      {mayComment && (
        <Fold id={`fold-on-${id}`} label={t.comment} icon="message-square-plus" rank="quiet">
          <NewThreadOn {...place} action={paths.threads(place.group, place.document)} on={on} />
        </Fold>
      )}
    </div>
  )
}
