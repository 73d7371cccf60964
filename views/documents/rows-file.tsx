import type { Content } from '#src/documents/markup.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { DocumentBody } from './body.tsx'
import { texts } from './comparison-texts.ts'
import type { RowsPageProps } from './rows-page.tsx'

// Stands alone on somebody else's site: nothing is fetched, and it prints as a table.
const style = `
.comparison-file { font: 1rem/1.5 system-ui, sans-serif; color: #1d2327; max-width: 80rem; margin: 2rem auto; padding: 0 1rem }
.comparison-file .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.comparison-file table { border-collapse: collapse; width: 100% }
.comparison-file th, .comparison-file td { border: 1px solid #767f85; padding: .5rem .6rem; text-align: start; vertical-align: top }
.comparison-file thead th { background: #eeebe4 }
.comparison-file p { margin: 0 0 .5em }
.comparison-file blockquote { margin: 0; padding-inline-start: .6rem; border-inline-start: 3px solid #767f85 }
.comparison-file .row-idea { display: block }
.comparison-file .row-source { color: #4c555b }
@media (max-width: 45rem) {
  .comparison-file thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .comparison-file table, .comparison-file tbody, .comparison-file tr, .comparison-file th, .comparison-file td { display: block }
  .comparison-file tr { margin-block-end: 1.5rem }
  .comparison-file td::before { content: attr(data-label); display: block; font-weight: 600 }
}
@media print {
  @page { size: A4 landscape; margin: 15mm }
  .comparison-file { font-size: 9pt; margin: 0; max-width: none }
  .comparison-file thead { display: table-header-group }
  .comparison-file tr { break-inside: avoid }
}`

const described = ({ attrs }: Content): Content => ({
  type: 'paragraph',
  content: attrs?.alt ? [{ type: 'text', text: `[${String(attrs.alt)}]` }] : [],
})

/** A picture cannot be fetched from outside, and what is going on inside the group is no matter for others. */
function forOthers(node: Content): Content {
  if (node.type === 'image') return described(node)
  const attrs = node.type === 'comparisonRow' ? { ...node.attrs, change: '', decision: '' } : node.attrs
  return { ...node, ...(attrs && { attrs }), ...(node.content && { content: node.content.map(forOthers) }) }
}

const dayWords = (locale: Locale) => texts[locale.lang].asOf({ day: day(locale, locale.now) })

/** The chosen rows as one file for the alliance's own website. */
export const RowsFile = ({ document, rows, choice, facts, locale }: RowsPageProps) => {
  const t = texts[locale.lang]
  const numbered = rows.map(({ node, number }) => ({ ...node, attrs: { ...node.attrs, number } }))
  const content = forOthers({ type: 'doc', content: [{ type: 'comparison', content: numbered }] })
  return (
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{document.title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main class="comparison-file">
          <h1>{document.title}</h1>
          <p>
            {choice.version ? t.version({ number: choice.version }) : t.draft}. {dayWords(locale)}
          </p>
          <DocumentBody
            content={content}
            pictures={() => ''}
            comparison={{ facts: { ...facts, decisions: [], changes: [] } }}
            locale={locale}
          />
        </main>
      </body>
    </html>
  )
}
