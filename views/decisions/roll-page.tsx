import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { SeatEntry } from '#src/decisions/seats/roll.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { Table } from '../kit/table.tsx'
import { texts } from './answer-texts.ts'
import { texts as rounds } from './round-texts.ts'

type Props = { group: Pick<Group, 'slug' | 'name'>; entry: RoundEntry; roll: SeatEntry[]; locale: Locale }

/** Whether there is an answer, never which; and what took the seat off the roll. */
export function standing({ lost, recused, recusedBy, hasAnswered, enteredBy }: SeatEntry, locale: Locale): string {
  const t = texts[locale.lang]
  if (lost) return rounds[locale.lang].lost
  if (recused) return recusedBy ? t.recusedBy({ name: recusedBy }) : t.recused
  if (enteredBy) return t.enteredBy({ name: enteredBy })
  return hasAnswered ? rounds[locale.lang].hasAnswered : rounds[locale.lang].notYet
}

const holders = ({ holders }: SeatEntry, locale: Locale) =>
  holders
    .map(({ name, rank }) => (rank === 'principal' ? name : `${name}, ${texts[locale.lang].ranks[rank]}`))
    .join(' · ')

const seatName = ({ name, weight }: SeatEntry, locale: Locale) =>
  weight > 1 ? `${name} (${texts[locale.lang].counts({ weight })})` : name

const Changes = ({ roll, locale }: Pick<Props, 'roll' | 'locale'>) => {
  const t = texts[locale.lang]
  const changed = roll.filter(({ lost, recused }) => lost || recused)
  return (
    <section class="block" aria-labelledby="changes-title">
      <h2 id="changes-title">{t.changes}</h2>
      {changed.length === 0 ? (
        <p class="soft">{t.noChanges}</p>
      ) : (
        <ul class="plain">
          {changed.map((seat) => (
            <li>
              {seat.name}: {standing(seat, locale)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Who was entitled and who has answered, so that nobody can be added unseen (`SECURITY.md S-79`). */
export const RollPage = ({ group, entry, roll, locale }: Props) => {
  const t = texts[locale.lang]
  const { round, entitled, answered } = entry
  // Who sits for themselves needs no second column with the same name.
  const isShared = roll.some(({ kind, holders }) => kind !== 'person' || holders.length > 1)
  const columns = [t.seat, ...(isShared ? [t.holders] : []), t.state].map((label) => ({ label }))
  return (
    <>
      <Head
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> · <a href={paths.round(group, round)}>{round.title}</a>
          </>
        }
        title={t.roll}
        lead={t.rollLead}
        narrow
      />
      <Live id={`roll-${round.id}`} on="rounds people" href={paths.roundRoll(group, round)}>
        <Column>
          <p class="meta">
            {t.opened({ when: dayTime(locale, round.openedAt) })} {t.onIt({ count: entitled, answered })}
          </p>
          <Table
            caption={t.roll}
            pairs={!isShared}
            columns={columns}
            rows={roll.map((seat) => [
              seatName(seat, locale),
              ...(isShared ? [holders(seat, locale)] : []),
              standing(seat, locale),
            ])}
          />
          <Changes roll={roll} locale={locale} />
        </Column>
      </Live>
    </>
  )
}
