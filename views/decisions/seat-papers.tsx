import type { Choice } from '#src/decisions/ballots/schema.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { dayTime } from '../kit/dates.ts'
import { AreaField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Block } from '../kit/structure.tsx'
import { answering, type MeetingProps, meetingForm } from './seat-meeting-page.tsx'
import { texts } from './seat-meeting-texts.ts'
import { texts as words } from './texts.ts'

const choicesOf = {
  consent: ['consent', 'concern', 'objection'],
  majority: ['yes', 'no', 'abstain'],
  consensus: ['support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block'],
  systemic_consensing: [],
} as const satisfies Record<string, Choice[]>

const explained: readonly Choice[] = [
  'concern',
  'objection',
  'reservations',
  'stand_aside',
  'serious_concerns',
  'block',
]

const whose = (props: MeetingProps) => {
  const t = texts[props.locale.lang]
  return answering(props).flatMap(({ id, name, kind, holders }) =>
    holders.map((holder) => ({
      value: `${id}:${holder.id}`,
      label:
        kind === 'person' && holder.rank === 'principal'
          ? holder.name
          : t.whoseLine({ person: holder.name, seat: name }),
    })),
  )
}

const Choices = ({ form, entry, locale }: MeetingProps & { form: FormState }) => {
  const t = texts[locale.lang]
  const w = words[locale.lang].choices
  const reason = (choice: Choice) =>
    explained.includes(choice) ? <AreaField form={form} name={choice} label={t.reason} rows={2} optional /> : undefined
  const said = choicesOf[entry.round.method].map((value) => ({ value, title: w[value], more: reason(value) }))
  const others = [
    { value: 'void', title: t.void, text: t.voidMore },
    { value: 'none', title: t.none, text: t.noneMore },
  ]
  return <ChoiceCards form={form} name="choice" legend={t.answer} choices={[...said, ...others]} />
}

const Ratings = ({ form, options, locale }: MeetingProps & { form: FormState }) => (
  <>
    {options.map(({ id, title }) => (
      <TextField
        form={form}
        name={`rating-${id}`}
        label={texts[locale.lang].resistance({ option: title })}
        type="number"
      />
    ))}
  </>
)

const Entered = ({ locale, papers, roll }: MeetingProps) => {
  const t = texts[locale.lang]
  if (papers.length === 0) return null
  return (
    <>
      <h3>{t.entered}</h3>
      <ul class="plain">
        {papers.map(({ seatId, by, enteredBy, at, isTakenBack }) => {
          const seat = roll.find(({ id }) => id === seatId)?.name ?? ''
          const line = isTakenBack ? t.takenBackLine : t.enteredLine
          return <li>{line({ person: by, seat, clerk: enteredBy, when: dayTime(locale, at) })}</li>
        })}
      </ul>
    </>
  )
}

/** One paper after the other. */
export const Papers = (props: MeetingProps) => {
  const { locale, group, entry } = props
  const t = texts[locale.lang]
  const form = meetingForm(props, 'paper')
  return (
    <Block id="papers" title={t.papers}>
      <p class="soft">{t.papersMore}</p>
      <ActionForm action={paths.papers(group, entry.round)} form={form} locale={locale}>
        <SelectField form={form} name="paper" label={t.whose} options={whose(props)} />
        {entry.round.method === 'systemic_consensing' ? (
          <Ratings {...props} form={form} />
        ) : (
          <Choices {...props} form={form} />
        )}
        <div>
          <Button>{t.enter}</Button>
        </div>
      </ActionForm>
      <Entered {...props} />
    </Block>
  )
}

/** After asking aloud: one answer for all who are there and have said nothing (`DOMAIN.md 4.5`). */
export const Rest = (props: MeetingProps) => {
  const { locale, group, entry } = props
  const t = texts[locale.lang]
  const form = meetingForm(props, 'rest')
  const options = choicesOf[entry.round.method]
    .filter((value) => !['objection', 'block'].includes(value))
    .map((value) => ({ value, label: words[locale.lang].choices[value] }))
  return (
    <Block id="rest-block" title={t.rest}>
      <p class="soft">{t.restMore}</p>
      <ActionForm action={paths.restOfPapers(group, entry.round)} form={form} locale={locale}>
        <SelectField form={form} name="choice" label={t.restChoice} options={options} />
        <div>
          <Button rank="second">{t.enterRest}</Button>
        </div>
      </ActionForm>
    </Block>
  )
}
