import type { News } from '#src/documents/visits/news.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Notice } from '../kit/notice.tsx'
import { drawingOf } from './difference-drawing.tsx'
import { Summary, summaryOf } from './difference-summary.tsx'
import { InColumn, Reading } from './paper.tsx'
import { texts } from './visit-texts.ts'

type Props = { group: Group; document: { id: string }; news: News; locale: Locale }

const namedAtMost = 3

/** "Tarek und Swantje", "Tarek, Swantje, Gerd und 2 anderen". */
export function namesIn({ names }: News, locale: Locale): string {
  const t = texts[locale.lang]
  const rest = names.length - namedAtMost
  const said = rest > 1 ? [...names.slice(0, namedAtMost), t.others({ count: rest })] : names
  const last = said.at(-1) ?? ''
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} ${t.and} ${last}` : last
}

/** What others changed meanwhile; stays until it was seen, and says it once. */
export const VisitNotice = ({ isMarked, ...props }: Props & { isMarked: boolean }) => {
  const { group, document, news, locale } = props
  const t = texts[locale.lang]
  const facts = {
    when: day(locale, news.since),
    summary: summaryOf(locale, news.difference),
    names: namesIn(news, locale),
  }
  return (
    <Notice
      id="since-visit"
      icon="history"
      first={t.first(facts)}
      actions={
        <>
          {isMarked ? (
            <LinkButton rank="quiet" href={paths.documentDraft(group, document)}>
              {t.hide}
            </LinkButton>
          ) : (
            <LinkButton rank="second" icon="git-compare" href={paths.documentSinceVisit(group, document)}>
              {t.show}
            </LinkButton>
          )}
          <ActionForm action={paths.documentVisit(group, document)} id="visit-seen" inline locale={locale}>
            <Button rank="quiet" icon="check" busy={t.seeing}>
              {t.seen}
            </Button>
          </ActionForm>
        </>
      }
    />
  )
}

/** The text with what others changed marked in it. */
export const ReadingSinceVisit = ({ group, news, locale }: Props) => {
  const told = { ...news.difference, creditsOf: news.creditsOf }
  return (
    <>
      <InColumn content={told.content}>
        <Summary told={told} locale={locale} />
      </InColumn>
      <Reading
        content={told.content}
        difference={drawingOf(told, locale)}
        pictures={(id) => paths.attachment(group, { id })}
        locale={locale}
      />
    </>
  )
}
