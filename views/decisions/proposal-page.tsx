import type { Origin } from '#src/decisions/origin.ts'
import type { SnapshotNote } from '#src/decisions/papers.ts'
import type { MatterAbilities } from '#src/decisions/policy.ts'
import type { Matter } from '#src/decisions/proposals/matters.ts'
import type { Named } from '#src/decisions/rounds/entries.ts'
import type { Rules } from '#src/groups/rules.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { AnswerTo } from './answer-to.tsx'
import { type JudgedObjection, Objections } from './objections.tsx'
import { WordingSheet } from './paper.tsx'
import { ProposalActs } from './proposal-acts.tsx'
import { texts } from './proposal-texts.ts'
import { RoundRows } from './round-rows.tsx'
import { matterState } from './state.ts'
import { texts as words } from './texts.ts'

export type ProposalPageProps = {
  group: Group
  matter: Matter
  objections: JudgedObjection[]
  snapshots: SnapshotNote[]
  rules: Rules
  leaders: Named[]
  hasVoters: boolean
  /** What it is to answer, if anybody has asked. */
  origin: Origin | null
  may: MatterAbilities
  /** Which of the page's forms came back, with what was typed. */
  refused?: { form: 'rework' | 'withdrawal' | 'opening'; input: Refused } | null
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
          <Withdrawal {...props} />
          <WordingSheet
            label={t.suggestion}
            wording={matter.proposal.wording}
            snapshot={matter.snapshot}
            href={textHref(props)}
            locale={locale}
          />
          <About {...props} />
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

const isSettled = ({ withdrawal, rounds: [latest] }: Matter) => withdrawal !== null || latest?.decision != null

const textHref = ({ group, matter: { snapshot, proposal } }: ProposalPageProps) =>
  snapshot?.groupId === group.id
    ? paths.snapshot(group, { id: snapshot.documentId }, snapshot.number, snapshot.suffix)
    : paths.proposalText(group, proposal)

const Withdrawal = ({ matter: { withdrawal }, locale }: ProposalPageProps) =>
  withdrawal && (
    <Notice first={texts[locale.lang].withdrawnBecause({ when: dayTime(locale, withdrawal.createdAt) })}>
      {withdrawal.reason}
    </Notice>
  )

const About = ({ matter: { proposal, author }, origin, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  const by = t.proposedBy({ name: author, when: dayTime(locale, proposal.createdAt) })
  return (
    <Facts
      facts={[
        origin && { term: words[locale.lang].answerTo, words: <AnswerTo origin={origin} /> },
        !!proposal.rationale && {
          term: words[locale.lang].why,
          words: <p class="paragraphs">{proposal.rationale}</p>,
        },
        { term: t.concerns, words: words[locale.lang].scopes[proposal.scope] },
        {
          term: t.proposed,
          words: proposal.version > 1 ? `${by} · ${t.textVersion({ version: proposal.version })}` : by,
        },
      ]}
    />
  )
}
