import type { ShownDeadline } from '#src/calendar/showing.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { DeadlineRow } from '../calendar/deadline-row.tsx'
import { texts as words } from '../calendar/texts.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block } from '../kit/structure.tsx'
import { texts } from './circle-texts.ts'

type Props = {
  deadlines: ShownDeadline[]
  /** Null for those who only read them. */
  group: Group | null
  locale: Locale
}

/** What comes from outside in the next six weeks, and what has passed without a word on it. */
export const DeadlinesBlock = ({ deadlines, group, locale }: Props) => {
  const t = texts[locale.lang]
  const all = group ? paths.deadlines(group) : paths.allDeadlines()
  return (
    <Block id="deadlines" title={words[locale.lang].title} link={<a href={all}>{t.allDeadlines}</a>}>
      {deadlines.length === 0 ? (
        <DoneLine>{t.deadlinesEmpty}</DoneLine>
      ) : (
        <Rows>
          {deadlines.map((deadline) => (
            <DeadlineRow
              deadline={deadline}
              href={group ? paths.deadline(group, deadline) : undefined}
              locale={locale}
            />
          ))}
        </Rows>
      )}
    </Block>
  )
}
