import type { WishEntry } from '#src/decisions/agenda/wishes.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { AgendaRows } from '../decisions/agenda-rows.tsx'
import { texts } from '../decisions/agenda-texts.ts'
import { Block } from '../kit/structure.tsx'

type Props = { agenda: WishEntry[]; group: Group; locale: Locale }

/** What the group takes up when it next meets: stands there until somebody says that it is done. */
export const AgendaBlock = ({ agenda, group, locale }: Props) => {
  const t = texts[locale.lang]
  if (agenda.length === 0) return null
  return (
    <Block id="agenda-block" title={t.title} link={<a href={paths.agenda(group)}>{t.all}</a>}>
      <AgendaRows open={agenda} mayFinish={false} group={group} locale={locale} />
    </Block>
  )
}
