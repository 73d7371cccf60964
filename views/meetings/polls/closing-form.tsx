import { paths } from '#src/paths.ts'
import { ActionForm } from '../../kit/action-form.tsx'
import { Button } from '../../kit/button.tsx'
import { dayTime } from '../../kit/dates.ts'
import { Fold } from '../../kit/dialog.tsx'
import { SelectField } from '../../kit/field.tsx'
import type { FormState } from '../../kit/form-state.ts'
import { Block } from '../../kit/structure.tsx'
import type { PollPageProps } from './poll-page.tsx'
import { bestOf } from './poll-table.tsx'
import { texts } from './texts.ts'

/** One of the dates becomes a meeting; or none of them. */
export const ClosingForm = ({ group, poll, refused, locale }: PollPageProps) => {
  const t = texts[locale.lang]
  const input = refused?.form === 'closing' ? refused.input : null
  const form: FormState = { id: 'choose-date', locale, refused: input, problems: t.problems }
  const options = poll.dates.map(({ id, startsAt }) => ({ value: id, label: dayTime(locale, startsAt) }))
  return (
    <Block id="choose" title={t.choose}>
      <p class="soft">{t.chooseLead}</p>
      <ActionForm action={paths.pollClosing(group, poll)} form={form} locale={locale}>
        <SelectField form={form} name="date" label={t.chosen} options={options} value={bestOf(poll.dates)[0]?.id} />
        <Button icon="calendar" busy={t.planning}>
          {t.plan}
        </Button>
      </ActionForm>
      <Fold id="discard-poll" label={t.discard} rank="quiet">
        <p>{t.discardThen}</p>
        <ActionForm action={paths.pollDiscard(group, poll)} id="discard" locale={locale}>
          <Button rank="second">{t.discard}</Button>
        </ActionForm>
      </Fold>
    </Block>
  )
}
