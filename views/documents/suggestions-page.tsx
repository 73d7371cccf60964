import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Paper } from '#src/documents/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Empty, Notice } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import { Tabs } from '../kit/tabs.tsx'
import { CommentsRoot, commentSignals } from './comments-block.tsx'
import { type ShownSuggestion, SuggestionCard } from './suggestion-card.tsx'
import { texts } from './suggestions-texts.ts'

export type SuggestionsPageProps = {
  group: Group
  document: Paper
  suggestions: ShownSuggestion[]
  threads: ShownThread[]
  me: { id: string }
  shown: 'open' | 'settled'
  may: { suggest: boolean; decide: boolean; comment: boolean }
  /** What the last decision met with. */
  outcome?: { kind: 'too_late' | 'gone' } | { kind: 'left'; count: number } | null
  locale: Locale
}

/** Everything that is proposed for a text, to be decided one by one or all of one person. */
export const SuggestionsPage = (props: SuggestionsPageProps) => {
  const { group, document, shown, may, locale } = props
  const t = texts[locale.lang]
  const here = paths.suggestions(group, document, { state: shown === 'open' ? undefined : shown })
  const tabs = (['open', 'settled'] as const).map((state) => ({
    label: t.states[state],
    href: paths.suggestions(group, document, { state: state === 'open' ? undefined : state }),
    current: state === shown,
  }))
  return (
    <article class="suggestions-page">
      <header class="head">
        <p class="over">
          <a href={paths.group(group)}>{group.name}</a> · <a href={paths.document(group, document)}>{document.title}</a>
        </p>
        <h1 tabindex={-1}>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <Tabs label={t.title} tabs={tabs} />
      <Outcome {...props} />
      <CommentsRoot {...{ group, document, me: props.me, locale }} mayComment={may.comment} back={here} refused={null}>
        <Live id="suggestions" on={`suggestion-${document.id} ${commentSignals(document)}`} href={here}>
          <List {...props} back={here} />
        </Live>
      </CommentsRoot>
      <Rights {...props} />
    </article>
  )
}

const Outcome = ({ outcome, locale }: SuggestionsPageProps) => {
  const t = texts[locale.lang]
  if (!outcome) return null
  if (outcome.kind === 'left')
    return (
      <Notice tone="care" first={t.left(outcome)}>
        {t.leftThen}
      </Notice>
    )
  if (outcome.kind === 'gone') return <Notice first={t.gone}>{t.goneThen}</Notice>
  return <Notice first={t.too_late}>{t.too_lateThen}</Notice>
}

const List = (props: SuggestionsPageProps & { back: string }) => {
  const { suggestions, shown, locale } = props
  const t = texts[locale.lang]
  if (suggestions.length === 0)
    return shown === 'open' ? <Empty first={t.emptyOpen}>{t.emptyOpenThen}</Empty> : <Empty first={t.emptySettled} />
  return (
    <div class="suggestions">
      <AllOf {...props} />
      <ul class="plain suggestions">
        {suggestions.map((suggestion) => (
          <SuggestionCard suggestion={suggestion} {...props} />
        ))}
      </ul>
    </div>
  )
}

/** Those who have proposed more than one thing. */
const byAuthor = (suggestions: ShownSuggestion[]) =>
  [...Map.groupBy(suggestions, ({ authorId }) => authorId)].filter(([, own]) => own.length > 1)

/** Whoever proposed several things is answered with one press. */
const AllOf = ({ suggestions, group, document, locale }: SuggestionsPageProps) => {
  const t = texts[locale.lang]
  const accepted = byAuthor(suggestions.filter(({ may, gone }) => may.accept && !gone))
  const rejected = byAuthor(suggestions.filter(({ may }) => may.reject))
  if (rejected.length === 0) return null
  return (
    <div class="actions">
      {accepted.map(([id, own]) => (
        <ActionForm
          action={paths.suggestionAcceptances(group, document, { id })}
          id={`accept-all-${id}`}
          locale={locale}
          inline
        >
          <Button rank="second" busy={t.accepting}>
            {t.acceptAll({ name: own[0]?.author ?? '', count: own.length })}
          </Button>
        </ActionForm>
      ))}
      {rejected.map(([id, own]) => (
        <ActionForm
          action={paths.suggestionRejections(group, document, { id })}
          id={`reject-all-${id}`}
          locale={locale}
          inline
        >
          <Button rank="quiet" busy={t.rejecting}>
            {t.rejectAll({ name: own[0]?.author ?? '', count: own.length })}
          </Button>
        </ActionForm>
      ))}
    </div>
  )
}

const Rights = ({ group, document, may, locale }: SuggestionsPageProps) => {
  const t = texts[locale.lang]
  if (!may.suggest) return <Blocked why={t.closed}>{t.closedThen}</Blocked>
  return (
    <>
      {!may.decide && <Blocked why={t.whyNot}>{t.whyNotThen}</Blocked>}
      <Actions>
        <LinkButton rank="second" icon="pencil" href={paths.editDocumentAs(group, document, 'suggest')}>
          {t.propose}
        </LinkButton>
        <LinkButton rank="quiet" href={paths.document(group, document)}>
          {t.toText}
        </LinkButton>
      </Actions>
    </>
  )
}
