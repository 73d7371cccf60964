import type { Fate } from '#src/decisions/register/fate.ts'
import type { DecisionSheet } from '#src/decisions/register/sheet.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { fullDay } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { DecisionCard } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { Consequences } from './consequences.tsx'
import { DecisionFacts } from './decision-facts.tsx'
import { DecisionObjections } from './decision-objections.tsx'
import { texts } from './log-texts.ts'
import { NamedAnswers } from './named-answers.tsx'
import { RoundRows } from './round-rows.tsx'
import { texts as words } from './texts.ts'

export type DecisionPageProps = {
  sheet: DecisionSheet
  fate: Fate | null
  /** Belongs to the group that decided: sees names and the group's pages. */
  isInside: boolean
  mayRefer: boolean
  locale: Locale
}

/** A decision as it stands for good, and what became of it. */
export const DecisionPage = (props: DecisionPageProps) => {
  const { sheet, locale } = props
  const { decision } = sheet
  const w = words[locale.lang]
  return (
    <>
      <Head over={<Over {...props} />} title={decision.title} narrow />
      <Live id="decision" on="tasks referrals rounds" href={paths.decision(decision.cited)}>
        <Column>
          <DecisionCard
            number={decision.cited}
            status={<Status state={decision.outcome} locale={locale} />}
            date={fullDay(locale, decision.decidedOn)}
            wording={decision.wording}
            past={decision.outcome === 'rejected'}
          />
          <Reach {...props} />
          <Consequences {...props} />
          <Block id="about" title={texts[locale.lang].about}>
            <DecisionFacts {...props} />
          </Block>
          {sheet.objections.length > 0 && (
            <Block id="objections" title={w.objections}>
              <DecisionObjections {...props} />
            </Block>
          )}
          <Rounds {...props} />
          <NamedAnswers answers={sheet.answers} note={texts[locale.lang].onlyInside} locale={locale} />
        </Column>
      </Live>
    </>
  )
}

const Over = ({ sheet: { decision }, isInside, locale }: DecisionPageProps) => (
  <>
    <a href={paths.decisionLog()}>{words[locale.lang].decisions}</a> ·{' '}
    {isInside ? <a href={paths.group(decision.group)}>{decision.group.name}</a> : decision.group.name}
  </>
)

/** What concerns more than the group needs the circle, and says so until it has gone there. */
const Reach = ({ sheet: { decision }, fate, mayRefer, locale }: DecisionPageProps) => {
  const t = texts[locale.lang]
  const needed =
    decision.group.kind === 'working_group' && decision.scope !== 'own_group' && decision.outcome === 'adopted'
  const refer = mayRefer && (
    <LinkButton href={paths.newReferral(decision.group, decision)} icon="send" rank={needed ? undefined : 'second'}>
      {t.refer}
    </LinkButton>
  )
  if (fate || !(needed || refer)) return null
  return needed ? (
    <Notice tone="care" icon="send" first={t.referNeeded} actions={refer} />
  ) : (
    <p class="actions">{refer}</p>
  )
}

/** With one round the facts have said everything. */
const Rounds = ({ sheet: { rounds, decision }, isInside, locale }: DecisionPageProps) =>
  rounds.length > 1 ? (
    <Block id="rounds" title={texts[locale.lang].rounds}>
      <RoundRows group={isInside ? decision.group : null} rounds={rounds} locale={locale} />
    </Block>
  ) : null
