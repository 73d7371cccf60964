import type { SessionItem } from '#src/meetings/session/page-facts.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { time } from '../kit/dates.ts'
import { WithNumbers } from '../kit/sheet.tsx'
import { Actions } from '../kit/structure.tsx'
import { itemHref } from './item-meta.tsx'
import { itemTexts } from './item-texts.ts'
import { itemTitle } from './item-title.ts'
import { Became } from './minutes-became.tsx'
import { Quorum } from './quorum-words.tsx'
import { SessionConflicts } from './session-conflicts.tsx'
import type { SessionPageProps } from './session-page.tsx'
import { texts } from './session-texts.ts'

export type ItemProps = SessionPageProps & { one: SessionItem }

/** When it was talked about, or how long that is planned to take. */
const timesOf = ({ one: { item, time: taken, isRunning }, meeting, locale }: ItemProps): string => {
  const t = texts[locale.lang]
  if (item.ending?.kind === 'carried_over') return t.carried
  if (!taken) return meeting.endedAt === null ? t.planned({ minutes: item.minutes }) : t.notCalled
  const from = time(locale, taken.startedAt)
  if (isRunning || !taken.endedAt) return t.running({ since: from })
  const span = { from, to: time(locale, taken.endedAt) }
  return item.ending ? t.closed(span) : t.rested(span)
}

const About = ({ one: { item }, group, locale }: ItemProps) => {
  const t = texts[locale.lang]
  if (item.minutesOfId && item.minutesOf)
    return <a href={paths.minutes(group, { id: item.minutesOfId })}>{t.toMinutesOf({ number: item.minutesOf })}</a>
  if (item.referral)
    return <a href={paths.referral(group, item.referral)}>{t.toReferral({ number: item.referral.cited })}</a>
  if (item.proposalId) return <a href={paths.proposal(group, { id: item.proposalId })}>{t.toProposal}</a>
  const href = itemHref({ group, item })
  return href ? <a href={href}>{t.toMatter}</a> : null
}

const Acts = ({ one: { item, time: taken, isRunning }, group, meeting, locale }: ItemProps) => {
  const t = texts[locale.lang]
  return (
    <Actions>
      {isRunning ? (
        <ActionForm action={paths.itemEnd(group, meeting, item)} id={`end-${item.id}`} locale={locale} inline>
          <Button busy={t.closing}>{t.close}</Button>
        </ActionForm>
      ) : (
        <ActionForm action={paths.itemStart(group, meeting, item)} id={`start-${item.id}`} locale={locale} inline>
          <Button rank="second" busy={t.starting}>
            {taken ? t.again : t.start}
          </Button>
        </ActionForm>
      )}
    </Actions>
  )
}

const decides = ({ item: { type } }: SessionItem) => type === 'decision' || type === 'election'

const Item = (props: ItemProps) => {
  const { one, meeting, may, refused, hasQuorum, locale } = props
  const { item, number, quorum, isRunning, links } = one
  const t = texts[locale.lang]
  const mine = refused?.at === item.id ? refused.input : null
  const isOpen = meeting.state === 'in_session' && item.ending === null
  return (
    <li id={`item-${item.id}`} class={isRunning ? 'session-item is-running' : 'session-item'}>
      <p class="rand">
        <b>{number}</b>
      </p>
      <div class="satz">
        <h3>
          <WithNumbers words={itemTitle(locale, item)} />
        </h3>
        <p class="meta">
          {itemTexts[locale.lang].types[item.type]} · {timesOf(props)}
          {item.referral?.isAnswered && item.ending === null && ` · ${itemTexts[locale.lang].answered}`}
        </p>
        <About {...props} />
        {mine?.problems.question && <p class="error">{t.problems.question.not_asked}</p>}
        {quorum && <Quorum {...{ quorum, hasQuorum, locale }} />}
        {(decides(one) || one.conflicts.length > 0) && (isRunning || one.isAsked) && (
          <SessionConflicts {...props} isOpen={isOpen} />
        )}
        {links.length > 0 && <Became links={links} {...props} />}
        {isOpen && may.run && <Acts {...props} />}
      </div>
    </li>
  )
}

/** The agenda while it is worked through; the item that it is now stands out. */
export const SessionItems = (props: SessionPageProps) => (
  <ol class="rows session-items">
    {props.items.map((one) => (
      <Item {...props} one={one} />
    ))}
  </ol>
)
