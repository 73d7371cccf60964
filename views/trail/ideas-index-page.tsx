import { paths } from '#src/paths.ts'
import type { IdeaInBrief } from '#src/trail/subjects.ts'
import type { Locale } from '#src/web/locale.ts'
import { Empty } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { texts } from './texts.ts'

type Props = { ideas: IdeaInBrief[]; topics: { topic: string; things: number }[]; locale: Locale }

/** What the alliance stands for and talks about: from here to what has come of it. */
export const IdeasIndexPage = ({ ideas, topics, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head narrow over={<a href={paths.decisionLog()}>{t.counts.decisions}</a>} title={t.title} lead={t.lead} />
      <Column>
        <Block id="ideas" title={t.ideas}>
          {ideas.length === 0 && <Empty first={t.noIdeas} />}
          <Rows first>
            {ideas.map(({ code, title, decisions }) => (
              <Row
                rand={<p class="rand">{code}</p>}
                title={title}
                href={paths.ideaTrail(code)}
                meta={t.decided({ count: decisions })}
              />
            ))}
          </Rows>
        </Block>
        <Block id="topics" title={t.topics}>
          {topics.length === 0 && <Empty first={t.noTopics} />}
          <ul class="plain subjects">
            {topics.map(({ topic, things }) => (
              <li>
                <a href={paths.topicTrail(topic)}>{topic}</a> <span class="soft">({things})</span>
              </li>
            ))}
          </ul>
        </Block>
      </Column>
    </>
  )
}
