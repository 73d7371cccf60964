import type { GroupLine } from '#src/overview/mine.ts'
import type { DayPart } from '#src/overview/moment.ts'
import type { News } from '#src/overview/news.ts'
import type { Duty } from '#src/overview/waiting.ts'
import { paths } from '#src/paths.ts'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import { fullDay } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { DoneLine, Empty } from '../kit/notice.tsx'
import { Rows } from '../kit/rows.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { Block, Cols, Head } from '../kit/structure.tsx'
import { Timeline } from '../kit/timeline.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { DutyRow } from './duty-row.tsx'
import { GroupRow } from './group-line.tsx'
import { happenings, weekdayName } from './happenings.tsx'
import { MatterWay } from './matter-way.tsx'
import { texts } from './texts.ts'

export type StartPageProps = {
  name: string
  dayPart: DayPart
  /** What is due first, at most seven. */
  duties: Duty[]
  /** How many more there are. */
  more: number
  groups: GroupLine[]
  underWay: ReferralEntry[]
  news: News[]
  newsSince: Date
  locale: Locale
}

const here = paths.start()

/** The one thing that only this person can do gets the filled button. */
const mostWanted = (duties: Duty[]) =>
  duties.find(({ kind }) => kind === 'answer') ?? duties.find(({ kind }) => kind !== 'do')

const Waiting = ({ duties, more, locale }: StartPageProps) => {
  const t = texts[locale.lang]
  const wanted = mostWanted(duties)
  return (
    <Block id="waiting-list" title={t.title} quiet>
      {duties.length > 0 && (
        <Rows first>
          {duties.map((duty) => (
            <DutyRow duty={duty} rank={duty === wanted ? undefined : 'second'} locale={locale} />
          ))}
        </Rows>
      )}
      <div class="actions">
        {more > 0 ? <p class="soft">{t.more({ count: more })}</p> : <DoneLine>{t.done}</DoneLine>}
        <a href={paths.myTasks()}>{t.allMyTasks}</a>
      </div>
    </Block>
  )
}

const MyGroups = ({ groups, locale }: StartPageProps) => {
  const t = texts[locale.lang]
  return (
    <Block id="my-groups" title={t.myGroups} link={<a href={paths.groups()}>{t.allGroups}</a>}>
      {groups.length === 0 ? (
        <Empty first={t.noGroups}>{t.noGroupsThen}</Empty>
      ) : (
        <Rows>
          {groups.map((line) => (
            <GroupRow line={line} locale={locale} />
          ))}
        </Rows>
      )}
    </Block>
  )
}

const UnderWay = ({ underWay, groups, locale }: StartPageProps) => {
  const t = texts[locale.lang]
  const groupOf = ({ fromId }: ReferralEntry) => groups.find(({ group }) => group.id === fromId)?.group
  return (
    <Block id="under-way" title={t.underWay}>
      {underWay.length === 0 && <p class="soft">{t.nothingUnderWay}</p>}
      {underWay.map((matter) => (
        <Sheet>
          <h3>
            <a href={paths.referral(groupOf(matter) ?? matter.from, matter)}>{matter.title}</a>
          </h3>
          <CheckMark thing="referral" id={matter.id} locale={locale} />
          <MatterWay matter={matter} locale={locale} />
        </Sheet>
      ))}
    </Block>
  )
}

const Lately = ({ news, newsSince, locale }: StartPageProps) => {
  const t = texts[locale.lang]
  return (
    <Block id="lately" title={t.since({ day: weekdayName(locale, newsSince) })}>
      {news.length === 0 ? <p class="soft">{t.quiet}</p> : <Timeline entries={happenings(news, locale)} />}
    </Block>
  )
}

/** Who belongs to the circle alone has nothing lying there. */
const sendsMatters = ({ group, isGuest }: GroupLine) => !isGuest && group.kind === 'working_group'

/** What may bring something to do, or take it away. */
const pressing = 'rounds records tasks referrals decisions people comments reviews meetings polls'

const anything = `${pressing} proposals documents mandates`

/** What I have to do today, then what moves around me. */
export const StartPage = (props: StartPageProps) => {
  const { name, dayPart, duties, more, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <Live id="waiting" on={pressing} href={here}>
        <Head
          over={`${fullDay(locale, locale.now)} · ${t.greeting[dayPart]({ name })}`}
          title={t.waiting({ count: duties.length + more })}
          narrow
        />
      </Live>
      <Cols
        asideLabel={t.aside}
        aside={
          <Live id="moving" on={anything} href={here}>
            {props.groups.some(sendsMatters) && <UnderWay {...props} />}
            <Lately {...props} />
          </Live>
        }
      >
        <Live id="duties" on={pressing} href={here}>
          <Waiting {...props} />
        </Live>
        <Live id="groups" on={anything} href={here}>
          <MyGroups {...props} />
        </Live>
      </Cols>
    </>
  )
}
