import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { Live } from '../kit/live.tsx'
import { Commenting, CommentsRoot, threadSignals } from './comments-block.tsx'
import { ThreadList } from './comments-list.tsx'
import { texts } from './comments-texts.ts'

type Props = {
  group: Pick<Group, 'slug'>
  document: { id: string; title: string }
  me: { id: string }
  /** The page of the editor in the mode in which it is. */
  here: string
  mayComment: boolean
  threads: ShownThread[]
  locale: Locale
}

const openOf = (threads: ShownThread[]) => threads.filter(({ thread }) => thread.resolvedAt === null)

/** Where there is no room beside the text, the conversations wait behind this. */
export const CommentsToggle = ({ threads, locale }: Pick<Props, 'threads' | 'locale'>) => {
  const t = texts[locale.lang]
  const count = openOf(threads).length
  return (
    <button class="btn quiet comments-toggle" type="button" data-comments-toggle="" aria-expanded="false">
      <Icon name="messages-square" />
      <span>
        {t.title} {count > 0 && `(${count})`}
      </span>
    </button>
  )
}

const Steps = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      <button class="btn quiet" type="button" data-comment-step="-1" title={`${t.previous} (${t.keys.previous})`}>
        <Icon name="arrow-up" />
        <span class="vh">{t.previous}</span>
      </button>
      <button class="btn quiet" type="button" data-comment-step="1" title={`${t.next} (${t.keys.next})`}>
        <Icon name="arrow-down" />
        <span class="vh">{t.next}</span>
      </button>
      <button class="btn quiet comments-close" type="button" data-comments-toggle="">
        <Icon name="x" />
        <span class="vh">{t.close}</span>
      </button>
    </>
  )
}

/** In the editor: conversations beside the passages that they are about, or on a phone in a sheet. */
export const CommentsBeside = (props: Props) => {
  const { group, document, threads, here, locale } = props
  const t = texts[locale.lang]
  const place = { ...props, back: here }
  const open = openOf(threads)
  return (
    <aside class="comments-beside" id="comments" aria-label={t.panel}>
      <header>
        <h2>{t.title}</h2>
        <div class="actions">
          <Steps locale={locale} />
        </div>
      </header>
      <CommentsRoot {...place}>
        <Commenting {...place} />
        <Live id="comments-live" on={threadSignals(document, open)} href={here}>
          {open.length === 0 && <p class="soft">{threads.length > 0 ? t.noneOpen : t.none}</p>}
          <ThreadList {...place} threads={open} isBesideText />
          {threads.length > 0 && (
            <p class="link-line">
              <a href={paths.comments(group, document)}>{t.all}</a>
            </p>
          )}
        </Live>
      </CommentsRoot>
    </aside>
  )
}
