import type { Origin } from '#src/decisions/origin.ts'
import type { SnapshotToDecide } from '#src/decisions/papers.ts'
import type { Readiness } from '#src/decisions/policy.ts'
import type { Around } from '#src/decisions/proposals/around.ts'
import type { Matter } from '#src/decisions/proposals/matters.ts'
import type { ProposedOption } from '#src/decisions/proposals/options.ts'
import type { MatterAbilities } from '#src/decisions/proposals/policy.ts'
import type { Talk } from '#src/decisions/proposals/turns.ts'
import type { Named } from '#src/decisions/rounds/entries.ts'
import type { Way } from '#src/decisions/rounds/ways.ts'
import type { RuleProposal } from '#src/decisions/rules/proposed.ts'
import type { DoubleSeated } from '#src/decisions/seats/doubles.ts'
import type { Rules } from '#src/groups/rules.ts'
import type { Group, GuidingIdea } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { day, dayTime } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { type JudgedObjection, Objections } from './objections.tsx'
import { WordingSheet } from './paper.tsx'
import { ProposalAbout } from './proposal-about.tsx'
import { InRound, ProposalActs } from './proposal-acts.tsx'
import { ProposalTalk } from './proposal-talk.tsx'
import { texts } from './proposal-texts.ts'
import { RoundRows } from './round-rows.tsx'
import { RuleProposalBlock } from './rules-proposal.tsx'
import { matterState } from './state.ts'
import { texts as words } from './texts.ts'

type Form = 'rework' | 'withdrawal' | 'opening' | 'presentation' | 'question' | 'opinion' | `answer-${string}`

export type ProposalPageProps = {
  group: Group
  /** Who is reading. */
  me: string
  matter: Matter
  around: Around
  /** What is to be rated, where there are several possibilities. */
  options: ProposedOption[]
  talk: Talk
  /** Old and new, where the proposal is about the group's own rules. */
  ruleProposal: RuleProposal | null
  objections: JudgedObjection[]
  snapshots: SnapshotToDecide[]
  ideas: GuidingIdea[]
  rules: Rules
  ways: Way[]
  leaders: Named[]
  hasVoters: boolean
  /** When it lapses unless somebody moves it; null while that is far. */
  lapsesAt: Date | null
  /** What it is to answer, if anybody has asked. */
  origin: Origin | null
  may: MatterAbilities
  /** A new wording would end a round that is open. */
  endsRound: boolean
  consentIsUsedUp: boolean
  /** How these very words may be asked about, after what became of them before. */
  readiness: Readiness
  /** The next rating is a run-off. */
  comesRunOff: boolean
  /** Which of the page's forms came back, with what was typed. */
  refused?: { form: Form; input: Refused; doubles?: DoubleSeated[] } | null
  locale: Locale
}

/** A proposal, what happened to it, and what comes next. */
export const ProposalPage = (props: ProposalPageProps) => {
  const { group, matter, objections, locale } = props
  const t = texts[locale.lang]
  const state = matterState(matter)
  return (
    <>
      <ProposalHead {...props} />
      <Live id={`proposal-${matter.proposal.id}`} on="proposals rounds" href={paths.proposal(group, matter.proposal)}>
        <Column>
          <p class="meta">
            <Status state={state} locale={locale} /> <StateMeaning state={state} locale={locale} />
          </p>
          <Ended {...props} />
          <InRound {...props} />
          <WordingSheet
            label={t.suggestion}
            wording={matter.proposal.wording}
            snapshot={matter.snapshot}
            href={textHref(props)}
            locale={locale}
          />
          <RuleProposalBlock ruleProposal={props.ruleProposal} locale={locale} />
          <Options {...props} />
          <ProposalAbout {...props} />
          {matter.rounds.length > 0 && (
            <Block id="rounds" title={t.rounds}>
              <RoundRows group={group} rounds={matter.rounds} locale={locale} />
            </Block>
          )}
          {objections.length > 0 && (
            <Block id="objections" title={words[locale.lang].objections}>
              <Objections group={group} judged={objections} settled={isSettled(matter)} locale={locale} />
            </Block>
          )}
          <ProposalTalk {...props} />
          <ProposalActs {...props} />
        </Column>
      </Live>
    </>
  )
}

const ProposalHead = ({ group, matter, locale }: ProposalPageProps) => {
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.proposals(group)}>{words[locale.lang].deciding}</a>
    </>
  )
  return <Head over={over} title={matter.proposal.title} narrow />
}

const isSettled = ({ withdrawal, lapse, rounds: [latest] }: Matter) =>
  withdrawal !== null || lapse !== null || latest?.decision != null

const textHref = ({ group, matter: { snapshot, proposal } }: ProposalPageProps) =>
  snapshot?.groupId === group.id
    ? paths.snapshot(group, { id: snapshot.documentId }, snapshot.number, snapshot.suffix)
    : paths.proposalText(group, proposal)

/** Taken back, lapsed, or about to lapse. */
const Ended = ({ matter: { withdrawal, lapse }, lapsesAt, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  if (withdrawal)
    return (
      <Notice first={t.withdrawnBecause({ when: dayTime(locale, withdrawal.createdAt) })}>{withdrawal.reason}</Notice>
    )
  if (lapse) return <Notice first={t.lapsed({ when: day(locale, lapse.createdAt) })} />
  return lapsesAt ? (
    <Notice tone="late" first={t.fading({ when: day(locale, lapsesAt) })}>
      {t.fadingThen}
    </Notice>
  ) : null
}

/** What is to be chosen from; changing nothing stands at the end. */
const Options = ({ options, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  if (options.length === 0) return null
  return (
    <Block id="options" title={t.optionsHead}>
      <ul class="stack">
        {options.map(({ title, wording, isPassive }) => (
          <li>
            <b>{title}</b> {isPassive && <span class="soft">({t.passiveMark})</span>}
            {wording !== title && <p class="wortlaut">{wording}</p>}
          </li>
        ))}
      </ul>
    </Block>
  )
}
