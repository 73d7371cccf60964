import { LinkButton } from '../button.tsx'
import { addedDays } from '../dates.ts'
import { Facts } from '../facts.tsx'
import { Journey, Waiting } from '../journey.tsx'
import { DoneLine, Empty, Notice } from '../notice.tsx'
import { Rand, Remaining, Since } from '../rand.tsx'
import { Ring } from '../ring.tsx'
import { Row, Rows } from '../rows.tsx'
import { DecisionCard, Sheet, ShelfMark, Wording } from '../sheet.tsx'
import { looks, type State } from '../states.ts'
import { StateMeaning, Status } from '../status.tsx'
import { Actions, Block } from '../structure.tsx'
import { Tally } from '../tally.tsx'
import type { SpecimenProps } from './acting.tsx'
import { texts } from './texts.ts'

const stations = [1, 2, 3, 4, 5] as const

export const States = ({ locale, side }: SpecimenProps) => (
  <Block id={`${side}-states`} title={texts[locale.lang].sections.states}>
    <Actions>
      {Object.keys(looks).map((state) => (
        <Status state={state as State} locale={locale} />
      ))}
    </Actions>
    <p>
      <Status state="in_decision" locale={locale} /> <StateMeaning state="in_decision" locale={locale} />
    </p>
    <Actions>
      {stations.map((at) => (
        <Ring at={at} locale={locale} />
      ))}
    </Actions>
  </Block>
)

export const MarginList = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const inDays = (days: number) => addedDays(locale, days)
  const decision = <ShelfMark number="EN-2026-004" href={here} />
  return (
    <Block id={`${side}-rows`} title={t.sections.rows} link={<a href={here}>{t.read}</a>}>
      <Rows first>
        <Row
          rand={<Remaining until={inDays(4)} locale={locale} />}
          title={t.task}
          href={here}
          meta={
            <>
              {t.taskMeta} {decision}
            </>
          }
          go={
            <LinkButton href={here} rank="second" icon="check">
              {t.done}
            </LinkButton>
          }
        />
        <Row
          rand={<Remaining until={inDays(1)} locale={locale} />}
          title={t.review}
          href={here}
          meta={
            <>
              <Status state="in_review" locale={locale} /> {t.reviewMeta}
            </>
          }
        />
        <Row
          rand={<Remaining until={inDays(0)} locale={locale} />}
          title={t.round}
          href={here}
          meta={t.roundMeta}
          go={<LinkButton href={here}>{t.answer}</LinkButton>}
        >
          <Tally filled={2} of={5} words={t.tally} />
        </Row>
        <Row rand={<Remaining until={inDays(-7)} locale={locale} />} title={t.lateTask} href={here} />
        <Row rand={<Since from={inDays(-27)} locale={locale} />} title={t.waitingTitle} href={here} />
        <Row
          rand={<Rand top={t.changed} main={t.yesterday} bottom={t.bySwantje} />}
          title={t.text}
          href={here}
          meta={<Ring at={4} note={t.withCircle} locale={locale} />}
        />
      </Rows>
      <DoneLine>{t.noMore}</DoneLine>
    </Block>
  )
}

export const Notices = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const again = (
    <LinkButton href={here} rank="second">
      {t.again}
    </LinkButton>
  )
  const begin = (
    <LinkButton href={here} rank="second" icon="plus">
      {t.begin}
    </LinkButton>
  )
  return (
    <Block id={`${side}-notices`} title={t.sections.notices}>
      <Notice first={t.answered}>{t.answeredMore}</Notice>
      <Notice tone="care" first={t.objection}>
        {t.objectionMore}
      </Notice>
      <Notice tone="late" icon="cloud-off" first={t.unsent} actions={again}>
        {t.unsentMore}
      </Notice>
      <Empty first={t.noTexts} actions={begin}>
        {t.noTextsMore}
      </Empty>
      <DoneLine>{t.noMore}</DoneLine>
    </Block>
  )
}

export const Sheets = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const facts = [
    { term: t.how, words: t.howText },
    { term: t.sofar, words: <Tally filled={2} of={5} words={t.tally} /> },
  ]
  return (
    <Block id={`${side}-sheets`} title={t.sections.sheets}>
      <Sheet>
        <Wording text={t.wording} />
      </Sheet>
      <DecisionCard
        number="EN-2026-004"
        href={here}
        status={<Status state="adopted" locale={locale} />}
        date="1. 10. 2026"
        wording={t.wording}
        facts={facts}
      />
      <DecisionCard
        number="EN-2026-001"
        status={<Status state="superseded" locale={locale} />}
        wording={t.wording}
        past
      />
    </Block>
  )
}

export const Way = ({ locale, side }: SpecimenProps) => {
  const t = texts[locale.lang]
  const states = ['done', 'now', 'next'] as const
  const legs = states.map((state, place) => ({ title: t.legs[place], note: t.legNotes[place], state }))
  return (
    <Block id={`${side}-way`} title={t.sections.way}>
      <Journey label={t.journey} legs={legs} />
      <Waiting figure={t.fourDays} words={t.waiting} />
      <Facts facts={[{ term: t.how, words: t.howText }, null, { term: t.sofar, words: t.tally }]} />
    </Block>
  )
}
