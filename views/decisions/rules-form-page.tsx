import type { Proposal } from '#src/decisions/proposals/schema.ts'
import type { Limits, TypedRules } from '#src/decisions/rules/typed.ts'
import type { RulePreset } from '#src/groups/rule-presets.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as rules } from '../groups/rules-texts.ts'
import { texts as words } from '../groups/rules-words-texts.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { AreaField, CheckField, TextField } from '../kit/field.tsx'
import { type FormState, fieldId, type ProblemTexts, problemOf, typedIn } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { ReadVersion } from './read-version.tsx'
import {
  AroundFields,
  CircularFields,
  ConsensusFields,
  ElectorateFields,
  MajorityFields,
  MethodFields,
  QuorumFields,
} from './rules-fields.tsx'
import { texts } from './rules-form-texts.ts'
import { texts as problems } from './rules-problem-texts.ts'
import { texts as starts } from './rules-wording-texts.ts'

export type RulesFormProps = {
  group: Group
  values: TypedRules
  /** The version of the group's rules that holds now. */
  base: number
  /** Brought on top of rules that were decided on since it was proposed. */
  isRebased: boolean
  limits: Limits
  presets: readonly RulePreset[]
  /** With which of them the form is filled in. */
  preset: RulePreset | null
  /** That is to say something else; null while there is none yet. */
  proposal: Proposal | null
  /** Other rules would end a round that is open. */
  endsRound: boolean
  answered: number
  refused?: Refused
  locale: Locale
}

/** Each number says from where to where it goes. */
function problemsOf({ lang }: Locale, limits: Limits) {
  const t = problems[lang]
  const said = new Map<string, object | string>(Object.entries(t.problems))
  for (const [field, [least, most]] of Object.entries(limits)) {
    const known = said.get(field)
    said.set(field, { ...(typeof known === 'object' ? known : {}), out_of_range: t.between({ least, most }) })
  }
  return Object.fromEntries(said) as ProblemTexts
}

const Presets = ({ group, presets, preset, proposal, locale }: RulesFormProps) => {
  const t = starts[locale.lang]
  const href = (one: RulePreset) => (proposal ? paths.proposedRules(group, proposal, one) : paths.newRules(group, one))
  return (
    <Block id="presets" title={t.presets}>
      <p class="soft">{t.presetsMore}</p>
      <Rows>
        {presets.map((one) => (
          <Row title={t.preset[one].title} href={href(one)}>
            <p>
              {t.preset[one].text} {one === preset && <b>{t.presetNow}</b>}
            </p>
          </Row>
        ))}
      </Rows>
    </Block>
  )
}

const EndsTheRound = ({ form, answered }: { form: FormState; answered: number }) => {
  const t = problems[form.locale.lang]
  const problem = problemOf(form, 'endsRound')
  return (
    <>
      <Notice tone="care" icon="triangle-alert" first={t.endsRound}>
        {t.endsRoundMore({ answered })}
      </Notice>
      {problem && <p class="error">{problem}</p>}
      <CheckField form={form} name="endsRound" label={t.endsRoundYes} />
    </>
  )
}

/** Which rules the person has read; after being told of newer ones, those. */
const ReadRules = ({ form, base }: { form: FormState; base: number }) => (
  <div id={fieldId(form, 'base')} tabindex={-1}>
    <input
      type="hidden"
      name="base"
      value={problemOf(form, 'base') ? String(base) : typedIn(form, 'base', String(base))}
    />
  </div>
)

const parts = [
  ['methods', MethodFields],
  ['electorate', ElectorateFields],
  ['quorum', QuorumFields],
  ['majority', MajorityFields],
  ['consensus', ConsensusFields],
  ['circular', CircularFields],
  ['around', AroundFields],
] as const

/** Every question that the rules of a group answer, beginning with what holds now or with a preset. */
export const RulesFormPage = (props: RulesFormProps) => {
  const { group, values, base, isRebased, limits, proposal, endsRound, answered, refused, locale } = props
  const t = texts[locale.lang]
  const form: FormState = { id: 'rules', locale, refused, problems: problemsOf(locale, limits) }
  const action = proposal ? paths.proposedRules(group, proposal) : paths.rulesProposals(group)
  const asksToEnd = endsRound || problemOf(form, 'endsRound') !== undefined
  return (
    <>
      <Head over={<a href={paths.rules(group)}>{group.name}</a>} title={t.title} lead={t.lead} narrow />
      <Column>
        <Presets {...props} />
        <ActionForm action={action} locale={locale} form={form}>
          {isRebased && <Notice first={rules[locale.lang].rebased}>{rules[locale.lang].rebasedMore}</Notice>}
          {asksToEnd && <EndsTheRound form={form} answered={answered} />}
          {parts.map(([section, Fields]) => (
            <Block id={`rules-${section}`} title={words[locale.lang].sections[section]}>
              <Fields {...{ form, values, limits }} />
            </Block>
          ))}
          <TextField
            form={form}
            name="legalBasis"
            label={t.legalBasis}
            hint={t.legalBasisHint}
            value={values.legalBasis}
            max={200}
            optional
          />
          <AreaField form={form} name="rationale" label={t.why} value={proposal?.rationale} rows={3} optional />
          {proposal && <ReadVersion form={form} proposal={proposal} />}
          <ReadRules form={form} base={base} />
          <Button busy={t.saving}>{proposal ? t.saveChange : t.save}</Button>
        </ActionForm>
      </Column>
    </>
  )
}
