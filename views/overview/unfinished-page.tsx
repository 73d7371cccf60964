import type { Group } from '#src/groups/schema.ts'
import type { Unfinished } from '#src/overview/circle/unfinished.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Slice } from '#src/web/slices.ts'
import { Button } from '../kit/button.tsx'
import { SelectField } from '../kit/field.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Pager } from '../kit/pager.tsx'
import { Column } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './lists-texts.ts'
import { UnfinishedRows } from './unfinished-block.tsx'

type Props = {
  circle: Group
  list: Slice<Unfinished>
  chosen: { why?: 'late' | 'without'; from?: string }
  groups: Group[]
  locale: Locale
}

const Filter = ({ circle, chosen, groups, locale }: Props) => {
  const t = texts[locale.lang]
  const form = { id: 'narrow', locale }
  const whys = (['late', 'without'] as const).map((why) => ({ value: why as string, label: t.whys[why] }))
  return (
    <form class="filter" method="get" action={paths.unfinished(circle)}>
      <SelectField
        form={form}
        name="why"
        label={t.why}
        options={[{ value: '', label: t.whys.all }, ...whys]}
        value={chosen.why ?? ''}
      />
      <SelectField
        form={form}
        name="from"
        label={t.group}
        options={[{ value: '', label: t.allGroups }, ...groups.map(({ slug, name }) => ({ value: slug, label: name }))]}
        value={chosen.from ?? ''}
      />
      <Button rank="second">{t.narrow}</Button>
    </form>
  )
}

/** All decisions that nobody carries out yet, narrowed to what is missing or to a group. */
export const UnfinishedPage = (props: Props) => {
  const { circle, list, chosen, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={circle} title={t.unfinishedTitle} lead={t.unfinishedLead} />
      <Column>
        <Filter {...props} />
        <h2 class="vh">{t.unfinishedTitle}</h2>
        {list.entries.length === 0 ? (
          <DoneLine>{t.unfinishedNone}</DoneLine>
        ) : (
          <UnfinishedRows entries={list.entries} locale={locale} />
        )}
        <Pager {...list} href={(page) => paths.unfinished(circle, { ...chosen, page })} locale={locale} />
      </Column>
    </>
  )
}
