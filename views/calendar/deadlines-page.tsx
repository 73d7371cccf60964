import type { DeadlineChoices } from '#src/calendar/choices.ts'
import type { ShownDeadline } from '#src/calendar/showing.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Slice } from '#src/web/slices.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Live } from '../kit/live.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Pager } from '../kit/pager.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { GroupHead } from '../layout/group.tsx'
import { DeadlineRow } from './deadline-row.tsx'
import { DeadlineFields } from './fields.tsx'
import { texts } from './texts.ts'

type List = Slice<ShownDeadline> & { settled: boolean }

type ListProps = {
  list: List
  /** This list, open or settled, page by page. */
  at: (view: { state?: 'settled'; page?: number }) => string
  /** Where one of them can be looked at; nowhere for those who do not see to it. */
  one: (deadline: ShownDeadline) => string | undefined
  locale: Locale
}

const DeadlineList = ({ list: { entries, settled, page, hasMore }, at, one, locale }: ListProps) => {
  const t = texts[locale.lang]
  const state = settled ? ('settled' as const) : undefined
  return (
    <>
      <Tabs
        label={t.views}
        tabs={[
          { href: at({}), label: t.open, current: !settled },
          { href: at({ state: 'settled' }), label: t.settled, current: settled },
        ]}
      />
      <Block id="deadlines" title={settled ? t.settled : t.open} quiet>
        {entries.length === 0 && (settled ? <p class="soft">{t.nothingSettled}</p> : <DoneLine>{t.nothing}</DoneLine>)}
        {entries.length > 0 && (
          <Rows first>
            {entries.map((deadline) => (
              <DeadlineRow deadline={deadline} href={one(deadline)} locale={locale} />
            ))}
          </Rows>
        )}
        <Pager {...{ page, hasMore, locale }} href={(other) => at({ state, page: other })} />
      </Block>
    </>
  )
}

type Props = {
  group: Group
  list: List
  /** For those who may write one down. */
  choices: DeadlineChoices | null
  today: string
  refused?: Refused | null
  locale: Locale
}

const Add = ({ group, choices, today, refused, locale }: Props & { choices: DeadlineChoices }) => {
  const t = texts[locale.lang]
  const form = { id: 'new-deadline', locale, refused, problems: t.problems }
  return (
    <Fold id="add-deadline" label={t.add} icon="plus" open={!!refused}>
      <ActionForm action={paths.deadlines(group)} form={form} locale={locale}>
        <DeadlineFields {...{ form, group, choices, today }} />
        <Button busy={t.adding}>{t.add}</Button>
      </ActionForm>
    </Fold>
  )
}

/** Days from outside that this group sees to; in the circle those of all groups. */
export const DeadlinesPage = (props: Props) => {
  const { group, list, choices, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <GroupHead locale={locale} group={group} title={t.title} lead={t.lead} />
      <Column>
        {choices && <Add {...props} choices={choices} />}
        <Live id="deadline-list" on="deadlines" href={paths.deadlines(group, shownNow(list))}>
          <DeadlineList
            list={list}
            at={(view) => paths.deadlines(group, view)}
            one={(deadline) => paths.deadline(group, deadline)}
            locale={locale}
          />
        </Live>
        {group.kind !== 'circle' && (
          <p class="soft link-line">
            <a href={paths.allDeadlines()}>{t.all}</a>
          </p>
        )}
      </Column>
    </>
  )
}

const shownNow = ({ settled, page }: List) => ({
  ...(settled ? { state: 'settled' as const } : {}),
  page: page > 1 ? page : undefined,
})

/** For everybody in the alliance: what comes when, and who sees to it. */
export const AllDeadlinesPage = ({ list, locale }: { list: List; locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head over={<a href={paths.circle()}>{t.circle}</a>} title={t.title} lead={t.allLead} narrow />
      <Column>
        <DeadlineList list={list} at={paths.allDeadlines} one={() => undefined} locale={locale} />
      </Column>
    </>
  )
}
