import type { Checked } from '#src/decisions/chain/checking.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime, fullDay } from '../kit/dates.ts'
import { DoneLine, Notice } from '../kit/notice.tsx'
import { DecisionCard } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { isPast, standingState } from './state.ts'
import { texts } from './verify-page-texts.ts'
import { texts as verdicts } from './verify-texts.ts'

/** What the register says to a sheet. */
export const Result = ({ checked, locale }: { checked: Checked; locale: Locale }) => {
  const t = texts[locale.lang]
  switch (checked.state) {
    case 'unknown_number':
      return (
        <Notice tone="late" first={t.unknownNumber}>
          {t.unknownNumberThen}
        </Notice>
      )
    case 'unknown_sum':
      return (
        <Notice tone="late" first={t.unknownSum}>
          {t.unknownSumThen}
        </Notice>
      )
    case 'other_sum':
      return (
        <Notice tone="late" first={t.otherSum(checked)}>
          {t.otherSumThen({ sum: checked.head.short })}
        </Notice>
      )
    case 'without_entry':
      return <Broken problem={checked.problem} locale={locale} />
    default:
      return <Found found={checked} locale={locale} />
  }
}

type Found = Extract<Checked, { at: Date }>

/** A checksum can be copied onto another sheet: what it stands for is shown, to be compared word by word. */
const Found = ({ found, locale }: { found: Found; locale: Locale }) => {
  const t = texts[locale.lang]
  const { decision, head, state, notes, at } = found
  const of = { number: decision?.cited ?? null, sum: head.short }
  return (
    <>
      <Broken {...found} locale={locale} />
      <Notice icon={found.problem ? 'info' : 'check'} first={state === 'same' ? t.same(of) : t.toCompare(of)}>
        {t.kinds[found.kind]} {t.entered({ seq: head.seq, when: dayTime(locale, at) })}{' '}
        {notes > 0 && t.notes({ count: notes })}
      </Notice>
      {!found.problem && <DoneLine>{t.whole({ seq: head.seq })}</DoneLine>}
      {decision && <AsEntered decision={decision} locale={locale} />}
    </>
  )
}

const AsEntered = ({ decision, locale }: { decision: NonNullable<Found['decision']>; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      <p>{t.compare}</p>
      <h3>{decision.title}</h3>
      <DecisionCard
        number={decision.cited}
        status={<Status state={standingState(decision)} locale={locale} />}
        date={fullDay(locale, decision.decidedOn)}
        wording={decision.wording}
        past={isPast(decision)}
      />
      <p class="link-line">
        <a href={paths.decision(decision.cited)}>{t.open}</a>
      </p>
    </>
  )
}

const Broken = ({ problem, locale }: Pick<Found, 'problem'> & { locale: Locale }) =>
  problem && (
    <Notice tone="late" first={texts[locale.lang].broken}>
      {verdicts[locale.lang].problems[problem.code](problem)} {texts[locale.lang].brokenThen}
    </Notice>
  )
