import type { Around } from '#src/decisions/proposals/around.ts'
import type { ProposedOption } from '#src/decisions/proposals/options.ts'
import type { Proposal } from '#src/decisions/proposals/schema.ts'
import type { GuidingIdea } from '#src/groups/schema.ts'
import { CheckList } from '../kit/choices.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, DateField, TextField } from '../kit/field.tsx'
import { type FormState, problemNames } from '../kit/form-state.ts'
import { texts } from './proposal-form-texts.ts'

type Props = {
  form: FormState
  ideas: GuidingIdea[]
  proposal?: Proposal
  around?: Around
  options?: ProposedOption[]
}

const has = (form: FormState, names: readonly string[]) => problemNames(form).some((name) => names.includes(name))

/** As it is typed: "Altenlarn: Der Abend ist in Altenlarn." */
const optionLine = ({ title, wording }: ProposedOption) => (title === wording ? title : `${title}: ${wording}`)

/** Several possibilities, for systemic consensing: most proposals have none. */
const OptionFields = ({ form, options = [] }: Props) => {
  const t = texts[form.locale.lang]
  const active = options.filter(({ isPassive }) => !isPassive)
  const passive = options.find(({ isPassive }) => isPassive)?.title ?? t.usualPassive
  return (
    <Fold id={`${form.id}-options-fold`} label={t.options} rank="quiet" open={has(form, ['options', 'passive'])}>
      <AreaField
        form={form}
        name="options"
        label={t.optionsLabel}
        hint={t.optionsHint}
        value={active.map(optionLine).join('\n')}
        optional
      />
      <TextField form={form} name="passive" label={t.passive} hint={t.passiveHint} value={passive} max={200} />
    </Fold>
  )
}

const inMore = [
  'summary',
  'inForceFrom',
  'inForceUntil',
  'reviewOn',
  'editorialMandate',
  'topics',
  'ideaIds',
  'supersedes',
  'annuls',
] as const

const numbers = ({ supersedes }: Around, kind: 'superseded' | 'annulled') =>
  supersedes
    .filter((one) => one.kind === kind)
    .map(({ cited }) => cited)
    .join(', ')

/** From when until when, and what it does to earlier decisions. */
const ForceFields = ({ form, proposal, around }: Props) => {
  const t = texts[form.locale.lang]
  const day = { form, optional: true }
  const { inForceFrom, inForceUntil, reviewOn } = proposal ?? {}
  const line = { form, optional: true, max: 400 }
  const [older, ended] = around ? [numbers(around, 'superseded'), numbers(around, 'annulled')] : []
  return (
    <>
      <DateField {...day} name="inForceFrom" label={t.inForceFrom} hint={t.inForceFromHint} value={inForceFrom ?? ''} />
      <DateField {...day} name="inForceUntil" label={t.inForceUntil} value={inForceUntil ?? ''} />
      <DateField {...day} name="reviewOn" label={t.reviewOn} hint={t.reviewOnHint} value={reviewOn ?? ''} />
      <TextField {...line} name="supersedes" label={t.supersedes} hint={t.supersedesHint} value={older} />
      <TextField {...line} name="annuls" label={t.annuls} hint={t.annulsHint} value={ended} />
    </>
  )
}

const IdeaFields = ({ form, ideas, around }: Props) =>
  ideas.length > 0 ? (
    <CheckList
      form={form}
      name="ideaIds"
      legend={texts[form.locale.lang].ideas}
      options={ideas.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))}
      values={around?.ideas.map(({ id }) => id)}
    />
  ) : null

/** What only some proposals need, folded away. */
export const MoreFields = (props: Props) => {
  const { form, proposal, around } = props
  const t = texts[form.locale.lang]
  const line = { form, optional: true, max: 400 }
  return (
    <>
      <OptionFields {...props} />
      <Fold id={`${form.id}-more-fold`} label={t.more} rank="quiet" open={has(form, inMore)}>
        <TextField {...line} name="summary" label={t.summary} hint={t.summaryHint} value={proposal?.summary} />
        <ForceFields {...props} />
        <TextField
          {...line}
          name="editorialMandate"
          label={t.editorialMandate}
          hint={t.editorialMandateHint}
          value={proposal?.editorialMandate}
        />
        <TextField {...line} name="topics" label={t.topics} hint={t.topicsHint} value={around?.topics.join(', ')} />
        <IdeaFields {...props} />
      </Fold>
    </>
  )
}
