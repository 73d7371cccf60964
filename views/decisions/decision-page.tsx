import type { DecisionAbilities } from '#src/decisions/register/abilities.ts'
import type { Fate } from '#src/decisions/register/fate.ts'
import type { InMinutes } from '#src/decisions/register/minutes.ts'
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
import { texts as corrections } from './correction-texts.ts'
import { DecisionBanners } from './decision-banners.tsx'
import { DecisionFacts } from './decision-facts.tsx'
import { InTheMinutes } from './decision-minutes.tsx'
import { DecisionNotes } from './decision-notes.tsx'
import { DecisionTalk } from './decision-talk.tsx'
import { texts } from './decision-texts.ts'
import { RoundRows } from './round-rows.tsx'
import { SeatAnswers } from './seat-answers.tsx'
import { isPast, standingState } from './state.ts'
import { texts as words } from './texts.ts'
import { ChainLine, FileLine } from './verify-line.tsx'

export type DecisionPageProps = {
  sheet: DecisionSheet
  fate: Fate | null
  /** Where it stands in the minutes of a meeting. */
  minutes: InMinutes | null
  /** Belongs to the group that decided. */
  isMember: boolean
  /** Looks at what is meant for the group: sees names and the group's pages. */
  isInside: boolean
  may: DecisionAbilities
  locale: Locale
}

/** A decision as it stands for good, what was added since, and what became of it; printed it is the decision sheet. */
export const DecisionPage = (props: DecisionPageProps) => {
  const { sheet, locale } = props
  const { decision, edition } = sheet
  const here = paths.decision(decision.cited, edition === 'public' ? 'public' : undefined)
  return (
    <>
      <Head over={<Over {...props} />} title={decision.title} lead={leadOf(decision)} narrow />
      <Live id="decision" on={`decision-${decision.id} tasks referrals rounds`} href={here}>
        <div class="decision-sheet">
          <Column>
            <DecisionBanners {...props} />
            <InTheMinutes {...props} />
            <DecisionCard
              number={decision.cited}
              status={<Status state={standingState(decision)} locale={locale} />}
              date={fullDay(locale, decision.decidedOn)}
              wording={decision.wording}
              past={isPast(decision)}
            />
            <Reach {...props} />
            <Consequences {...props} />
            <Block id="about" title={texts[locale.lang].about}>
              <DecisionFacts {...props} />
            </Block>
            <DecisionTalk {...props} />
            <Rounds {...props} />
            <Answers {...props} />
            <DecisionNotes {...props} />
            <Signatures {...props} />
            <Below {...props} />
          </Column>
        </div>
      </Live>
    </>
  )
}

/** A sentence that only repeats the title or the wording below says nothing more. */
const leadOf = ({ title, wording, summary }: DecisionSheet['decision']) =>
  summary === title || summary === wording ? undefined : summary

const Over = ({ sheet: { decision }, isMember, locale }: DecisionPageProps) => (
  <>
    <a href={paths.decisionLog()}>{words[locale.lang].decisions}</a> ·{' '}
    {isMember ? <a href={paths.group(decision.group)}>{decision.group.name}</a> : decision.group.name}
  </>
)

/** What concerns more than the group needs the circle, and says so until it has gone there. */
const Reach = ({ sheet: { decision }, fate, may, locale }: DecisionPageProps) => {
  const t = texts[locale.lang]
  const needed = decision.needsCircle
  const refer = may.refer && (
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
const Rounds = ({ sheet: { round, decision, edition }, isInside, locale }: DecisionPageProps) =>
  round && round.all.length > 1 && edition !== 'public' ? (
    <Block id="rounds" title={texts[locale.lang].rounds}>
      <RoundRows group={isInside ? decision.group : null} rounds={round.all} locale={locale} />
    </Block>
  ) : null

const Answers = ({ sheet: { round }, locale }: DecisionPageProps) =>
  round ? (
    <SeatAnswers
      {...{ locale, answers: round.answers, options: round.options, note: texts[locale.lang].onlyInside }}
      counted={round.deciding.count?.tally.answered}
    />
  ) : null

/** For the paper edition of a group that keeps one. */
const Signatures = ({ isInside, locale }: DecisionPageProps) =>
  isInside ? (
    <div class="signatures" aria-hidden="true">
      <p>{texts[locale.lang].signature}</p>
      <p>{texts[locale.lang].signature}</p>
    </div>
  ) : null

/** What else can be done with it: never to change it. */
const Below = ({ sheet, isMember, may, locale }: DecisionPageProps) => {
  const { decision, edition } = sheet
  const t = texts[locale.lang]
  const w = corrections[locale.lang]
  return (
    <div class="stack below">
      <ChainLine head={sheet.head} number={decision.cited} locale={locale} />
      <FileLine number={decision.cited} edition={edition === 'public' ? 'public' : undefined} locale={locale} />
      {edition === 'public' && <p class="soft">{t.publicNote}</p>}
      <p class="soft">
        {w.note} {!isMember && w.noteOutside}
      </p>
      <div class="actions">
        {may.note && (
          <LinkButton href={paths.newNote(decision.group, decision)} icon="pencil-line" rank="second">
            {w.add}
          </LinkButton>
        )}
        {edition === 'public' ? (
          <a href={paths.decision(decision.cited)}>{isMember ? t.internalEdition : t.allianceEdition}</a>
        ) : (
          <a href={paths.decision(decision.cited, 'public')}>{t.publicEdition}</a>
        )}
      </div>
    </div>
  )
}
