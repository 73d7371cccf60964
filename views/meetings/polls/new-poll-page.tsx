import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../../kit/action-form.tsx'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Fold } from '../../kit/dialog.tsx'
import { DateField, SelectField, TextField } from '../../kit/field.tsx'
import { type FormState, typedIn } from '../../kit/form-state.ts'
import { Actions, Column } from '../../kit/structure.tsx'
import { TimeField } from '../../kit/time-field.tsx'
import { GroupHead } from '../../layout/group.tsx'
import { texts } from './texts.ts'

type Props = { group: Group; today: string; answerBy: string; refused?: Refused | null; locale: Locale }

const forms = ['on_site', 'online', 'hybrid'] as const

/** So many are offered at once; the rest unfolds. */
const atOnce = [1, 2, 3, 4]
const further = [5, 6, 7, 8, 9, 10]

/** Some dates, and what else the meeting will need. */
export const NewPollPage = ({ group, today, answerBy, refused, locale }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'new-poll', locale, refused, problems: t.problems }
  const isUnfolded = further.some((number) => typedIn(form, `date${number}`) !== '')
  return (
    <>
      <GroupHead locale={locale} group={group} title={t.ask} lead={t.askLead} />
      <Column>
        <ActionForm action={paths.polls(group)} form={form} locale={locale}>
          {atOnce.map((number) => (
            <DateLine form={form} number={number} today={today} />
          ))}
          <Fold id="more-dates" label={t.more} rank="quiet" icon="plus" open={isUnfolded}>
            {further.map((number) => (
              <DateLine form={form} number={number} today={today} />
            ))}
          </Fold>
          <TextField form={form} name="note" label={t.note} max={500} optional />
          <TextField form={form} name="minutes" label={t.minutes} type="number" value="120" />
          <SelectField
            form={form}
            name="where"
            label={t.form}
            options={forms.map((value) => ({ value, label: t.forms[value] }))}
            value="on_site"
          />
          <TextField form={form} name="place" label={t.place} max={200} optional />
          <DateField
            form={form}
            name="answerBy"
            label={t.answerBy}
            hint={t.answerByHint}
            value={answerBy}
            min={today}
          />
          <Actions>
            <Button busy={t.asking}>{t.ask}</Button>
            <LinkButton rank="quiet" href={paths.polls(group)}>
              {t.notYet}
            </LinkButton>
          </Actions>
        </ActionForm>
      </Column>
    </>
  )
}

const DateLine = ({ form, number, today }: { form: FormState; number: number; today: string }) => {
  const t = texts[form.locale.lang]
  return (
    <fieldset class="poll-line">
      <legend>{t.nth({ number })}</legend>
      <DateField form={form} name={`date${number}`} label={t.date} min={today} optional={number > 2} />
      <TimeField form={form} name={`time${number}`} label={t.time} value="19:00" />
    </fieldset>
  )
}
