import type { Child } from 'hono/jsx'
import type { Board, BoardColumn } from '#src/tasks/board/columns.ts'
import { Empty } from '../kit/notice.tsx'
import type { GroupTasksProps } from './group-tasks-page.tsx'
import { listTexts } from './list-texts.ts'
import { BoardCard } from './task-card.tsx'
import { isFiltered, listHref } from './task-filter.tsx'
import { texts } from './texts.ts'

type Props = GroupTasksProps & { board: Board; back: string }

const columns = ['open', 'begun', 'done'] as const

/** Three columns; cards are moved by hand, by keys and by buttons. Without script the buttons do. */
export const TaskBoard = (props: Props) => {
  const { board, query, locale } = props
  const [t, l] = [texts[locale.lang], listTexts[locale.lang]]
  if (columns.every((name) => board[name].tasks.length === 0)) {
    return isFiltered(query) ? <Empty first={l.noneFound} /> : <Empty first={t.emptyFirst}>{t.emptyThen}</Empty>
  }
  return (
    <task-board
      id="board"
      data-grabbed={l.grabbed}
      data-moved={l.moved}
      data-dropped={l.dropped}
      data-cancelled={l.cancelled}
    >
      <p class="vh" id="board-keys">
        {l.keys}
      </p>
      <p class="vh" role="status" id="board-said" data-said="" hx-preserve="" />
      <div class="board">
        {columns.map((name) => (
          <Lane {...props} name={name} column={board[name]} />
        ))}
      </div>
    </task-board>
  )
}

const Lane = (props: Props & { name: (typeof columns)[number]; column: BoardColumn }) => {
  const { group, query, name, column, mayOf, back, locale } = props
  const t = listTexts[locale.lang]
  const rest = column.count - column.tasks.length
  return (
    <section class="lane" aria-labelledby={`lane-${name}-title`}>
      <h2 id={`lane-${name}-title`}>
        {t.columns[name]} <span class="soft">{column.count}</span>
      </h2>
      <ul class="plain cards" id={`lane-${name}`} data-lane={name} data-name={t.columns[name]}>
        {column.tasks.map((task) => (
          <BoardCard task={task} group={group} may={mayOf(task)} back={back} locale={locale} />
        ))}
      </ul>
      <p class="soft nothing">{t.columnEmpty[name]}</p>
      {rest > 0 && (
        <p>
          <a href={listHref(group, { ...query, view: 'list', state: name === 'begun' ? 'begun' : 'open' })}>
            {t.rest({ count: rest })}
          </a>
        </p>
      )}
      {name === 'done' && (
        <p>
          <a href={listHref(group, { ...query, view: 'list', state: 'done' })}>{t.allDone}</a>
        </p>
      )}
    </section>
  )
}

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'task-board': { id?: string; children?: Child; [data: `data-${string}`]: string }
    }
  }
}
