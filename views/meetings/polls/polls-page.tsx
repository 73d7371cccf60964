import type { Group } from '#src/groups/schema.ts'
import type { PollLine } from '#src/meetings/polls/model.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../../kit/button.tsx'
import { day, dayTime } from '../../kit/dates.ts'
import { Live } from '../../kit/live.tsx'
import { Empty } from '../../kit/notice.tsx'
import { Remaining } from '../../kit/rand.tsx'
import { Row, Rows } from '../../kit/rows.tsx'
import { Block, Column } from '../../kit/structure.tsx'
import { GroupHead } from '../../layout/group.tsx'
import { texts } from './texts.ts'

type Props = { group: Group; polls: PollLine[]; mayAsk: boolean; locale: Locale }

/** The searches for a date of a group: open ones, then those that have ended. */
export const PollsPage = ({ group, polls, mayAsk, locale }: Props) => {
  const t = texts[locale.lang]
  const ask = mayAsk && (
    <LinkButton href={paths.newPoll(group)} icon="plus">
      {t.ask}
    </LinkButton>
  )
  return (
    <>
      <GroupHead locale={locale} group={group} title={t.title} lead={t.lead} actions={ask} />
      <Column>
        <Live id="group-polls" on="polls" href={paths.polls(group)}>
          <Block id="polls" title={t.title} quiet>
            {polls.length === 0 && <Empty first={t.empty}>{t.emptyThen}</Empty>}
            <Rows first>
              {polls.map((line) => (
                <PollRow group={group} line={line} locale={locale} />
              ))}
            </Rows>
          </Block>
        </Live>
      </Column>
    </>
  )
}

const PollRow = ({ group, line, locale }: { group: Group; line: PollLine; locale: Locale }) => {
  const t = texts[locale.lang]
  const { poll, firstAt, lastAt, replied, isClosed, meetsAt } = line
  const span = t.span({ first: day(locale, firstAt), last: day(locale, lastAt) })
  const ended = meetsAt ? t.closed({ when: dayTime(locale, meetsAt) }) : t.without
  return (
    <Row
      rand={isClosed ? <p class="rand">{t.ended}</p> : <Remaining until={poll.answerBy} locale={locale} />}
      title={poll.note || span}
      href={paths.poll(group, poll)}
      meta={`${span} · ${t.replied({ count: replied })}`}
    >
      {isClosed && <p>{ended}</p>}
    </Row>
  )
}
