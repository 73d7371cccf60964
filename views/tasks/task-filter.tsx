import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Member } from '#src/tasks/adding.ts'
import type { ListQuery } from '#src/tasks/forms.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { SelectField } from '../kit/field.tsx'
import { listTexts } from './list-texts.ts'

type Props = {
  group: Pick<Group, 'slug'>
  query: ListQuery
  members: Member[]
  me: string
  locale: Locale
}

const shortest = { view: undefined, page: undefined }

/** The address of a list that asks for the same, on its first page unless another one is named. */
export const listHref = (group: Pick<Group, 'slug'>, query: ListQuery, other: Record<string, string> = {}) => {
  const { who, due, origin, state, view } = query
  return paths.tasks(group, {
    ...shortest,
    view: view === 'board' ? view : undefined,
    who,
    due,
    origin,
    state,
    ...other,
  })
}

/** List or board: links, so that both have an address. */
export const ViewSwitch = ({ group, query, locale }: Pick<Props, 'group' | 'query' | 'locale'>) => {
  const t = listTexts[locale.lang]
  const list = listHref(group, { ...query, view: 'list' })
  const board = listHref(group, { ...query, view: 'board', state: undefined })
  return (
    <nav class="views" aria-label={t.views}>
      <a href={list} aria-current={query.view === 'list' ? 'page' : undefined}>
        {t.view.list}
      </a>
      <a href={board} aria-current={query.view === 'board' ? 'page' : undefined}>
        {t.view.board}
      </a>
    </nav>
  )
}

export const isFiltered = ({ who, due, origin, state }: ListQuery) => Boolean(who || due || origin || state)

const optionsOf = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))

/** Asks the page again with what is wanted; no script needed. */
export const TaskFilter = ({ group, query, members, me, locale }: Props) => {
  const t = listTexts[locale.lang]
  const form = { id: 'task-filter', locale }
  const people = [...members.filter(({ id }) => id === me), ...members.filter(({ id }) => id !== me)]
  const who = [
    { value: '', label: t.everybody },
    { value: 'nobody', label: t.nobody },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Fold id="task-filter-fold" label={t.filter} icon="list-filter" rank="quiet" open={isFiltered(query)}>
      <form class="form" action={paths.tasks(group)} id={form.id}>
        {query.view === 'board' && <input type="hidden" name="view" value="board" />}
        <SelectField form={form} name="who" label={t.who} value={query.who ?? ''} options={who} />
        <SelectField form={form} name="due" label={t.due} value={query.due ?? ''} options={optionsOf(t.dues)} />
        <SelectField
          form={form}
          name="origin"
          label={t.origin}
          value={query.origin ?? ''}
          options={optionsOf(t.origins)}
        />
        {query.view === 'list' && (
          <SelectField
            form={form}
            name="state"
            label={t.state}
            value={query.state ?? 'open'}
            options={optionsOf(t.states)}
          />
        )}
        <div class="actions">
          <Button rank="second" icon="list-filter">
            {t.show}
          </Button>
          <a href={listHref(group, { view: query.view, page: 1 })}>{t.reset}</a>
        </div>
      </form>
    </Fold>
  )
}
