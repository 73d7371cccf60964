import type { Child } from 'hono/jsx'
import type { ShownThread } from '#src/documents/comments/conversation.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Fold } from '../kit/dialog.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Empty } from '../kit/notice.tsx'
import { NewThread, newThreadForm } from './comments-form.tsx'
import { ThreadList } from './comments-list.tsx'
import { texts } from './comments-texts.ts'
import type { ThreadPlace } from './comments-thread.tsx'

/** Built file for pages with conversations on them. */
export const commentsScript = 'documents-comments.js'

/** What those pages listen to. */
export const commentSignals = ({ id }: { id: string }) => `comment-${id}`

/** Also what becomes of the tasks that came of them, for those who see these. */
export const threadSignals = (document: { id: string }, threads: ShownThread[]) =>
  threads.some(({ tasks, may }) => may.makeTask || tasks.length > 0)
    ? `${commentSignals(document)} tasks`
    : commentSignals(document)

type CommentsPlace = Omit<ThreadPlace, 'document'> & {
  document: { id: string; title: string }
  me: { id: string }
  mayComment: boolean
  /** Why nobody comments here any more, other than that this person was not invited to. */
  isClosed?: boolean
}

/** What the script needs to know about the page; everything that it does hangs on this element. */
export const CommentsRoot = ({ document, group, me, locale, children }: CommentsPlace & { children: Child }) => (
  <div
    class="comments"
    data-comments={document.id}
    data-me={me.id}
    data-people={paths.threads(group, document)}
    data-signal={commentSignals(document)}
    data-said={JSON.stringify(texts[locale.lang].said)}
  >
    {children}
  </div>
)

export const Commenting = ({ mayComment, isClosed, ...place }: CommentsPlace) => {
  const { group, document, refused, locale } = place
  const t = texts[locale.lang]
  if (isClosed) return <Blocked why={t.closed}>{t.closedThen}</Blocked>
  if (!mayComment) return <Blocked why={t.blocked}>{t.blockedThen}</Blocked>
  return (
    <Fold
      id={`fold-${newThreadForm}`}
      label={t.comment}
      icon="message-square-plus"
      open={refused?.form === newThreadForm}
    >
      <NewThread {...place} action={paths.threads(group, document)} />
    </Fold>
  )
}

type Props = CommentsPlace & { threads: ShownThread[] }

const AllLink = ({ threads, group, document, locale }: Props) =>
  threads.length > 0 && (
    <p class="link-line">
      <a href={paths.comments(group, document)}>{texts[locale.lang].all}</a>
    </p>
  )

/** Below a text: the open conversations about it. */
export const CommentsBlock = (props: Props) => {
  const { threads, document, back, locale } = props
  const t = texts[locale.lang]
  const open = threads.filter(({ thread }) => thread.resolvedAt === null)
  const nothing = threads.length > 0 ? t.noneOpen : t.none
  return (
    <section class="block narrow" aria-labelledby="comments-title" id="comments">
      <header>
        <h2 id="comments-title">{t.title}</h2>
      </header>
      <CommentsRoot {...props}>
        <Commenting {...props} />
        <Live id="comments-live" on={threadSignals(document, threads)} href={back}>
          {open.length === 0 && <Empty first={nothing}>{props.mayComment && t.noneHow}</Empty>}
          <ThreadList {...props} threads={open} isBesideText />
          <AllLink {...props} />
        </Live>
      </CommentsRoot>
    </section>
  )
}

/** How much is being talked about, for the head of the text. */
export const CommentsHint = ({ threads, locale }: { threads: ShownThread[]; locale: Locale }) => {
  const count = threads.filter(({ thread }) => thread.resolvedAt === null).length
  if (count === 0) return null
  return (
    <>
      {'\u00A0· '}
      <a href="#comments">{texts[locale.lang].open({ count })}</a>
    </>
  )
}
