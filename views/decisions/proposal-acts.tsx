import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Dialog, Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import { isOpen } from './objections.tsx'
import { OpeningFields } from './opening-fields.tsx'
import { texts as openingTexts } from './opening-texts.ts'
import { texts as formTexts } from './proposal-form-texts.ts'
import type { ProposalPageProps } from './proposal-page.tsx'
import { Rework } from './proposal-rework.tsx'
import { ProposalSteps } from './proposal-steps.tsx'
import { texts } from './proposal-texts.ts'
import { ChangedMeanwhile, ReadVersion } from './read-version.tsx'
import { SeatChoices } from './seat-choices.tsx'
import { matterState } from './state.ts'
import { anyOf } from './words.ts'

type Forms = NonNullable<ProposalPageProps['refused']>['form']

const stateOf = (props: ProposalPageProps, name: Forms) => ({
  id: name,
  locale: props.locale,
  refused: props.refused?.form === name ? props.refused.input : null,
  problems: {
    ...formTexts[props.locale.lang].problems,
    ...texts[props.locale.lang].problems,
    ...openingTexts[props.locale.lang].problems,
  },
})

/** It is in a round, or decided by one: nothing is done here then, and the way there stands on top. */
export const InRound = ({ group, matter, locale }: ProposalPageProps) => {
  const { settled, toRound } = texts[locale.lang]
  const [latest] = matter.rounds
  const state = matterState(matter)
  if (!latest || !(state in settled)) return null
  return (
    <Notice
      icon="scale"
      first={settled[state as keyof typeof settled]}
      actions={<LinkButton href={paths.round(group, latest.round)}>{toRound}</LinkButton>}
    />
  )
}

/** Asking everybody, changing the words, taking it back: whatever is possible now, or who can do it. */
export const ProposalActs = (props: ProposalPageProps) => {
  const { matter, locale } = props
  const t = texts[locale.lang]
  const state = matterState(matter)
  if (matter.withdrawal || matter.lapse) return null
  if (matter.rounds.length > 0 && state in t.settled) {
    return (
      <>
        {state === 'running' && <RewordWhileOpen {...props} />}
        {state === 'running' && <WithdrawLater {...props} />}
      </>
    )
  }
  return (
    <>
      <ProposalSteps {...props} />
      <Opening {...props} />
      <Actions>
        {props.may.rework && <Rework {...props} />}
        {props.may.withdraw && <Withdraw {...props} />}
      </Actions>
    </>
  )
}

/** A new wording ends the round: for those who open and close rounds, and everybody else is told who that is. */
const RewordWhileOpen = (props: ProposalPageProps) => {
  const { group, may, leaders, locale } = props
  const t = texts[locale.lang]
  if (may.rework) return <Rework {...props} />
  return (
    <Blocked why={group.kind === 'circle' ? t.rewordOnlyCircle : t.rewordOnly}>
      {leaders.length > 0 && t.thatIs({ names: anyOf(locale, leaders) })}
    </Blocked>
  )
}

/** While everybody is asked nobody takes it back: first the round is broken off, by those who may and with a reason. */
const WithdrawLater = ({ group, me, matter, leaders, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  if (matter.proposal.authorId !== me) return null
  return (
    <Blocked why={t.withdrawLater}>
      {group.kind === 'circle' ? t.breakOffCircle : t.breakOff}{' '}
      {leaders.length > 0 && t.thatIs({ names: anyOf(locale, leaders) })}
    </Blocked>
  )
}

const Opening = (props: ProposalPageProps) => {
  const { group, matter, rules, ways, may, hasVoters, consentIsUsedUp, comesRunOff, readiness, refused, locale } = props
  const t = texts[locale.lang]
  if (!may.openRound || !hasVoters) return <WhyNot {...props} />
  const form = stateOf(props, 'opening')
  const label = matter.rounds.length > 0 ? t.openAgain : t.open
  return (
    <Fold id="open-round" label={label} icon="scale" rank="second" open={refused?.form === 'opening'}>
      <ActionForm action={paths.rounds(group, matter.proposal)} locale={locale} form={form}>
        <ChangedMeanwhile form={form} proposal={matter.proposal} />
        {consentIsUsedUp && (
          <Notice tone="care" first={t.usedUp}>
            {t.usedUpThen({ times: rules.consent.maxRounds })}
          </Notice>
        )}
        {comesRunOff && <Notice first={t.runOff}>{t.runOffThen}</Notice>}
        {readiness === 'majority' && <Notice first={t.fallback}>{t.fallbackThen}</Notice>}
        <OpeningFields form={form} rules={rules} ways={ways} />
        {refused?.doubles && <SeatChoices form={form} doubles={refused.doubles} />}
        <ReadVersion form={form} proposal={matter.proposal} />
        <p class="soft">{t.openMeans}</p>
        <Button busy={t.opening}>{label}</Button>
      </ActionForm>
    </Fold>
  )
}

/** What stands in the way comes before who could do it. */
const WhyNot = ({
  group,
  leaders,
  objections,
  matter,
  rules,
  hasVoters,
  readiness,
  may,
  locale,
}: ProposalPageProps) => {
  const t = texts[locale.lang]
  const { 0: latest } = matter.rounds
  const isBlocked =
    readiness === 'none' &&
    objections.some(({ objection }) => objection.roundId === latest?.round.id && isOpen(objection))
  if (group.state !== 'active') return <Blocked why={t.dormant} />
  if (isBlocked) return <Blocked why={t.objectionFirst}>{t.objectionThen}</Blocked>
  const hasFallback =
    latest?.count?.outcome === 'no_consensus' &&
    latest.round.rules.fallback === 'majority' &&
    rules.allowedMethods.includes('majority')
  if (readiness === 'none')
    return (
      <Blocked why={t.wordingFirst}>
        {t.wordingThen} {hasFallback && t.orFallback}
      </Blocked>
    )
  if (may.openRound && !hasVoters) return <Blocked why={t.nobodyVotes} />
  return (
    <Blocked why={group.kind === 'circle' ? t.whoOpensCircle : t.whoOpens}>
      {leaders.length > 0 && t.thatIs({ names: anyOf(locale, leaders) })}
    </Blocked>
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
