import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import { AreaField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { agendaTexts } from './agenda-texts.ts'
import { itemTexts } from './item-texts.ts'

type Props = { form: FormState; item?: Pick<AgendaEntry, 'title' | 'type' | 'goal' | 'minutes' | 'source'> }

/** Under miscellaneous nothing is decided. */
const typesFor = (source?: AgendaEntry['source']) =>
  source === 'miscellaneous'
    ? (['information', 'discussion'] as const)
    : (['information', 'discussion', 'decision', 'election'] as const)

/** Title, type, goal and time: the same four for a new item and for a change. */
export const ItemFields = ({ form, item }: Props) => {
  const { lang } = form.locale
  const t = agendaTexts[lang]
  const options = typesFor(item?.source).map((value) => ({ value, label: itemTexts[lang].types[value] }))
  const hint = item && item.source !== 'free' ? t.ownTitle : undefined
  return (
    <>
      <TextField form={form} name="title" label={t.title} hint={hint} value={item?.title ?? ''} max={200} />
      <SelectField form={form} name="type" label={t.type} options={options} value={item?.type ?? 'discussion'} />
      <AreaField form={form} name="goal" label={t.goal} value={item?.goal ?? ''} rows={2} optional />
      <TextField form={form} name="minutes" type="number" label={t.minutesLabel} value={String(item?.minutes ?? 10)} />
    </>
  )
}
