import type { Group } from '#src/groups/schema.ts'
import type { SomeUnfinished, Unfinished } from '#src/overview/circle/unfinished.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { standingState } from '../decisions/state.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Rand, Since } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './circle-texts.ts'

/** How late, or since when without a task; whose tasks these are stays with the group. */
const Lag = ({ entry: { decision, overdue }, locale }: { entry: Unfinished; locale: Locale }) => {
  const t = texts[locale.lang]
  if (overdue === 0) return <Since from={decision.decidedOn} label={t.withoutTask} locale={locale} />
  return <Rand main={t.overdue({ count: overdue })} bottom={t.isOverdue} late />
}

export const UnfinishedRows = ({ entries, locale }: { entries: Unfinished[]; locale: Locale }) => (
  <Rows>
    {entries.map((entry) => (
      <Row
        rand={<Lag entry={entry} locale={locale} />}
        title={entry.decision.title}
        href={paths.decision(entry.decision.cited)}
        meta={
          <>
            <Status state={standingState(entry.decision)} locale={locale} /> <ShelfMark number={entry.decision.cited} />{' '}
            · {entry.decision.group.name}
          </>
        }
      />
    ))}
  </Rows>
)

type Props = { unfinished: SomeUnfinished; circle: Group; locale: Locale }

/** Decisions of all groups that nobody carries out yet (`DOMAIN.md 5.1`). */
export const UnfinishedBlock = ({ unfinished: { entries, count }, circle, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block
      id="unfinished"
      title={t.unfinished}
      link={count > 0 && <a href={paths.unfinished(circle)}>{t.allUnfinished({ count })}</a>}
    >
      {count === 0 ? <DoneLine>{t.unfinishedEmpty}</DoneLine> : <UnfinishedRows entries={entries} locale={locale} />}
    </Block>
  )
}
