import type { Child } from 'hono/jsx'
import { paths } from '#src/paths.ts'
import type { Beside, LinkedReferral, LinkedTask } from '#src/trail/beside.ts'
import type { Locale } from '#src/web/locale.ts'
import { DoneLine } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { CheckMark } from './marked.tsx'
import { texts } from './texts.ts'

type Props = { beside: Beside; locale: Locale }

const Rand = ({ children }: { children?: Child }) => <p class="rand">{children}</p>

const taskState = ({ ending, result }: LinkedTask, lang: Locale['lang']) => {
  const t = texts[lang]
  return [ending === null ? t.open : t[ending], result].filter(Boolean).join(': ')
}

function answerTo({ answer }: LinkedReferral, lang: Locale['lang']): string {
  const words: Record<string, string> = texts[lang].answers
  return words[answer ?? 'none'] ?? texts[lang].answers.other
}

/** Drafts, proposals, tasks and referrals about it, as far as the reader belongs to their groups. */
export const UnderWay = ({ beside, locale }: Props) => {
  const t = texts[locale.lang]
  const { drafts, proposals, tasks, referrals } = beside
  const isEmpty = drafts.length + proposals.length + tasks.length + referrals.length === 0
  return (
    <Block id="under-way" title={t.underWay}>
      {isEmpty ? <DoneLine>{t.nothingUnderWay}</DoneLine> : <p class="soft">{t.underWayLead}</p>}
      <Rows>
        {drafts.map(({ id, title, stage, group }) => (
          <Row
            rand={<Rand>{t.kinds.document}</Rand>}
            title={title}
            href={paths.document(group, { id })}
            meta={group.name}
          >
            <Status state={stage} locale={locale} /> <CheckMark thing="document" id={id} locale={locale} />
          </Row>
        ))}
        {proposals.map(({ id, title, group }) => (
          <Row
            rand={<Rand>{t.kinds.proposal}</Rand>}
            title={title}
            href={paths.proposal(group, { id })}
            meta={group.name}
          >
            <CheckMark thing="proposal" id={id} locale={locale} />
          </Row>
        ))}
        {tasks.map((task) => (
          <Row
            rand={<Rand>{t.kinds.task}</Rand>}
            title={task.title}
            href={paths.task(task.group, task)}
            meta={`${task.group.name} · ${taskState(task, locale.lang)}`}
          >
            <CheckMark thing="task" id={task.id} locale={locale} />
          </Row>
        ))}
        {referrals.map((referral) => (
          <Row
            rand={<Rand>{referral.cited}</Rand>}
            title={referral.title}
            href={paths.referral(referral.group, referral)}
            meta={`${referral.group.name} · ${answerTo(referral, locale.lang)}`}
          >
            <CheckMark thing="referral" id={referral.id} locale={locale} />
          </Row>
        ))}
      </Rows>
    </Block>
  )
}
