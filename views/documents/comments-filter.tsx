import type { Filter } from '#src/documents/comments/forms.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { CheckField, SelectField, TextField } from '../kit/field.tsx'
import { texts } from './comments-texts.ts'

type Props = {
  group: Pick<Group, 'slug'>
  document: { id: string }
  filter: Filter
  speakers: { id: string; name: string }[]
  me: { id: string }
  locale: Locale
}

const states = ['open', 'resolved', 'all'] as const

const isSet = ({ state, by, calls, words, thread }: Filter) =>
  state === 'resolved' || Boolean(by || calls || words || thread)

/** Asks the page again with what is wanted; no script needed. */
export const CommentsFilter = ({ group, document, filter, speakers, me, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'comments-filter', locale }
  const others = speakers.filter(({ id }) => id !== me.id)
  return (
    <Fold id="filter-fold" label={t.filter} icon="list-filter" rank="quiet" open={isSet(filter)}>
      <form class="form" action={paths.comments(group, document)} id={form.id}>
        <SelectField
          form={form}
          name="state"
          label={t.state}
          value={filter.state}
          options={states.map((state) => ({ value: state, label: t.states[state] }))}
        />
        <SelectField
          form={form}
          name="by"
          label={t.by}
          value={filter.by ?? ''}
          options={[
            { value: '', label: t.everybody },
            { value: me.id, label: t.me },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField form={form} name="words" label={t.find} value={filter.words ?? ''} max={200} />
        <CheckField form={form} name="calls" label={t.calls} checked={filter.calls === 'on'} />
        <div class="actions">
          <Button rank="second" icon="list-filter">
            {t.show}
          </Button>
          <a href={paths.comments(group, document)}>{t.reset}</a>
        </div>
      </form>
    </Fold>
  )
}
