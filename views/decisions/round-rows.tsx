import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { day, weekday } from '../kit/dates.ts'
import { Rand, Remaining } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { texts } from './proposal-texts.ts'
import { roundState } from './state.ts'
import { texts as words } from './texts.ts'
import { reasonWords, tallyWords } from './words.ts'

/** Without a group the rounds are not linked: their pages are for its members. */
type Props = { group: Pick<Group, 'slug'> | null; rounds: RoundEntry[]; locale: Locale; titled?: boolean }

const When = ({ entry, locale }: { entry: RoundEntry; locale: Locale }) => {
  const { count, isOver, closesAt } = entry
  if (count) return <Rand main={day(locale, count.createdAt)} />
  return isOver ? (
    <Rand main={weekday(locale, new Date(closesAt.getTime() - 1))} />
  ) : (
    <Remaining until={closesAt} locale={locale} />
  )
}

/** Rounds as a list; `titled` when they are about different things. */
export const RoundRows = ({ group, rounds, locale, titled }: Props) => (
  <Rows>
    {rounds.map((entry) => (
      <RoundRow group={group} entry={entry} locale={locale} titled={titled} />
    ))}
  </Rows>
)

const RoundRow = ({ group, entry, locale, titled }: Omit<Props, 'rounds'> & { entry: RoundEntry }) => {
  const w = words[locale.lang]
  const { round, count, answered, entitled, cited } = entry
  const name = texts[locale.lang].round({
    method: w.methods[round.method],
    round: w.nthRound({ number: round.number }),
  })
  return (
    <Row
      rand={<When entry={entry} locale={locale} />}
      title={titled ? round.title : name}
      href={group ? paths.round(group, round) : undefined}
      meta={
        <>
          <Status state={roundState(entry)} locale={locale} /> {titled && `${name} · `}
          {count ? tallyWords(locale, count.tally) : w.answered({ answered, entitled })}
        </>
      }
    >
      {count && !titled && (
        <p>
          {reasonWords(locale, count.reason)} {cited && <ShelfMark number={cited} href={paths.decision(cited)} />}
        </p>
      )}
    </Row>
  )
}
