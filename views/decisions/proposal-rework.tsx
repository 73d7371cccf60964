import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { CheckField } from '../kit/field.tsx'
import { type FormState, problemOf } from '../kit/form-state.ts'
import { Notice } from '../kit/notice.tsx'
import { ContextFields, WordingFields } from './proposal-fields.tsx'
import { texts as formTexts } from './proposal-form-texts.ts'
import { MoreFields } from './proposal-more-fields.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'
import { texts } from './proposal-texts.ts'
import { ChangedMeanwhile, ReadVersion } from './read-version.tsx'
import { OtherRules } from './rules-proposal.tsx'

const broughtBy = ({ group, matter: { snapshot } }: ProposalPageProps) =>
  snapshot?.groupId === group.id ? null : snapshot

/** Said before anything is typed, and asked for once more with a tick: the open round ends, its answers are void. */
const EndsTheRound = ({ form, matter: { rounds }, locale }: ProposalPageProps & { form: FormState }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Notice tone="care" icon="triangle-alert" first={t.rewordEnds}>
        {t.rewordVoid({ answered: rounds[0]?.answered ?? 0 })} {t.rewordObjections}
      </Notice>
      {problemOf(form, 'endsRound') && <p class="error">{problemOf(form, 'endsRound')}</p>}
      <CheckField form={form} name="endsRound" label={t.rewordYes} />
    </>
  )
}

/** Other words, or other terms: the next version of the proposal. */
export const Rework = (props: ProposalPageProps) => {
  const { group, matter, snapshots, ideas, around, options, endsRound, refused, locale } = props
  const t = texts[locale.lang]
  if (props.ruleProposal) return <OtherRules group={group} proposal={matter.proposal} locale={locale} />
  const form: FormState = {
    ...{ id: 'rework', locale, problems: formTexts[locale.lang].problems },
    refused: refused?.form === 'rework' ? refused.input : null,
  }
  const asksToEnd = endsRound || problemOf(form, 'endsRound') !== undefined
  return (
    <Fold id="change-wording" label={t.change} icon="pencil" open={refused?.form === 'rework'}>
      <ActionForm action={paths.proposalWording(group, matter.proposal)} locale={locale} form={form}>
        {asksToEnd && <EndsTheRound {...props} form={form} />}
        <ChangedMeanwhile form={form} proposal={matter.proposal} />
        <WordingFields form={form} values={matter.proposal} />
        <ContextFields {...{ form, group, snapshots }} brought={broughtBy(props)} values={matter.proposal} />
        <MoreFields {...{ form, ideas, around, options }} proposal={matter.proposal} />
        <ReadVersion form={form} proposal={matter.proposal} />
        <Button busy={t.saving}>{t.saveChange}</Button>
      </ActionForm>
    </Fold>
  )
}
