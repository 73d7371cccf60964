import type { PropsWithChildren } from 'hono/jsx'
import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { Order, RowChoice } from '#src/documents/comparisons/choosing.ts'
import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import type { Row } from '#src/documents/comparisons/rows.ts'
import type { Content } from '#src/documents/markup.ts'
import type { Paper } from '#src/documents/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Actions, Head } from '../kit/structure.tsx'
import { DocumentBody } from './body.tsx'
import { CommentsRoot, commentSignals } from './comments-block.tsx'
import { ThreadsOn } from './comments-list.tsx'
import { texts } from './comparison-texts.ts'
import { RowFilter, RowSummary, rowFormId } from './row-filter.tsx'

export type RowsPageProps = {
  group: Group
  document: Paper
  rows: Row[]
  all: Row[]
  choice: RowChoice
  order: Order
  facts: ComparisonFacts
  mayLoad: boolean
  /** What is said about rows of the draft; of a frozen version nothing more is said row by row. */
  talk: { threads: ShownThread[]; me: { id: string }; mayComment: boolean } | null
  locale: Locale
}

/** What of the choice stands in the address; the rest is as if it had not been asked for. */
export const asked = ({ sort, sorted, ...rest }: RowChoice): Record<string, string | undefined> => ({
  ...rest,
  sort: sort ?? (sorted === 'number' ? undefined : sorted),
})

const asText = (rows: Row[]): Content => ({
  type: 'doc',
  content: [
    {
      type: 'comparison',
      content: rows.map(({ node, number }) => ({ ...node, attrs: { ...node.attrs, number } })),
    },
  ],
})

/** The rows of a comparison by themselves: chosen, sorted, counted, talked about, and to be taken away. */
export const RowsPage = (props: RowsPageProps) => {
  const { group, document, all, choice, locale } = props
  const t = texts[locale.lang]
  return (
    <article class="stack wide rows-page">
      <Head
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a>
          </>
        }
        title={t.title}
        lead={`${document.title}, ${choice.version ? t.version({ number: choice.version }) : t.draft}`}
      />
      <Talking {...props}>
        <Live
          id="rows"
          on={`document-${document.id} ${commentSignals(document)}`}
          href={paths.rows(group, document, asked(choice))}
        >
          <div class="stack wide">
            <RowSummary rows={all} locale={locale} />
            {all.length > 0 && <RowFilter {...props} />}
            {props.rows.length > 0 ? <Shown {...props} /> : <Nothing {...props} />}
          </div>
        </Live>
      </Talking>
      {all.length > 0 && <TakeAway {...props} />}
    </article>
  )
}

const talkPlace = ({ group, document, choice, locale }: RowsPageProps) => ({
  ...{ group, document, locale, refused: null },
  back: paths.rows(group, document, asked(choice)),
})

const Talking = ({ children, ...props }: PropsWithChildren<RowsPageProps>) =>
  props.talk ? (
    <CommentsRoot {...talkPlace(props)} {...props.talk}>
      {children}
    </CommentsRoot>
  ) : (
    <div>{children}</div>
  )

const Shown = (props: RowsPageProps) => {
  const { group, rows, all, facts, order, talk, locale } = props
  const talkOn = talk ? (row: string) => <ThreadsOn {...talkPlace(props)} {...talk} on={{ row }} /> : undefined
  return (
    <>
      <p class="soft" role="status" id="row-count">
        {texts[locale.lang].count({ shown: rows.length, all: all.length })}
      </p>
      <DocumentBody
        content={asText(rows)}
        pictures={(id) => paths.attachment(group, { id })}
        comparison={{ facts, order: { ...order, form: rowFormId }, ...(talkOn && { talkOn }) }}
        locale={locale}
      />
    </>
  )
}

const Nothing = ({ group, document, all, choice, locale }: RowsPageProps) => {
  const t = texts[locale.lang]
  if (all.length === 0) return <Empty first={t.noRows}>{t.noRowsThen}</Empty>
  const back = paths.rows(group, document, { version: choice.version })
  return (
    <Empty first={t.nothing} actions={<a href={back}>{t.reset}</a>}>
      {t.nothingThen}
    </Empty>
  )
}

const TakeAway = ({ group, document, choice, mayLoad, locale }: RowsPageProps) => {
  const t = texts[locale.lang]
  const of = asked(choice)
  return (
    <section class="block narrow no-print" aria-labelledby="take-away-title" id="take-away">
      <header>
        <h2 id="take-away-title">{t.takeAway}</h2>
      </header>
      <Actions>
        <a class="btn second" href={paths.rowsFile(group, document, 'csv', of)} download>
          {t.csv}
        </a>
        <a class="btn second" href={paths.rowsFile(group, document, 'html', of)} download>
          {t.html}
        </a>
      </Actions>
      <p class="soft">{t.print}</p>
      {mayLoad && (
        <p class="link-line">
          <a href={paths.editions(group, document)}>{t.toEditions}</a>
        </p>
      )}
    </section>
  )
}
