import { paths } from '#src/paths.ts'
import type { TaskHappening } from '#src/tasks/history.ts'
import type { Link } from '#src/tasks/rhythm/chain.ts'
import type { Turn } from '#src/tasks/work/turns.ts'
import type { Locale } from '#src/web/locale.ts'
import { ago, day, weekday } from '../kit/dates.ts'
import { Block } from '../kit/structure.tsx'
import { Timeline } from '../kit/timeline.tsx'
import type { TaskPageProps } from './task-page.tsx'
import { texts } from './texts.ts'
import { workTexts } from './work-texts.ts'

/** The tasks of the same rhythm before and after this one. */
export const TaskChain = ({ group, task, chain, locale }: TaskPageProps) => {
  const t = workTexts[locale.lang]
  if (chain.length === 0) return null
  const named = ({ dueOn }: Link) => (dueOn ? weekday(locale, dueOn) : t.noDay)
  const state = ({ endedAt }: Link) => (endedAt ? t.chainDone({ day: ago(locale, endedAt) }) : t.chainOpen)
  return (
    <Block id="chain" title={t.chain}>
      <p class="soft">{t.chainLead}</p>
      <ul class="plain chain">
        {chain.map((link) => (
          <li>
            {link.id === task.id ? <b>{named(link)}</b> : <a href={paths.task(group, link)}>{named(link)}</a>}{' '}
            <span class="soft">
              {link.id === task.id && `${t.thisOne}, `}
              {state(link)}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  )
}

/** Who had it from when to when, and what happened. */
export const TaskPast = ({ turns, history, locale }: TaskPageProps) => (
  <Block id="history" title={texts[locale.lang].history}>
    <Timeline
      entries={history.map((happening) => ({
        at: happening.at,
        label: day(locale, happening.at),
        words: sentence(happening, locale),
      }))}
    />
    {turns.length > 0 && <Turns turns={turns} locale={locale} />}
  </Block>
)

const Turns = ({ turns, locale }: { turns: Turn[]; locale: Locale }) => {
  const t = workTexts[locale.lang]
  return (
    <>
      <h3 id="turns">{t.turns}</h3>
      <ul class="plain">
        {turns.map(({ name, since, until }) => (
          <li>
            {name}{' '}
            <span class="soft">
              {until
                ? t.turn({ since: day(locale, since), until: day(locale, until) })
                : t.turnSince({ since: day(locale, since) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function sentence({ kind, name, facts }: TaskHappening, locale: Locale): string {
  const t = texts[locale.lang]
  const who = { name: name ?? t.somebody }
  const words = facts.released ? t.released(who) : t.happened[kind](who)
  const said = facts.reason || facts.words
  return said && kind !== 'task.changed' ? `${words} „${said}“` : words
}
