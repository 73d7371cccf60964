import type { PollEntry, PolledDate } from '#src/meetings/polls/model.ts'
import type { PollChoice } from '#src/meetings/polls/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../../kit/dates.ts'
import { Icon } from '../../kit/icon.tsx'
import { Table } from '../../kit/table.tsx'
import { texts } from './texts.ts'

const choices = ['yes', 'if_need_be', 'no'] as const satisfies readonly PollChoice[]

const saying = (date: PolledDate, choice: PollChoice) => date.replies.filter((one) => one.choice === choice)

const order = (date: PolledDate) => saying(date, 'yes').length * 1000 - saying(date, 'no').length

/** Most yes, and of these fewest no; several when they are alike, none before anybody has answered. */
export function bestOf(dates: PolledDate[]): PolledDate[] {
  if (dates.every(({ replies }) => replies.length === 0)) return []
  const best = Math.max(...dates.map(order))
  return dates.filter((date) => order(date) === best)
}

/** How many and who, for each date; a list, so that it reads the same on a phone and aloud. */
export const PollTable = ({ poll, locale }: { poll: PollEntry; locale: Locale }) => {
  const t = texts[locale.lang]
  const best = bestOf(poll.dates)
  const cell = (date: PolledDate, choice: PollChoice) => {
    const who = saying(date, choice)
    return (
      <span>
        <b>{who.length}</b>
        {who.length > 0 && <span class="soft poll-names"> {who.map(({ name }) => name).join(', ')}</span>}
      </span>
    )
  }
  const rows = poll.dates.map((date) => [
    <>
      {dayTime(locale, date.startsAt)}
      {best.includes(date) && (
        <span class="poll-best">
          <Icon name="check" /> {t.best}
        </span>
      )}
    </>,
    ...choices.map((choice) => cell(date, choice)),
  ])
  const columns = [{ label: t.column }, ...choices.map((choice) => ({ label: t.choices[choice] }))]
  return (
    <>
      <Table caption={t.all} columns={columns} rows={rows} />
      <p>
        {poll.silent.length === 0 ? t.everybody : `${t.silent}: ${poll.silent.map(({ name }) => name).join(', ')}.`}
      </p>
    </>
  )
}
