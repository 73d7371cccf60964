import type { ComparedVersions, Side } from '#src/documents/versions/comparing.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { DocumentBody } from './body.tsx'
import { drawingOf } from './difference-drawing.tsx'
import { Summary, summaryOf } from './difference-summary.tsx'
import { texts as differenceTexts } from './difference-texts.ts'
import { nameOf } from './version-names.ts'
import { texts } from './version-texts.ts'

type Props = {
  group: Group
  document: { id: string }
  compared: ComparedVersions
  locale: Locale
}

export const differenceScript = 'documents-difference.js'

/** Two states in one text, word by word. */
export const DifferencePage = ({ group, document, compared, locale }: Props) => {
  const t = texts[locale.lang]
  const { older, newer, difference, creditsOf } = compared
  const told = { ...difference, creditsOf }
  return (
    <article class="stack wide">
      <header class="head">
        <p class="over">
          <a href={paths.group(group)}>{group.name}</a> · <a href={paths.document(group, document)}>{newer.title}</a> ·{' '}
          <a href={paths.versions(group, document)}>{t.timeline}</a>
        </p>
        <h1 tabindex={-1}>{t.differenceTitle({ newer: nameOf(locale, newer), older: nameOf(locale, older) })}</h1>
        <p class="lead">{summaryOf(locale, difference)}</p>
        <Between compared={compared} locale={locale} />
        <p>
          <SideLink {...{ group, document, locale }} side={newer} /> ·{' '}
          <SideLink {...{ group, document, locale }} side={older} />
        </p>
      </header>
      <Summary told={told} locale={locale} />
      <DocumentBody
        content={difference.content}
        locale={locale}
        pictures={(id) => paths.attachment(group, { id })}
        difference={drawingOf(told, locale)}
      />
    </article>
  )
}

const Between = ({ compared: { older, newer, difference, writers }, locale }: Pick<Props, 'compared' | 'locale'>) => {
  const t = texts[locale.lang]
  return (
    <>
      {difference.changed > 0 && <p class="meta">{differenceTexts[locale.lang].legend}</p>}
      {writers.length > 0 && <p class="meta">{t.wroteBetween({ names: writers.join(', ') })}</p>}
      {older.title !== newer.title && <p>{t.titleWas({ before: older.title })}</p>}
    </>
  )
}

const SideLink = ({ group, document, side, locale }: Omit<Props, 'compared'> & { side: Side }) => {
  const href = side.kind === 'draft' ? paths.documentDraft(group, document) : paths.version(group, document, side.ref)
  return <a href={href}>{nameOf(locale, side)}</a>
}
