import type { Group } from '#src/groups/schema.ts'
import type { ListQuery } from '#src/tasks/forms.ts'
import type { TaskPart } from '#src/tasks/lists.ts'
import type { Locale } from '#src/web/locale.ts'
import { listTexts } from './list-texts.ts'
import { listHref } from './task-filter.tsx'

type Props = { group: Pick<Group, 'slug'>; query: ListQuery; part: TaskPart; locale: Locale }

/** To what does not stand on this page. */
export const TaskTurning = ({ group, query, part: { page, of }, locale }: Props) => {
  const t = listTexts[locale.lang]
  if (of < 2) return null
  const to = (number: number) => listHref(group, query, { page: String(number) })
  return (
    <nav class="actions" aria-label={t.pages}>
      {page > 1 && <a href={to(page - 1)}>{t.newer}</a>}
      <span>{t.page({ page, of })}</span>
      {page < of && <a href={to(page + 1)}>{t.older}</a>}
    </nav>
  )
}
