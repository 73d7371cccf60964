import type { Count, Round } from '#src/decisions/rounds/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { Table } from '../kit/table.tsx'
import { texts } from './result-texts.ts'
import { texts as words } from './texts.ts'

type Props = { tally: Count['tally']; locale: Locale }

const levels = ['support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block'] as const

/** How many gave which level of agreement. */
export const LevelsTable = ({ tally, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Table
      pairs
      caption={t.levelsCaption}
      columns={[{ label: t.level }, { label: t.answers, figure: true }]}
      rows={levels.map((level) => [words[locale.lang].choices[level], tally[level] ?? 0])}
    />
  )
}

const kinds = ['organisation', 'person'] as const
const votes = ['yes', 'no', 'abstain'] as const

/** Where several kinds of seats are counted apart, also if one of them has not said anything. */
export const tellsKinds = (tally: Count['tally'], { rules }: Pick<Round, 'rules'>): boolean =>
  rules.seatPolicy !== 'org_only' && 'organisation_yes' in tally

/** Where it is so, what each of them said. */
export const KindsTable = ({ tally, round, locale }: Props & { round: Pick<Round, 'rules'> }) => {
  const t = texts[locale.lang]
  if (!tellsKinds(tally, round)) return null
  return (
    <Table
      caption={t.kindsCaption}
      columns={[{ label: t.kind }, ...votes.map((vote) => ({ label: t[vote], figure: true }))]}
      rows={kinds.map((kind) => [t.kinds[kind], ...votes.map((vote) => tally[`${kind}_${vote}`] ?? 0)])}
    />
  )
}
