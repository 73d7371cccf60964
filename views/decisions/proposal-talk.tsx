import type { OpinionEntry, QuestionEntry } from '#src/decisions/proposals/turns.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { dayTime } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { DoneLine, Notice } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block } from '../kit/structure.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'
import { texts } from './talk-texts.ts'
import { names } from './words.ts'

const stateOf = ({ locale, refused }: ProposalPageProps, id: string): FormState => ({
  ...{ id, locale, problems: texts[locale.lang].problems },
  refused: refused?.form === id ? refused.input : null,
})

/** Questions, then opinions: what the group says before it decides. */
export const ProposalTalk = (props: ProposalPageProps) => (
  <>
    <Questions {...props} />
    <Opinions {...props} />
  </>
)

/** While everybody is asked there is no place for opinions: what still has to be said is said here. */
const isRunning = ({ rounds: [latest] }: ProposalPageProps['matter']) => latest !== undefined && latest.count === null

const Questions = (props: ProposalPageProps) => {
  const { matter, talk, may, locale } = props
  const t = texts[locale.lang]
  const isAsked = matter.presentation !== null || isRunning(matter)
  if (talk.questions.length === 0 && !(isAsked && may.ask)) return null
  return (
    <Block id="questions" title={isRunning(matter) ? t.hints : t.questions}>
      {talk.questions.length > 0 ? (
        <Rows>
          {talk.questions.map((question) => (
            <Question {...props} question={question} />
          ))}
        </Rows>
      ) : (
        <DoneLine>{t.noQuestions}</DoneLine>
      )}
      {may.ask && <Ask {...props} />}
    </Block>
  )
}

const Question = (props: ProposalPageProps & { question: QuestionEntry }) => {
  const { question, may, locale } = props
  const t = texts[locale.lang]
  const { answer, answeredAt, answeredBy, askedBy, createdAt } = question
  return (
    <Row id={`question-${question.id}`} rand={<Rand main={askedBy.split(' ')[0]} />} meta={dayTime(locale, createdAt)}>
      <p class="paragraphs">{question.question}</p>
      {answeredAt && (
        <>
          <p class="meta">{t.explainedBy({ name: answeredBy ?? '', when: dayTime(locale, answeredAt) })}</p>
          <p class="paragraphs">{answer}</p>
        </>
      )}
      {!answeredAt && (may.explain ? <Explain {...props} /> : <p class="soft">{t.noAnswer}</p>)}
    </Row>
  )
}

const Explain = (props: ProposalPageProps & { question: QuestionEntry }) => {
  const { group, matter, question, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, `answer-${question.id}`)
  return (
    <Fold id={`${form.id}-fold`} label={t.explain} rank="quiet" open={!!form.refused}>
      <ActionForm action={paths.proposalAnswer(group, matter.proposal, question)} locale={locale} form={form}>
        <AreaField form={form} name="answer" label={t.explainLabel} rows={3} />
        <Button busy={t.explaining}>{t.explain}</Button>
      </ActionForm>
    </Fold>
  )
}

const Ask = (props: ProposalPageProps) => {
  const { group, matter, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'question')
  const words = isRunning(matter) ? t.whileOpen : { label: t.askLabel, hint: t.askHint }
  return (
    <Fold id="ask" label={isRunning(matter) ? t.hint : t.ask} icon="message-square" open={!!form.refused}>
      <ActionForm action={paths.proposalPart(group, matter.proposal, 'questions')} locale={locale} form={form}>
        <AreaField form={form} name="question" {...words} rows={3} />
        <Button busy={t.asking}>{isRunning(matter) ? t.hint : t.ask}</Button>
      </ActionForm>
    </Fold>
  )
}

const Opinions = (props: ProposalPageProps) => {
  const { matter, talk, may, locale } = props
  const t = texts[locale.lang]
  if (!matter.deliberation && talk.opinions.length === 0) return null
  return (
    <Block id="opinions" title={t.opinions}>
      {talk.opinions.length === 0 && <p class="soft">{t.nobodyYet}</p>}
      <Rows>
        {talk.opinions.map((opinion) => (
          <Opinion {...props} opinion={opinion} />
        ))}
      </Rows>
      {may.sayOpinion && <OwnTurn {...props} />}
      {may.openSecondTurn && !talk.isSecondTurn && <SecondTurn {...props} />}
    </Block>
  )
}

const Opinion = ({ matter, opinion, locale }: ProposalPageProps & { opinion: OpinionEntry }) => {
  const t = texts[locale.lang]
  const { by, turn, version, createdAt } = opinion
  const on = version < matter.proposal.version ? ` · ${t.onEarlier({ version })}` : ''
  return (
    <Row rand={<Rand main={by.split(' ')[0]} />} meta={`${t.turn({ turn })} · ${dayTime(locale, createdAt)}${on}`}>
      <p class="paragraphs">{opinion.opinion}</p>
    </Row>
  )
}

/** Everybody once in every turn: the place where one speaks, or who is next. */
const OwnTurn = (props: ProposalPageProps) => {
  const { talk, locale } = props
  const t = texts[locale.lang]
  const silent = talk.silent.length > 0 && t.silent({ names: names(locale, talk.silent) })
  if (talk.turn === 'wait') return <Notice first={t.wait}>{silent}</Notice>
  if (talk.turn === 'all_said') return <DoneLine>{t.allSaid}</DoneLine>
  return <Say {...props} />
}

const Say = (props: ProposalPageProps) => {
  const { group, matter, talk, locale } = props
  const t = texts[locale.lang]
  const form = stateOf(props, 'opinion')
  const label = talk.turn === 2 ? t.sayAgain : t.say
  return (
    <ActionForm action={paths.proposalPart(group, matter.proposal, 'opinions')} locale={locale} form={form}>
      <AreaField form={form} name="opinion" label={label} hint={t.sayHint} rows={3} />
      <input type="hidden" name="version" value={String(matter.proposal.version)} />
      <Button busy={t.saying}>{t.say}</Button>
    </ActionForm>
  )
}

const SecondTurn = ({ group, matter, locale }: ProposalPageProps) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.proposalPart(group, matter.proposal, 'second-turn')} id="second-turn" locale={locale}>
      <p class="soft">{t.secondMeans}</p>
      <Button rank="second" busy={t.deliberating}>
        {t.second}
      </Button>
    </ActionForm>
  )
}
