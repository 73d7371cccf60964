import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { ThreadPage } from '#src/documents/comments/filtering.ts'
import type { Filter } from '#src/documents/comments/forms.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Actions, Column, Head } from '../kit/structure.tsx'
import { Back } from '../tasks/back.tsx'
import { Commenting, CommentsRoot, threadSignals } from './comments-block.tsx'
import { CommentsFilter } from './comments-filter.tsx'
import type { RefusedRemark } from './comments-form.tsx'
import { ThreadList } from './comments-list.tsx'
import { texts } from './comments-texts.ts'

export type CommentsPageProps = {
  group: Group
  document: { id: string; title: string }
  me: { id: string }
  /** All that the filter lets through, and those of them that stand on this page. */
  found: ShownThread[]
  part: ThreadPage
  /** Whether there are any beside those that the filter lets through. */
  hasOthers: boolean
  filter: Filter
  speakers: { id: string; name: string }[]
  mayComment: boolean
  isClosed: boolean
  refused?: RefusedRemark | null
  locale: Locale
}

type AllReadProps = Pick<CommentsPageProps, 'group' | 'document' | 'found' | 'locale'> & { back: string }

/** Each can be marked by itself; this is for several. */
const AllRead = ({ group, document, found, back, locale }: AllReadProps) => {
  const t = texts[locale.lang]
  if (found.flatMap(({ remarks }) => remarks).filter(({ callsMe }) => callsMe).length < 2) return null
  return (
    <ActionForm action={paths.mentionsReading(group, document)} id="read-all" locale={locale} inline>
      <Back to={back} />
      <Button rank="quiet" icon="check">
        {t.allRead}
      </Button>
    </ActionForm>
  )
}

/** To what does not stand on this page. */
const Turning = ({ group, document, filter, part: { page, of }, locale }: CommentsPageProps) => {
  const t = texts[locale.lang]
  const to = (number: number) => paths.comments(group, document, { ...filter, page: String(number) })
  if (of < 2) return null
  return (
    <nav class="actions" aria-label={t.pages}>
      {page > 1 && <a href={to(page - 1)}>{t.pageBefore}</a>}
      <span>{t.page({ page, of })}</span>
      {page < of && <a href={to(page + 1)}>{t.pageAfter}</a>}
    </nav>
  )
}

/** Everything that was said beside a text, to be filtered; works without script. */
export const CommentsPage = (props: CommentsPageProps) => {
  const { group, document, found, part, hasOthers, filter, speakers, me, locale } = props
  const t = texts[locale.lang]
  const back = paths.comments(group, document, { ...filter })
  const place = { ...props, back }
  return (
    <>
      <Head
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.textBeside(group, document)}>{document.title}</a>
          </>
        }
        title={t.title}
        narrow
      >
        <Actions>
          <LinkButton rank="second" icon="book-open" href={paths.textBeside(group, document)}>
            {t.toText}
          </LinkButton>
        </Actions>
      </Head>
      <Column>
        <CommentsRoot {...place}>
          <Commenting {...place} />
          <CommentsFilter {...{ group, document, filter, speakers, me, locale }} />
          <Live id="comments-live" on={threadSignals(document, part.threads)} href={back}>
            {found.length > 0 && <p class="soft">{t.found({ count: found.length })}</p>}
            <AllRead {...{ group, document, found, back, locale }} />
            {found.length === 0 && <Empty first={hasOthers ? t.noneFound : t.none}>{!hasOthers && t.noneHow}</Empty>}
            <ThreadList {...place} threads={part.threads} level="h2" />
            <Turning {...props} />
          </Live>
        </CommentsRoot>
      </Column>
    </>
  )
}
