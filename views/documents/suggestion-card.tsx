import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Entry } from '#src/documents/suggestions/listing.ts'
import type { SuggestionAbilities } from '#src/documents/suggestions/policy.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { dayTime, machineTime } from '../kit/dates.ts'
import { Notice } from '../kit/notice.tsx'
import { Disc } from '../kit/people.tsx'
import { DocumentBody } from './body.tsx'
import { ThreadsOn } from './comments-list.tsx'
import { sentenceOf } from './suggestion-texts.ts'
import { texts } from './suggestions-texts.ts'

export type Here = { group: Group; document: { id: string }; locale: Locale }

export type ShownSuggestion = Entry & { may: SuggestionAbilities }

type Props = Here & { suggestion: ShownSuggestion; threads: ShownThread[]; back: string }

/** One suggestion: who, what it does in words and in the text, what is said about it, and the decision. */
export const SuggestionCard = (props: Props) => {
  const { suggestion, group, document, threads, back, locale } = props
  const { id, author, changedAt, shown } = suggestion
  const t = texts[locale.lang]
  return (
    <li class="sheet suggestion" id={`suggestion-${id}`} data-state={suggestion.state}>
      <p class="meta">
        <Disc name={author} /> <b>{author}</b>,{' '}
        <time dateTime={machineTime(changedAt)}>{dayTime(locale, changedAt)}</time>
      </p>
      <ul class="plain suggestion-changes" aria-label={t.what}>
        {shown.changes.map((change) => (
          <li>{sentenceOf(change, locale.lang)}</li>
        ))}
      </ul>
      <Standing {...props} />
      <div class="suggestion-text">
        <DocumentBody
          content={shown.content}
          compared
          pictures={(of) => paths.attachment(group, { id: of })}
          locale={locale}
        />
      </div>
      <ThreadsOn
        {...{ group, document, threads, back, locale }}
        on={{ suggestion: id }}
        mayComment={suggestion.may.comment}
        refused={null}
      />
      {suggestion.state === 'open' ? <Decision {...props} /> : <Outcome {...props} />}
    </li>
  )
}

const Standing = ({ suggestion, locale }: Props) => {
  const t = texts[locale.lang]
  if (suggestion.gone) return <Notice first={t.gone}>{t.goneThen}</Notice>
  if (suggestion.doubles)
    return (
      <Notice tone="care" first={t.doubles({ words: suggestion.doubles })}>
        {t.doublesThen}
      </Notice>
    )
  if (suggestion.collision)
    return (
      <Notice tone="care" first={t.collision}>
        {t.collisionThen}
      </Notice>
    )
  return null
}

const Decision = ({ suggestion, group, document, locale }: Props) => {
  const t = texts[locale.lang]
  const { may, gone, id } = suggestion
  const acts = [
    {
      name: 'accept',
      can: may.accept && !gone,
      action: paths.suggestionAcceptance,
      words: t.accept,
      busy: t.accepting,
    },
    { name: 'reject', can: may.reject, action: paths.suggestionRejection, words: t.reject, busy: t.rejecting },
    { name: 'withdraw', can: may.withdraw, action: paths.suggestionWithdrawal, words: t.withdraw, busy: t.withdrawing },
  ].filter(({ can }) => can)
  if (acts.length === 0) return null
  return (
    <div class="actions">
      {acts.map(({ name, action, words, busy }) => (
        <ActionForm action={action(group, document, suggestion)} id={`${name}-${id}`} locale={locale} inline>
          <Button rank={name === 'withdraw' ? 'quiet' : 'second'} busy={busy}>
            {words}
          </Button>
        </ActionForm>
      ))}
    </div>
  )
}

const Outcome = ({ suggestion, locale }: Props) => {
  const t = texts[locale.lang]
  const { state, settledBy, settledAt } = suggestion
  if (state !== 'accepted' && state !== 'rejected') return null
  return <p class="soft">{t[state]({ name: settledBy ?? '', when: settledAt ? dayTime(locale, settledAt) : '' })}</p>
}
