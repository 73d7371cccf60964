import type { Group } from '#src/groups/schema.ts'
import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Actions, Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { agendaTexts } from './agenda-texts.ts'
import { ItemFields } from './item-fields.tsx'
import { itemTitle } from './item-title.ts'

export type ItemPageProps = {
  group: Group
  meeting: MeetingEntry
  item: AgendaEntry
  refused: { form: 'change' | 'remove'; input: Refused } | null
  locale: Locale
}

const Change = ({ group, meeting, item, refused, locale }: ItemPageProps) => {
  const t = agendaTexts[locale.lang]
  const input = refused?.form === 'change' ? refused.input : null
  const form = { id: 'change-item', locale, refused: input, problems: t.problems }
  return (
    <ActionForm action={paths.agendaItem(group, meeting, item)} form={form} locale={locale}>
      <ItemFields form={form} item={item} />
      <Actions>
        <Button busy={t.saving}>{t.save}</Button>
        <LinkButton href={paths.meeting(group, meeting)} rank="quiet">
          {t.back}
        </LinkButton>
      </Actions>
    </ActionForm>
  )
}

const Remove = ({ group, meeting, item, refused, locale }: ItemPageProps) => {
  const t = agendaTexts[locale.lang]
  const input = refused?.form === 'remove' ? refused.input : null
  const form = { id: 'remove-item', locale, refused: input, problems: t.problems }
  return (
    <Dialog id="removing" label={t.remove} icon="x" title={t.removeTitle}>
      <p>{t.removeThen}</p>
      <ActionForm action={paths.agendaItemRemoval(group, meeting, item)} form={form} locale={locale}>
        <AreaField form={form} name="reason" label={t.reason} rows={2} />
        <Actions>
          <Button busy={t.removing}>{t.remove}</Button>
          <Button rank="quiet" cancels>
            {t.keep}
          </Button>
        </Actions>
      </ActionForm>
    </Dialog>
  )
}

/** One item of an agenda: other words, more or less time, or off it. */
export const ItemPage = (props: ItemPageProps) => {
  const { group, meeting, item, locale } = props
  const t = agendaTexts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a>
      {'\u00A0· '}
      <a href={paths.meeting(group, meeting)}>{meeting.cited}</a>
    </>
  )
  return (
    <>
      <GroupHead {...{ locale, group, over }} title={t.changeTitle} lead={itemTitle(locale, item)} tab="meetings" />
      <Column>
        <Change {...props} />
        <Remove {...props} />
      </Column>
    </>
  )
}
