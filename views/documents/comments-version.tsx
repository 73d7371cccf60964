import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { CommentsRoot, threadSignals } from './comments-block.tsx'
import { ThreadList } from './comments-list.tsx'
import { texts } from './comments-texts.ts'

type Props = {
  group: Pick<Group, 'slug'>
  document: { id: string; title: string }
  me: { id: string }
  mayComment: boolean
  threads: ShownThread[]
  /** The page of the version. */
  here: string
  locale: Locale
}

/** Below a frozen version: what is being talked about and stands in it. New conversations begin beside the draft. */
export const CommentsOnVersion = ({ here, ...props }: Props) => {
  const { group, document, threads, locale } = props
  const t = texts[locale.lang]
  const place = { ...props, back: here }
  return (
    <section class="block narrow no-print" aria-labelledby="comments-title" id="comments">
      <header>
        <h2 id="comments-title">{t.title}</h2>
      </header>
      <CommentsRoot {...place}>
        <p class="soft">
          {t.onVersion} <a href={paths.comments(group, document)}>{t.all}</a>
        </p>
        <Live id="comments-live" on={threadSignals(document, threads)} href={here}>
          {threads.length === 0 && <Empty first={t.noneOnVersion} />}
          <ThreadList {...place} threads={threads} isBesideText />
        </Live>
      </CommentsRoot>
    </section>
  )
}
