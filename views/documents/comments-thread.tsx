import type { ShownRemark, ShownThread } from '#src/documents/comments/conversation.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { ago, machineTime, time } from '../kit/dates.ts'
import { Dialog, Fold } from '../kit/dialog.tsx'
import { Status } from '../kit/status.tsx'
import { Back } from '../tasks/back.tsx'
import { changeForm, RemarkForm, type RemarkPlace, replyForm } from './comments-form.tsx'
import { texts } from './comments-texts.ts'

export type ThreadPlace = RemarkPlace & {
  group: Pick<Group, 'slug'>
  document: { id: string }
  /** The passage can be gone to on this page. */
  isBesideText?: boolean
  /** There are so many that what is done seldom has to wait on a page of its own. */
  isCrowded?: boolean
}

/** "gestern, 20:14 Uhr": conversations of one evening have an order. */
export const said = (locale: Locale, at: Date) => `${ago(locale, at)}, ${time(locale, at)}`

/** Paragraphs as they were typed; nothing in them is more than words. */
const Words = ({ pieces }: { pieces: ShownRemark['pieces'] }) => (
  <p class="remark-words">
    {pieces.map((piece) => (typeof piece === 'string' ? piece : <b class="called">@{piece.name}</b>))}
  </p>
)

const Own = ({ one: { remark, spoken }, ...place }: ThreadPlace & { one: ShownRemark }) => {
  const { group, document, back, refused, locale } = place
  const t = texts[locale.lang]
  return (
    <>
      <Fold id={`fold-${changeForm(remark)}`} label={t.change} rank="quiet" open={refused?.form === changeForm(remark)}>
        <RemarkForm
          {...place}
          id={changeForm(remark)}
          action={paths.remark(group, document, remark)}
          label={t.words}
          send={t.save}
          value={spoken}
        />
      </Fold>
      <Dialog id={`delete-${remark.id}`} label={t.remove} rank="quiet" title={t.removeAsk}>
        <p>{t.removeMeans}</p>
        <ActionForm
          action={paths.remarkDeletion(group, document, remark)}
          id={`delete-form-${remark.id}`}
          locale={locale}
        >
          <Back to={back} />
          <div class="actions">
            <Button>{t.remove}</Button>
            <Button rank="quiet" cancels>
              {t.keep}
            </Button>
          </div>
        </ActionForm>
      </Dialog>
    </>
  )
}

const ReadIt = ({ one: { remark }, group, document, back, locale }: ThreadPlace & { one: ShownRemark }) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.mentionReading(group, document, remark)} id={`read-${remark.id}`} locale={locale} inline>
      <Back to={back} />
      <b class="calls-you">{t.callsYou}</b>
      <Button rank="quiet" icon="check">
        {t.read}
      </Button>
    </ActionForm>
  )
}

const OneRemark = ({ one, ...place }: ThreadPlace & { one: ShownRemark }) => {
  const { group, document, isCrowded, locale } = place
  const t = texts[locale.lang]
  const { author, remark, pieces, may, callsMe } = one
  return (
    <li class="remark" id={`remark-${remark.id}`}>
      <p class="meta">
        <b>{author.name}</b> <time datetime={machineTime(remark.createdAt)}>{said(locale, remark.createdAt)}</time>
        {remark.editedAt && !remark.deletedAt && <span>, {t.changed}</span>}
      </p>
      {remark.deletedAt ? <p class="soft">{t.deleted}</p> : <Words pieces={pieces} />}
      {callsMe && <ReadIt one={one} {...place} />}
      {(may.change || place.refused?.form === changeForm(remark)) && (
        <div class="actions remark-own">
          {isCrowded ? (
            <a href={paths.thread(group, document, { id: remark.threadId })}>{t.changeElsewhere}</a>
          ) : (
            <Own one={one} {...place} />
          )}
        </div>
      )}
    </li>
  )
}

const shortest = 160

const shortened = (words: string) => (words.length > shortest ? `${words.slice(0, shortest).trimEnd()} …` : words)

const Subject = ({
  shown: { thread, part },
  isBesideText,
  group,
  document,
  locale,
}: ThreadPlace & { shown: ShownThread }) => {
  const t = texts[locale.lang]
  if (thread.on === 'text') return null
  if (thread.on === 'suggestion')
    return (
      <p class="thread-on">
        <a href={paths.suggestion(group, document, { id: thread.suggestionId ?? '' })}>{t.onSuggestion}</a>
      </p>
    )
  if (thread.on === 'row' && part === 'gone') return <p class="thread-on">{t.onRow}</p>
  if (thread.on === 'row')
    return (
      <p class="thread-on">
        <a href={`${isBesideText ? '' : paths.textBeside(group, document)}#row-${thread.rowId}`}>{t.onRow}</a>
      </p>
    )
  const words = t.quote({ words: shortened(thread.quote) })
  const href = `${isBesideText ? '' : paths.textBeside(group, document)}#passage-${thread.id}`
  return <p class="thread-on">{part === 'gone' || thread.resolvedAt ? words : <a href={href}>{words}</a>}</p>
}

const Ends = ({
  shown: { thread, resolvedBy, may },
  group,
  document,
  back,
  locale,
}: ThreadPlace & { shown: ShownThread }) => {
  const t = texts[locale.lang]
  const when = thread.resolvedAt && ago(locale, thread.resolvedAt)
  return (
    <>
      {when && <p class="soft">{t.resolvedBy({ name: resolvedBy ?? t.somebody, when })}</p>}
      {may.resolve && (
        <ActionForm
          action={paths.threadResolution(group, document, thread)}
          id={`resolve-${thread.id}`}
          locale={locale}
          inline
        >
          <Back to={back} />
          <Button rank="quiet" icon="check">
            {t.resolve}
          </Button>
        </ActionForm>
      )}
      {may.reopen && (
        <ActionForm
          action={paths.threadReopening(group, document, thread)}
          id={`reopen-${thread.id}`}
          locale={locale}
          inline
        >
          <Back to={back} />
          <Button rank="quiet" icon="rotate-ccw">
            {t.reopen}
          </Button>
        </ActionForm>
      )}
    </>
  )
}

/** What has come of it, and how far that is. */
const Became = ({ shown: { tasks }, group, locale }: ThreadPlace & { shown: ShownThread }) =>
  tasks.length > 0 && (
    <ul class="plain thread-tasks">
      {tasks.map((task) => (
        <li>
          {texts[locale.lang].becameTask} <a href={paths.task(group, task)}>{task.title}</a>{' '}
          <Status state={task.state} locale={locale} />
        </li>
      ))}
    </ul>
  )

const MakeTask = ({ shown: { thread, tasks, may }, group, locale }: ThreadPlace & { shown: ShownThread }) => {
  const t = texts[locale.lang]
  if (!may.makeTask) return null
  return (
    <LinkButton rank="quiet" icon="list-checks" href={paths.taskFromComment(group, thread)}>
      {tasks.length > 0 ? t.makeAnother : t.makeTask}
    </LinkButton>
  )
}

const anchorOf = ({ thread: { on, anchor, quote, wordsBefore, wordsAfter, resolvedAt } }: ShownThread) =>
  on === 'passage' && !resolvedAt
    ? JSON.stringify({ ...anchor, words: quote, before: wordsBefore, after: wordsAfter })
    : undefined

/** One conversation: what it is about, what was said, and what one can do about it. */
export const ThreadCard = (props: ThreadPlace & { shown: ShownThread }) => {
  const { shown, ...place } = props
  const { thread, remarks, may, part } = shown
  const { group, document, refused, locale } = place
  const t = texts[locale.lang]
  const id = replyForm(thread)
  return (
    <li
      class="thread"
      id={`thread-${thread.id}`}
      data-thread={thread.id}
      data-part={part}
      data-passage={anchorOf(shown)}
      data-resolved={thread.resolvedAt ? '' : undefined}
      tabindex={-1}
    >
      <Subject {...props} />
      <ol class="plain remarks">
        {remarks.map((one) => (
          <OneRemark one={one} {...place} />
        ))}
      </ol>
      <Became {...props} />
      <div class="actions thread-acts">
        {(may.reply || refused?.form === id) && (
          <Fold id={`fold-${id}`} label={t.reply} icon="reply" rank="quiet" open={refused?.form === id}>
            <RemarkForm
              {...place}
              id={id}
              action={paths.remarks(group, document, thread)}
              label={t.yourReply}
              send={t.sendReply}
            />
          </Fold>
        )}
        <MakeTask {...props} />
        <Ends {...props} />
      </div>
    </li>
  )
}
