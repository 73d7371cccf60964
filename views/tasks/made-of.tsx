import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Source } from '#src/tasks/comments/origin.ts'
import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { Status } from '../kit/status.tsx'
import { texts } from './texts.ts'

type Props = { source: Source; group: Pick<Group, 'slug'>; locale: Locale }

/** In the form of a new task: the comment that it comes from, and whether somebody has made one of it before. */
export const MadeOf = ({ source, group, locale }: Props) => {
  const { id, title, href, made } = source
  const t = texts[locale.lang]
  const words = t.fromComment({ title })
  return (
    <>
      <input type="hidden" name="comment" value={id} />
      <p class="made-of">
        {t.origin}: {href ? <a href={href}>{words}</a> : words}
      </p>
      {made.length > 0 && (
        <Notice first={made.length === 1 ? t.madeBefore : t.madeBeforeMany}>
          {made.map((task) => (
            <span class="made-before">
              <a href={paths.task(group, task)}>{task.title}</a> <Status state={task.state} locale={locale} />
            </span>
          ))}
        </Notice>
      )}
    </>
  )
}
