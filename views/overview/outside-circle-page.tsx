import type { OutsideView } from '#src/overview/outside.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { standingState } from '../decisions/state.ts'
import { listed } from '../groups/roles.ts'
import { day } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty, Notice } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Sheet, ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block, Cols, Head } from '../kit/structure.tsx'
import { texts } from './circle-texts.ts'
import { MatterWay } from './matter-way.tsx'
import { texts as words } from './texts.ts'

type Props = { view: OutsideView; locale: Locale }

const Latest = ({ view: { circle, latest }, locale }: Props) => {
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

const UnderWay = ({ view: { underWay }, locale }: Props) => {
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

/** For those who do not sit in the circle: what it decided, who speaks for their groups, where their matters are. */
export const OutsideCirclePage = ({ view, locale }: Props) => {
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
        <Latest view={view} locale={locale} />
      </Cols>
    </>
  )
}
