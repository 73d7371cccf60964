import type postgres from 'postgres'
import type { SeatRank } from '#src/decisions/seats/schema.ts'
import { endingOf, type Stage } from './deeds.ts'
import { inWords, onTheSheet } from './ending.ts'
import { paperRanks } from './minutes.ts'
import type { Line, Setting, State, Word } from './model.ts'
import type { Objection } from './objecting.ts'

interface Row {
  id: string
  seat: string
  person: string
  rank: SeatRank | 'meeting'
  word: Word
  isLate: boolean
}

const lineOf = ({ seats }: Setting, { seat, person, rank, word, isLate }: Row): Line => {
  if (rank !== 'meeting') return { seat, by: person, rank, word, isLate }
  const sitsAs = seats.find(({ id }) => id === seat)?.holders.find((holder) => holder.person === person)?.rank
  return { seat, by: `paper of ${person}`, rank: sitsAs ? paperRanks[sitsAs] : null, word, isLate }
}

/** One row with everything that is written about a round, read past the product. */
const written = (admin: postgres.Sql, id: string, groupId: string, everybody: string[]) => admin`
  select
    r.closes_at <= clock_timestamp() as "isPastFirstEnd",
    ends.at <= clock_timestamp() as "isOver",
    exists (select from round_extensions where round_id = r.id) as "isExtended",
    exists (select from agenda_wishes where round_id = r.id) as "isTakenUp",
    array(select person_id from memberships
      where group_id = ${groupId} and ended_at is null and person_id in ${admin(everybody)}) as members,
    array(select seat_id from recusals where round_id = r.id) as recused,
    array(select l.seat_id from seat_losses l join seats s on s.id = l.seat_id where s.round_id = r.id) as lost,
    array(select seat_id from procedure_objections where round_id = r.id) as demanding,
    array(select seat_id from attendances where round_id = r.id) as attending,
    (select coalesce(jsonb_object_agg(seat_id, proposed_by_id), '{}') from recusal_proposals
      where round_id = r.id) as proposed,
    (select to_jsonb(h) - 'round_id' - 'entered_by_id' - 'created_at' from hand_counts h
      where h.round_id = r.id) as hands,
    (select coalesce(jsonb_agg(jsonb_build_object('seat', o.seat_id, 'owner', o.owner_id, 'end', e.kind)), '[]')
      from objections o left join objection_endings e on e.objection_id = o.id where o.round_id = r.id) as objections,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', b.id, 'seat', b.seat_id, 'person', b.cast_by_id, 'rank', b.rank,
        'isLate', b.received_at >= ends.at,
        'word', coalesce(
          (select jsonb_agg(v.resistance order by o.position) from ratings v
            join round_options o on o.id = v.option_id where v.ballot_id = b.id),
          to_jsonb(b.choice))
      ) order by b.seq), '[]') from ballots b where b.round_id = r.id) as lines,
    (select to_jsonb(c) from counts c where c.round_id = r.id) as count,
    (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from counted_ballots c where c.round_id = r.id) as sheet
  from rounds r cross join lateral (
    select greatest(r.closes_at, (select max(closes_at) from round_extensions where round_id = r.id)) as at
  ) ends where r.id = ${id}`

interface SheetRow {
  seat_id: string
  ballot_id: string | null
  reason: string
}

const endedAs = ({ setting }: Stage, { count, sheet }: postgres.Row): string | null => {
  if (!count) return null
  const { outcome, reason, chosen_id: chosenId, tally } = count
  const answers = sheet.filter(({ ballot_id }: SheetRow) => ballot_id !== null).length
  return inWords(endingOf({ outcome, reason, chosenId }, setting), answers, sheet.length, tally.left)
}

const sorted = (of: readonly string[]) => [...of].sort()

const byKey = <T>(of: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1)))

/** In one order, however it came about: two that look the same are the same. */
export const inOrder = (state: State): State => ({
  ...state,
  ...{ members: sorted(state.members), recused: sorted(state.recused), lost: sorted(state.lost) },
  ...{ demanding: sorted(state.demanding), attending: sorted(state.attending) },
  ...{ proposed: byKey(state.proposed), sheet: byKey(state.sheet) },
  objections: sorted(state.objections.map(({ seat, owner, end }) => JSON.stringify({ seat, owner, end }))).map(
    (one): Objection => JSON.parse(one),
  ),
})

/** What the database says, in the words of the model. */
export async function look(stage: Stage): Promise<State> {
  const { admin, round, setting, everybody } = stage
  const [row] = await written(admin, round.id, round.groupId, everybody)
  if (!row) throw new Error('The round is gone')
  const { lines, count: _, sheet, ...rest } = row
  const of = new Map(lines.map((line: Row) => [line.id, lineOf(setting, line)]))
  const said = ({ ballot_id }: SheetRow) => (ballot_id ? (of.get(ballot_id) as Line) : undefined)
  return inOrder({
    ...(rest as Omit<State, 'ledger' | 'count' | 'sheet'>),
    ledger: lines.map((line: Row) => lineOf(setting, line)),
    count: endedAs(stage, row),
    sheet: Object.fromEntries(sheet.map((one: SheetRow) => [one.seat_id, onTheSheet(one.reason, said(one))])),
  })
}
