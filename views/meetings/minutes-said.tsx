import type { MinutesObjectionEntry } from '#src/meetings/minutes/objections.ts'
import type { ObjectionState } from '#src/meetings/minutes/state.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../kit/dates.ts'
import { Icon } from '../kit/icon.tsx'
import type { Look } from '../kit/states.ts'
import { texts } from './minutes-texts.ts'

type Props = { objection: MinutesObjectionEntry; locale: Locale }

const looks: Record<ObjectionState, Look> = {
  open: 'care',
  with_group: 'care',
  accepted: 'fixed',
  upheld: 'fixed',
  turned_down: 'fixed',
}

/** Which item, by whom, and where it stands. */
export const ObjectionHead = ({ objection, locale }: Props) => {
  const t = texts[locale.lang]
  const { number, raisedBy, createdAt, state } = objection
  return (
    <>
      <h3>{number !== null && t.item({ number })}</h3>
      <p>
        <span class="status" data-look={looks[state]}>
          <Icon name={looks[state] === 'care' ? 'flag' : 'check'} />
          <span>{t.objectionStates[state]}</span>
        </span>{' '}
        <span class="soft">{t.raisedBy({ name: raisedBy, when: dayTime(locale, createdAt) })}</span>
      </p>
    </>
  )
}

const inMeeting = (prefix: string, number: number) => `${prefix}-${String(number).padStart(2, '0')}`

/** What the two said who sign, and what the group has decided. */
export const ObjectionViews = ({ objection: { views, ruling }, prefix, locale }: Props & { prefix: string }) => {
  const t = texts[locale.lang]
  const facts = ruling && {
    number: inMeeting(prefix, ruling.inMeeting),
    when: dayTime(locale, ruling.at),
    name: ruling.enteredBy,
  }
  return (
    <>
      {views.length > 0 && (
        <ul class="plain">
          {views.map(({ name, accepts, words }) => (
            <li>
              <b>{accepts ? t.accepts({ name }) : t.refuses({ name })}.</b> {words}
            </li>
          ))}
        </ul>
      )}
      {ruling && facts && (
        <p>
          <b>{ruling.accepts ? t.ruleAccept : t.ruleRefuse}.</b> {ruling.words}{' '}
          <span class="soft">{t.ruled(facts)}</span>
        </p>
      )}
    </>
  )
}
