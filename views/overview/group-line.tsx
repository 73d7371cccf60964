import type { GroupLine } from '#src/overview/mine.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ago, shortDay } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { Row } from '../kit/rows.tsx'
import { Sentence } from './happenings.tsx'
import { texts } from './texts.ts'

type Props = { line: GroupLine; locale: Locale }

const Unseen = ({ line: { unseen }, locale }: Props) => {
  const t = texts[locale.lang]
  if (unseen.count === 0) return <p class="rand">{t.nothingNew}</p>
  const since = unseen.since ? t.sinceDay({ day: shortDay(locale, unseen.since) }) : undefined
  return <Rand top={t.newThings} main={t.things({ count: unseen.count })} bottom={since} />
}

/** "1 Runde läuft, 1 Sache liegt beim Kreis, 2 Aufgaben sind offen." */
function goingOn({ group, rounds, underWay, returned, openTasks }: GroupLine, locale: Locale): string {
  const t = texts[locale.lang]
  const matters = group.kind === 'circle' ? t.waitsInCircle : t.liesWithCircle
  const parts = [
    rounds > 0 && t.runs({ count: rounds }),
    underWay > 0 && matters({ count: underWay }),
    returned > 0 && t.cameBack({ count: returned }),
    openTasks > 0 && t.tasksOpen({ count: openTasks }),
  ].filter(Boolean)
  return `${parts.length > 0 ? parts.join(', ') : t.nothingOpen}.`
}

export const GroupRow = ({ line, locale }: Props) => {
  const { group, isGuest, latest } = line
  const t = texts[locale.lang]
  if (isGuest) {
    return (
      <Row title={group.name} href={paths.group(group)}>
        <p>{t.asGuest}</p>
      </Row>
    )
  }
  return (
    <Row rand={<Unseen line={line} locale={locale} />} title={group.name} href={paths.group(group)}>
      <p>{goingOn(line, locale)}</p>
      {latest && (
        <p class="meta">
          {t.latest({ when: ago(locale, latest.at) })} <Sentence news={latest} locale={locale} />
        </p>
      )}
    </Row>
  )
}
