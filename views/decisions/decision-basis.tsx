import { paths } from '#src/paths.ts'
import { fullDay } from '../kit/dates.ts'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts } from './decision-texts.ts'
import { texts as words } from './texts.ts'
import { shortSum } from './words.ts'

/** What was asked, on which text, and who had asked the circle. */
export const Basis = (props: DecisionPageProps) => (
  <>
    <Proposal {...props} />
    {props.sheet.snapshot && (
      <p>
        <Paper {...props} />
      </p>
    )}
    <Referral {...props} />
  </>
)

const Proposal = ({ sheet: { decision, round }, isInside, locale }: DecisionPageProps) => {
  if (!round) return null
  const { title, proposalVersion: version, proposalId: id } = round.deciding.round
  const said = texts[locale.lang].proposal({ title, version })
  return <p>{isInside ? <a href={paths.proposal(decision.group, { id })}>{said}</a> : said}</p>
}

const Referral = ({ sheet: { origin }, isInside, locale }: DecisionPageProps) => {
  if (!origin) return null
  const said = texts[locale.lang].referral({ number: origin.label, from: origin.from })
  return <p>{isInside ? <a href={origin.href}>{said}</a> : said}</p>
}

const Paper = ({ sheet: { decision, snapshot }, locale }: DecisionPageProps) => {
  const w = words[locale.lang]
  return snapshot ? (
    <>
      <a href={paths.decisionSnapshot(decision.cited)}>
        {w.quoted(snapshot)}, {w.version({ number: `${snapshot.number}${snapshot.suffix}` })}
      </a>{' '}
      <span class="soft">({w.checksum({ sum: shortSum(snapshot.checksum) })})</span>
    </>
  ) : null
}

/** Who stands for it is for the group's own eyes, as with everything else that people did in it. */
export const Corrections = ({ sheet: { decision, corrected }, isInside, locale }: DecisionPageProps) => (
  <>
    {corrected.map(({ number, suffix, note, createdAt, first, second }) => (
      <p>
        <a href={paths.decisionSnapshot(decision.cited, suffix)}>
          {words[locale.lang].version({ number: `${number}${suffix}` })}
        </a>
        ,{' '}
        {isInside
          ? texts[locale.lang].twoPeople({ first, second, when: fullDay(locale, createdAt) })
          : fullDay(locale, createdAt)}
        {note && `: ${note}`}
      </p>
    ))}
  </>
)
