import type { ShownDeadline } from '#src/calendar/showing.ts'
import type { OutsideView } from '#src/overview/outside.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { standingState } from '../decisions/state.ts'
import { listed } from '../groups/roles.ts'
import { day, dayTime } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty, Notice } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Sheet, ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block, Cols, Head } from '../kit/structure.tsx'
import { texts } from './circle-texts.ts'
import { DeadlinesBlock } from './deadlines-block.tsx'
import { MatterWay } from './matter-way.tsx'
import { texts as words } from './texts.ts'

type Props = { view: OutsideView; deadlines: ShownDeadline[]; locale: Locale }

const Latest = ({ view: { circle, latest }, locale }: Omit<Props, 'deadlines'>) => {
  const t = texts[locale.lang]
  const all = <a href={`${paths.decisionLog()}?group=${circle.slug}`}>{t.allDecisions}</a>
  return (
    <Block id="latest" title={t.latest} link={all}>
      {latest.length === 0 ? (
        <Empty first={t.latestEmpty} />
      ) : (
        <Rows>
          {latest.map((decision) => (
            <Row
              rand={<Rand main={day(locale, decision.decidedOn)} />}
              title={decision.title}
              href={paths.decision(decision.cited)}
              meta={
                <>
                  <Status state={standingState(decision)} locale={locale} /> <ShelfMark number={decision.cited} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Block>
  )
}

const UnderWay = ({ view: { underWay }, locale }: Omit<Props, 'deadlines'>) => {
  const t = words[locale.lang]
  return (
    <Block id="under-way" title={t.underWay}>
      {underWay.length === 0 && <p class="soft">{t.nothingUnderWay}</p>}
      {underWay.map((matter) => (
        <Sheet>
          <h3>
            <a href={paths.referral(matter.from, matter)}>{matter.title}</a>
          </h3>
          <MatterWay matter={matter} locale={locale} />
        </Sheet>
      ))}
    </Block>
  )
}

/** When the circle meets is for everybody; what is on its agenda is not. */
const Meets = ({ view: { meeting }, locale }: Omit<Props, 'deadlines'>) => {
  const t = texts[locale.lang]
  return (
    <Block id="meets" title={t.meets} link={<a href={paths.allMeetings()}>{t.allMeetings}</a>}>
      {meeting ? (
        <p>
          <b>{meeting.cited}</b> · {dayTime(locale, meeting.startsAt)}
        </p>
      ) : (
        <p class="soft">{t.meetsNot}</p>
      )}
    </Block>
  )
}

/** For those who do not sit in the circle: what it decided, who speaks for their groups, where their matters are. */
export const OutsideCirclePage = ({ view, deadlines, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head title={view.circle.name} lead={view.aim || t.outside} narrow>
        <Notice first={t.outsideFirst}>
          {t.outsideThen}{' '}
          {view.speakers.map(({ group, names }) => `${t.speakers({ group, names: listed(locale, names) })} `)}
        </Notice>
      </Head>
      <Cols
        asideLabel={words[locale.lang].aside}
        aside={
          <Live id="under-way-live" on="referrals" href={paths.circle()}>
            <UnderWay view={view} locale={locale} />
          </Live>
        }
      >
        <Meets view={view} locale={locale} />
        <DeadlinesBlock deadlines={deadlines} group={null} locale={locale} />
        <Latest view={view} locale={locale} />
      </Cols>
    </>
  )
}
