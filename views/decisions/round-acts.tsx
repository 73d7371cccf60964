import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Blocked, Notice } from '../kit/notice.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { FollowUps } from './follow-up.tsx'
import { LeadingActs, LedSoFar } from './leading.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
import { roundState } from './state.ts'
import { anyOf } from './words.ts'

/** Closing, confirming, going on: what comes next, or who can do it. */
export const RoundActs = (props: RoundPageProps) => {
  const { entry } = props
  if (entry.decision) return null
  return (
    <>
      <LedSoFar {...props} />
      {entry.count ? <Afterwards {...props} /> : <Meanwhile {...props} />}
    </>
  )
}

const Meanwhile = (props: RoundPageProps) => (
  <>
    <Counting {...props} />
    <LeadingActs {...props} />
  </>
)

const Afterwards = (props: RoundPageProps) =>
  roundState(props.entry) === 'counted' ? (
    <Establishing {...props} />
  ) : (
    <>
      <GoingOn {...props} />
      <FollowUps {...props} />
    </>
  )

const Counting = (props: RoundPageProps) => {
  const { group, entry, may, locale, refused } = props
  const t = texts[locale.lang]
  const hasAll = entry.answered >= entry.entitled
  const isMeeting = entry.round.channel === 'meeting'
  const why = entry.isOver ? t.timeIsOver : `${hasAll ? t.allAnswered : t.inMeeting} ${t.earlyWarning}`
  if (!entry.isOver && !hasAll && !isMeeting) return <p class="soft">{t.countLater}</p>
  return (
    <Block id="closing" title={t.closing}>
      {may.count ? (
        <ActionForm action={paths.count(group, entry.round)} id="count" locale={locale}>
          {refused?.problems.count && (
            <Notice tone="care" first={t.notAll}>
              {t.notAllMore}
            </Notice>
          )}
          <p>{why}</p>
          <Button busy={t.counting}>{t.countNow}</Button>
        </ActionForm>
      ) : (
        <WhoCounts {...props} />
      )}
    </Block>
  )
}

const WhoCounts = ({ group, leaders, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return (
    <Blocked why={group.kind === 'circle' ? t.whoCountsCircle : t.whoCounts}>
      {leaders.length > 0 ? t.thatIs({ names: anyOf(locale, leaders) }) : t.nobodyLeads}
    </Blocked>
  )
}

const Establishing = (props: RoundPageProps) => {
  const { group, entry, may, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="establishing" title={t.establish}>
      {may.finalise ? (
        <>
          <p>
            {entry.countedBy
              ? t.youAreSecond({ name: entry.countedBy })
              : t.youAreSecondByItself({ name: entry.openedBy })}
          </p>
          <Actions>
            <LinkButton href={paths.roundDecision(group, entry.round)}>{t.establish}</LinkButton>
          </Actions>
        </>
      ) : (
        <WhoEstablishes {...props} />
      )}
    </Block>
  )
}

const WhoEstablishes = ({ entry: { round, count }, me, seconds, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const isFirst = (count?.countedById ?? round.openedById) === me
  const first = count?.countedById ? t.youCounted : t.youOpened
  return (
    <Blocked why={isFirst ? first : t.secondNeeded}>
      {seconds.length > 0 ? t.canBe({ names: anyOf(locale, seconds) }) : t.anybodyElse}
    </Blocked>
  )
}

const GoingOn = ({ group, entry, newer, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const state = roundState(entry)
  if (newer || !(state in t.next)) return null
  return (
    <Actions>
      <p>{t.next[state as keyof typeof t.next]}</p>
      <LinkButton href={paths.proposal(group, { id: entry.round.proposalId })} icon="arrow-right">
        {t.toProposal}
      </LinkButton>
    </Actions>
  )
}
