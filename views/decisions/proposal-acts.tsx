import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Dialog, Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import { OpeningFields } from './opening-fields.tsx'
import { ContextFields, WordingFields } from './proposal-fields.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'
import { texts } from './proposal-texts.ts'
import { ChangedMeanwhile, ReadVersion } from './read-version.tsx'
import { matterState } from './state.ts'
import { anyOf } from './words.ts'

type Forms = NonNullable<ProposalPageProps['refused']>['form']

const stateOf = (props: ProposalPageProps, name: Forms) => ({
  id: name,
  locale: props.locale,
  refused: props.refused?.form === name ? props.refused.input : null,
  problems: texts[props.locale.lang].problems,
})

/** Asking everybody, changing the words, taking it back: whatever is possible now, or who can do it. */
export const ProposalActs = (props: ProposalPageProps) => {
  const { group, matter, locale } = props
  const t = texts[locale.lang]
  const [latest] = matter.rounds
  const state = matterState(matter)
  if (matter.withdrawal) return null
  if (latest && state in t.settled) {
    return (
      <Notice
        icon="scale"
        first={t.settled[state as keyof typeof t.settled]}
        actions={<LinkButton href={paths.round(group, latest.round)}>{t.toRound}</LinkButton>}
      />
    )
  }
  return (
    <>
      <Opening {...props} />
      <Actions>
        {props.may.rework && <Rework {...props} />}
        {props.may.withdraw && <Withdraw {...props} />}
      </Actions>
    </>
  )
}

const Opening = (props: ProposalPageProps) => {
  const { group, matter, rules, may, hasVoters, refused, locale } = props
  const t = texts[locale.lang]
  if (!may.openRound || !hasVoters) return <WhyNot {...props} />
  const form = stateOf(props, 'opening')
  const label = matter.rounds.length > 0 ? t.openAgain : t.open
  return (
    <Fold id="open-round" label={label} icon="scale" rank="second" open={refused?.form === 'opening'}>
      <ActionForm action={paths.rounds(group, matter.proposal)} locale={locale} form={form}>
        <ChangedMeanwhile form={form} proposal={matter.proposal} />
        <OpeningFields form={form} rules={rules} />
        <ReadVersion form={form} proposal={matter.proposal} />
        <p class="soft">{t.openMeans}</p>
        <Button busy={t.opening}>{label}</Button>
      </ActionForm>
    </Fold>
  )
}

/** What stands in the way comes before who could do it. */
const WhyNot = ({ group, leaders, objections, matter, hasVoters, may, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  const { 0: latest } = matter.rounds
  const isBlocked =
    latest?.round.proposalVersion === matter.proposal.version &&
    objections.some(
      ({ objection }) => objection.roundId === latest.round.id && !objection.ending && !objection.ownerHasLeft,
    )
  if (group.state !== 'active') return <Blocked why={t.dormant} />
  if (isBlocked) return <Blocked why={t.objectionFirst}>{t.objectionThen}</Blocked>
  if (may.openRound && !hasVoters) return <Blocked why={t.nobodyVotes} />
  return (
    <Blocked why={group.kind === 'circle' ? t.whoOpensCircle : t.whoOpens}>
      {leaders.length > 0 && t.thatIs({ names: anyOf(locale, leaders) })}
    </Blocked>
  )
}

const broughtBy = ({ group, matter: { snapshot } }: ProposalPageProps) =>
  snapshot?.groupId === group.id ? null : snapshot

const Rework = (props: ProposalPageProps) => {
  const { group, matter, snapshots, refused, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'rework')
  return (
    <Fold id="change-wording" label={t.change} icon="pencil" open={refused?.form === 'rework'}>
      <ActionForm action={paths.proposalWording(group, matter.proposal)} locale={locale} form={form}>
        <ChangedMeanwhile form={form} proposal={matter.proposal} />
        <WordingFields form={form} values={matter.proposal} />
        <ContextFields {...{ form, group, snapshots }} brought={broughtBy(props)} values={matter.proposal} />
        <ReadVersion form={form} proposal={matter.proposal} />
        <Button busy={t.saving}>{t.saveChange}</Button>
      </ActionForm>
    </Fold>
  )
}

const Withdraw = (props: ProposalPageProps) => {
  const { group, matter, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'withdrawal')
  return (
    <Dialog id="withdraw" label={t.withdraw} rank="quiet" title={t.withdrawTitle}>
      <p>{t.withdrawText}</p>
      <ActionForm action={paths.proposalWithdrawal(group, matter.proposal)} locale={locale} form={form}>
        <AreaField form={form} name="reason" label={t.withdrawWhy} rows={2} />
        <Actions>
          <Button busy={t.withdrawing}>{t.withdraw}</Button>
          <Button rank="quiet" cancels>
            {t.keep}
          </Button>
        </Actions>
      </ActionForm>
    </Dialog>
  )
}
