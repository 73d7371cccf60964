import type { Limits, NumberField, TypedRules } from '#src/decisions/rules/typed.ts'
import { texts as around } from '../groups/rules-around-texts.ts'
import { texts as words } from '../groups/rules-words-texts.ts'
import { CheckList, ChoiceCards } from '../kit/choices.tsx'
import { AreaField, CheckField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './rules-form-texts.ts'

type Props = { form: FormState; values: TypedRules; limits: Limits }

type Chosen = 'defaultMethod' | 'electorate' | 'seatPolicy' | 'quorum' | 'quorumComparison' | 'quorumScope'
type AlsoChosen = 'recusedInQuorum' | 'majorityBase' | 'threshold' | 'tieRule' | 'blockMode' | 'fallback' | 'circular'

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

type OneOf = Props & {
  name: Chosen | AlsoChosen | 'ballotsVisible' | 'answersShown'
  label: string
  hint?: string
  labels: Record<string, string>
}

const OneOf = ({ form, values, name, label, hint, labels }: OneOf) => (
  <SelectField {...{ form, name, label, hint }} options={optionsOf(labels)} value={values[name]} />
)

const Whole = ({ form, values, name, label, hint }: Props & { name: NumberField; label: string; hint?: string }) => (
  <TextField {...{ form, name, label, hint }} type="number" value={String(values[name])} />
)

/** "mindestens 2 von 3". */
const Share = (
  props: Props & { of: 'quorum' | 'threshold'; label: string; name: 'quorumComparison' | 'threshold' },
) => {
  const t = texts[props.form.locale.lang]
  const { of, label, name, ...rest } = props
  return (
    <>
      <OneOf {...rest} name={name} label={label} labels={t.comparisons} hint={t.fractionHint} />
      <Whole {...rest} name={`${of}Numerator`} label={`${t.shares[of]}: ${t.numerator}`} />
      <Whole {...rest} name={`${of}Denominator`} label={`${t.shares[of]}: ${t.denominator}`} />
    </>
  )
}

export const MethodFields = (props: Props) => {
  const { form, values } = props
  const t = texts[form.locale.lang]
  const { methods } = words[form.locale.lang]
  const { recorded: _, ...asking } = methods
  return (
    <>
      <CheckList form={form} name="methods" legend={t.methods} options={optionsOf(methods)} values={values.methods} />
      <OneOf {...props} name="defaultMethod" label={t.defaultMethod} labels={asking} />
    </>
  )
}

export const ElectorateFields = (props: Props) => {
  const { form, values } = props
  const t = texts[form.locale.lang]
  return (
    <>
      <OneOf {...props} name="electorate" label={t.electorate} hint={t.electorateHint} labels={t.electorates} />
      <OneOf {...props} name="seatPolicy" label={t.seatPolicy} labels={t.seatPolicies} />
      <Whole {...props} name="weightOrganisation" label={t.weightOrganisation} />
      <Whole {...props} name="weightPerson" label={t.weightPerson} />
      <Whole {...props} name="pooledSeats" label={t.pooledSeats} />
      <CheckField form={form} name="severalSeats" label={t.severalSeats} checked={values.severalSeats === 'on'} />
    </>
  )
}

export const QuorumFields = (props: Props) => {
  const t = texts[props.form.locale.lang]
  return (
    <>
      <OneOf {...props} name="quorum" label={t.quorum} labels={t.quorums} />
      <Share {...props} of="quorum" name="quorumComparison" label={t.comparison} />
      <Whole {...props} name="quorumCount" label={t.quorumCount} />
      <OneOf {...props} name="quorumScope" label={t.quorumScope} labels={t.quorumScopes} />
      <OneOf {...props} name="recusedInQuorum" label={t.recusedInQuorum} labels={t.recused} />
    </>
  )
}

export const MajorityFields = (props: Props) => {
  const t = texts[props.form.locale.lang]
  return (
    <>
      <Share {...props} of="threshold" name="threshold" label={t.threshold} />
      <OneOf {...props} name="majorityBase" label={t.majorityBase} labels={t.bases} />
      <OneOf {...props} name="tieRule" label={t.tieRule} labels={t.ties} />
    </>
  )
}

export const ConsensusFields = (props: Props) => {
  const t = texts[props.form.locale.lang]
  return (
    <>
      <Whole {...props} name="dissentNumerator" label={`${t.shares.dissent}: ${t.numerator}`} hint={t.dissentHint} />
      <Whole {...props} name="dissentDenominator" label={`${t.shares.dissent}: ${t.denominator}`} />
      <OneOf {...props} name="blockMode" label={t.blockMode} labels={t.blocks} />
      <OneOf {...props} name="fallback" label={t.fallback} hint={t.fallbackHint} labels={t.fallbacks} />
      <Whole {...props} name="maxRounds" label={t.maxRounds} />
      <Whole {...props} name="alertFrom" label={t.alertFrom} />
    </>
  )
}

export const CircularFields = (props: Props) => {
  const { form, values } = props
  const t = texts[form.locale.lang]
  const presets = (['statutory', 'rules', 'silent'] as const).map((value) => ({ value, ...t.circulars[value] }))
  return (
    <>
      <ChoiceCards form={form} name="circular" legend={t.circular} choices={presets} value={values.circular} />
      <Whole {...props} name="minDays" label={t.minDays} />
      <Whole {...props} name="maxExtensions" label={t.maxExtensions} />
      <Whole {...props} name="procedureObjections" label={t.procedureObjections} />
      <Whole {...props} name="minActive" label={t.minActive} />
    </>
  )
}

export const AroundFields = (props: Props) => {
  const { form, values } = props
  const t = texts[form.locale.lang]
  const { categories } = around[form.locale.lang]
  return (
    <>
      <Whole {...props} name="proxies" label={t.proxies} hint={t.proxiesHint} />
      <OneOf {...props} name="ballotsVisible" label={t.ballotsVisible} labels={t.visible} />
      <OneOf {...props} name="answersShown" label={t.answersShown} labels={t.shown} />
      <CheckField
        form={form}
        name="minutesBySilence"
        label={t.minutesBySilence}
        checked={values.minutesBySilence === 'on'}
      />
      <CheckList
        form={form}
        name="conflicts"
        legend={t.conflicts}
        options={optionsOf(categories)}
        values={values.conflicts}
      />
      <AreaField
        form={form}
        name="moreConflicts"
        label={t.moreConflicts}
        value={values.moreConflicts}
        rows={2}
        optional
      />
    </>
  )
}
