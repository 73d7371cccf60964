import type { Group } from '#src/groups/schema.ts'
import type { HandoverEntry } from '#src/handovers/leaving/history.ts'
import type { Locale } from '#src/web/locale.ts'
import { shortDay } from '../kit/dates.ts'
import { Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { GroupHead } from '../layout/group.tsx'
import { heldTitle } from './held-list.tsx'
import { texts } from './leave-texts.ts'

const Gone = ({ locale, entry }: { locale: Locale; entry: HandoverEntry }) => {
  const t = texts[locale.lang]
  const { name, successor, givenBy, items, createdAt } = entry
  const meta = [
    successor ? t.to({ name: successor }) : t.toNobody,
    givenBy !== '' && t.by({ words: givenBy }),
    items.length === 0 && t.empty,
  ]
  return (
    <Row
      rand={<Rand top={t.leftOn} main={shortDay(locale, createdAt)} />}
      title={name}
      meta={meta.filter(Boolean).join('\u00A0· ')}
    >
      <ul class="plain">
        {items.map((item) => (
          <li>
            {t.kinds[item.kind]}: {heldTitle(locale, item)}, {t.fates[item.fate]}
          </li>
        ))}
      </ul>
    </Row>
  )
}

/** Who has left the group, and where everything went. */
export const HandoversPage = ({
  locale,
  group,
  handovers,
}: {
  locale: Locale
  group: Group
  handovers: HandoverEntry[]
}) => {
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={group} title={t.handovers} lead={t.handoversLead} />
      {handovers.length === 0 ? (
        <Empty first={t.noHandovers}>{t.noHandoversMore}</Empty>
      ) : (
        <Rows first>
          {handovers.map((entry) => (
            <Gone locale={locale} entry={entry} />
          ))}
        </Rows>
      )}
    </>
  )
}
