import type { Child } from 'hono/jsx'
import type { Method } from '#src/groups/rules.ts'
import type { Group } from '#src/groups/schema.ts'
import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Attention } from '#src/tasks/attention.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { time } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { agendaTexts } from './agenda-texts.ts'
import { ItemFlags, ItemMeta, itemHref } from './item-meta.tsx'
import { itemGoal, itemTitle } from './item-title.ts'

export type AgendaListProps = {
  group: Group
  meeting: MeetingEntry
  agenda: AgendaEntry[]
  method: Method
  /** Until when papers have to be out. */
  outBy: Date
  /** Tasks that the group has to look at. */
  tasks: { nobodys: Attention; overdue: Attention }
  isToCome: boolean
  mayArrange: boolean
  locale: Locale
}

type OneProps = AgendaListProps & { item: AgendaEntry; at: Date; isLast: boolean }

const Move = ({ group, meeting, item, way, locale }: OneProps & { way: 'up' | 'down' }) => {
  const t = agendaTexts[locale.lang]
  const title = itemTitle(locale, item)
  const name = way === 'up' ? t.upOf({ title }) : t.downOf({ title })
  return (
    <ActionForm action={paths.agendaOrder(group, meeting)} id={`${way}-${item.id}`} locale={locale} inline>
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="move" value={way} />
      <Button rank="quiet" icon={way === 'up' ? 'arrow-up' : 'arrow-down'}>
        <span aria-hidden="true">{t[way]}</span>
        <span class="vh">{name}</span>
      </Button>
    </ActionForm>
  )
}

const Acts = (props: OneProps) => {
  const { group, meeting, item, isLast, locale } = props
  const t = agendaTexts[locale.lang]
  const name = t.changeOf({ title: itemTitle(locale, item) })
  return (
    <div class="item-acts">
      {item.top !== 1 && <Move {...props} way="up" />}
      {!isLast && <Move {...props} way="down" />}
      <a class="btn quiet" href={paths.agendaItem(group, meeting, item)} aria-label={name}>
        {t.change}
      </a>
    </div>
  )
}

const Report = ({ item, locale }: Pick<OneProps, 'item' | 'locale'>) => {
  const t = agendaTexts[locale.lang]
  if (!item.report) return null
  const { achieved, stuck, needed } = item.report
  const lines = [
    [t.achieved, achieved],
    [t.stuck, stuck],
    [t.needed, needed],
  ] as const
  return (
    <ul class="plain">
      {lines
        .filter(([, words]) => words)
        .map(([label, words]) => (
          <li>
            <b>{label}:</b> {words}
          </li>
        ))}
    </ul>
  )
}

const TaskList = ({ item, tasks, group, locale }: OneProps) => {
  if (item.source !== 'tasks') return null
  const t = agendaTexts[locale.lang]
  const parts = [[tasks.overdue, t.overdue] as const, [tasks.nobodys, t.nobodys] as const]
  return (
    <ul class="plain">
      {parts
        .filter(([{ count }]) => count > 0)
        .map(([{ count, first }, words]) => (
          <li>
            {words({ count })}{' '}
            {first.map((task, place) => (
              <>
                {place > 0 && ' · '}
                <a href={paths.task(group, task)}>{task.title}</a>
              </>
            ))}
          </li>
        ))}
    </ul>
  )
}

const Ended = ({ item, locale }: Pick<OneProps, 'item' | 'locale'>) => {
  const t = agendaTexts[locale.lang]
  if (!item.ending) return null
  return <p class="soft">{item.ending.kind === 'carried_over' ? t.carriedOver : t.done}</p>
}

const One = (props: OneProps) => {
  const { group, item, at, mayArrange, locale } = props
  const t = agendaTexts[locale.lang]
  const [title, goal, href] = [itemTitle(locale, item), itemGoal(locale, item), itemHref({ group, item })]
  const margin = { top: t.top({ number: item.top ?? 0 }), main: time(locale, at) }
  return (
    <li id={`item-${item.id}`} data-item={item.id} data-title={title}>
      <Rand {...margin} bottom={t.minutes({ count: item.minutes })} />
      <div class="satz">
        <h3>{href ? <a href={href}>{title}</a> : title}</h3>
        <ItemMeta {...props} />
        {goal && <p>{goal}</p>}
        <Report {...props} />
        <TaskList {...props} />
        <ItemFlags {...props} />
        <Ended {...props} />
        {mayArrange && <Acts {...props} />}
      </div>
    </li>
  )
}

const minute = 60_000

/** When each item begins if all keep to their time. */
function begins({ startsAt }: MeetingEntry, agenda: AgendaEntry[]): Date[] {
  let at = startsAt.getTime()
  return agenda.map(({ minutes }) => {
    const begin = new Date(at)
    at += minutes * minute
    return begin
  })
}

/** The agenda in its order. Items are moved with buttons; with script also dragged, or with Alt and the arrow keys. */
export const AgendaList = (props: AgendaListProps) => {
  const { group, meeting, agenda, mayArrange, locale } = props
  const t = agendaTexts[locale.lang]
  const shown = agenda.filter(({ top }) => top !== null)
  const at = begins(meeting, shown)
  const last = shown.length - 1
  const list = (
    <ol class="rows first agenda">
      {shown.map((item, place) => (
        <One {...props} item={item} at={at[place] ?? meeting.startsAt} isLast={place === last} />
      ))}
    </ol>
  )
  if (!mayArrange) return list
  return (
    <>
      <arranged-agenda data-said={t.said}>{list}</arranged-agenda>
      <ActionForm action={paths.agendaOrder(group, meeting)} id="agenda-order" locale={locale} inline>
        <input type="hidden" name="item" value="" />
        <input type="hidden" name="before" value="" />
      </ActionForm>
    </>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'arranged-agenda': { 'data-said'?: string; children?: Child }
    }
  }
}

export const TakenOff = ({ agenda, locale }: Pick<AgendaListProps, 'agenda' | 'locale'>) => {
  const t = agendaTexts[locale.lang]
  return (
    <ul class="plain">
      {agenda.map((item) => (
        <li>
          <s>{itemTitle(locale, item)}</s>{' '}
          <span class="soft">{t.takenOffWhy({ reason: item.ending?.words ?? '' })}</span>
        </li>
      ))}
    </ul>
  )
}
