import type { Somebody } from '#src/decisions/seats/people.ts'
import type { ProxyEntry } from '#src/decisions/seats/proxies.ts'
import type { StandingEntry } from '#src/decisions/seats/standing.ts'
import type { Rules } from '#src/groups/rules.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Blocked, Empty } from '../kit/notice.tsx'
import { PeopleList } from '../kit/people.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block, Cols } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { SeatProxies } from './seat-proxies.tsx'
import { NewSeat, SeatRow } from './seat-row.tsx'
import { texts } from './seats-texts.ts'
import { names } from './words.ts'

/** Which form of the page came back, and for a seat's own form whose. */
export type RefusedSeat = { form: 'seat' | 'holder' | 'proxy' | 'end'; seatId?: string; input: Refused }

export type SeatsPageProps = {
  locale: Locale
  group: Group
  me: string
  rules: Rules
  seats: { seat: StandingEntry; eligible: Somebody[] }[]
  /** Members with a vote of their own. */
  individuals: Somebody[]
  proxies: ProxyEntry[]
  /** Who may get a seat. */
  candidates: { organisations: Somebody[]; groups: Somebody[] }
  /** Who arranges the seats. */
  keepers: string[]
  may: { arrange: boolean; giveProxy: boolean }
  refused?: RefusedSeat
}

/** How voices are counted here, in sentences. */
export function electorateWords(locale: Locale, rules: Rules): string[] {
  const t = texts[locale.lang]
  const { electorate, seatPolicy, weights, pooledSeats, severalSeatsPerPerson } = rules
  if (electorate === 'persons') return [t.byPersons]
  const policies = {
    ...t.policies,
    weighted: t.policies.weighted(weights),
    pooled: t.policies.pooled({ seats: pooledSeats }),
  }
  return [t.bySeats, policies[seatPolicy], severalSeatsPerPerson ? t.severalAllowed : t.oneOnly]
}

const How = ({ locale, rules }: SeatsPageProps) => (
  <Block id="electorate" title={texts[locale.lang].how} quiet>
    {electorateWords(locale, rules).map((sentence) => (
      <p>{sentence}</p>
    ))}
    <p class="soft">{texts[locale.lang].rulesDecide}</p>
  </Block>
)

/** By several who count the same. */
const isShared = ({ seat }: SeatsPageProps['seats'][number]) =>
  seat.holders.filter(({ rank }) => rank === 'principal').length > 1

const Seats = (props: SeatsPageProps) => {
  const { locale, seats, may } = props
  const t = texts[locale.lang]
  return (
    <Block id="seats" title={t.seats}>
      {seats.length === 0 && <Empty first={t.noSeats}>{t.noSeatsMore}</Empty>}
      {seats.some(({ seat }) => seat.kind === 'group') && <p class="soft">{t.ofGroup}</p>}
      {seats.some(isShared) && <p class="soft">{t.several}</p>}
      <Rows first>
        {seats.map((entry) => (
          <SeatRow {...props} entry={entry} />
        ))}
      </Rows>
      {may.arrange ? <NewSeat {...props} /> : <WhoArranges {...props} />}
    </Block>
  )
}

const WhoArranges = ({ locale, group, keepers }: SeatsPageProps) => {
  const t = texts[locale.lang]
  return (
    <Blocked why={group.kind === 'circle' ? t.onlyCoordinators : t.onlyKeepers}>
      {keepers.length > 0 &&
        t.thatIs({
          names: names(
            locale,
            keepers.map((name) => ({ name })),
          ),
        })}
    </Blocked>
  )
}

const speaking = ({ seats }: SeatsPageProps) =>
  seats.flatMap(({ seat }) => seat.holders.filter(({ rank }) => rank === 'principal').map(({ personId }) => personId))

const Individuals = (props: SeatsPageProps) => {
  const { locale, rules, individuals } = props
  const t = texts[locale.lang]
  const isBySeats = rules.electorate === 'seats'
  const shown = isBySeats ? individuals.filter(({ id }) => !speaking(props).includes(id)) : individuals
  return (
    <Block id="individuals" title={isBySeats ? t.individuals : t.members}>
      {isBySeats && <p class="soft">{rules.seatPolicy === 'org_only' ? t.individualsAdvise : t.individualsMore}</p>}
      {shown.length > 0 ? <PeopleList people={shown} /> : <p class="soft">{t.nobodyVotes}</p>}
    </Block>
  )
}

/** Who has a vote in the group, on which seat, since when and by which decision; and who answers for whom. */
export const SeatsPage = (props: SeatsPageProps) => {
  const { locale, group } = props
  return (
    <>
      <GroupHead locale={locale} group={group} title={texts[locale.lang].title} />
      <Live id="standing-seats" on="seats people" href={paths.seats(group)}>
        <Cols
          asideLabel={texts[locale.lang].proxies}
          aside={
            <>
              <Individuals {...props} />
              <SeatProxies {...props} />
            </>
          }
        >
          <How {...props} />
          <Seats {...props} />
        </Cols>
      </Live>
    </>
  )
}
