import type { Format, MakingProblem } from '#src/documents/export/outgoing.ts'
import type { ExportWish } from '#src/documents/export/wishes.ts'
import type { Paper } from '#src/documents/model.ts'
import type { SnapshotEntry } from '#src/documents/versions/snapshots.ts'
import type { DocumentWay } from '#src/documents/way.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { day } from '../kit/dates.ts'
import { CheckField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Actions, Column, Head } from '../kit/structure.tsx'
import { texts } from './export-texts.ts'

export type ExportProblem = MakingProblem | 'too_often'

export type ExportPageProps = {
  group: Group
  document: Paper
  versions: SnapshotEntry[]
  decision: DocumentWay['decision']
  /** What this server can make. */
  formats: readonly Format[]
  wish: ExportWish
  problem?: ExportProblem | undefined
  locale: Locale
}

/** What leaves, and as which file: everything works without script. */
export const ExportPage = (props: ExportPageProps) => {
  const { group, document, formats, problem, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <Head
        over={<a href={paths.document(group, document)}>{document.title}</a>}
        title={t.title({ title: document.title })}
        lead={t.lead}
      />
      <Column>
        {problem && (
          <Notice tone="late" first={t.problems[problem]} id="export-problem">
            {null}
          </Notice>
        )}
        {!formats.includes('pdf') && <Notice first={t.byBrowser}>{t.byBrowserThen}</Notice>}
        <ExportForm {...props} />
        <p class="soft">{t.print}</p>
      </Column>
    </>
  )
}

/** A plain form that only asks: what comes back is a file, and no page to morph in. */
const ExportForm = ({ group, document, versions, decision, formats, wish, locale }: ExportPageProps) => {
  const t = texts[locale.lang]
  const form = { id: 'export', locale }
  const sources = [
    { value: 'draft', title: t.draft },
    ...versions.map(({ number, suffix, createdAt }) => ({
      value: `v${number}${suffix}`,
      title: t.version({ number: `${number}${suffix}`, when: day(locale, createdAt) }),
      text: decision?.snapshotNumber === number ? t.inForce(decision) : undefined,
    })),
  ]
  const kinds = formats.map((format) => ({ value: format, title: t.formats[format], text: t.formatMeans[format] }))
  return (
    <form class="form" id={form.id} action={paths.exportFile(group, document)} method="get">
      <ChoiceCards
        {...{ form }}
        name="of"
        legend={t.what}
        choices={sources}
        value={wish.of ? `v${wish.of.number}${wish.of.suffix}` : 'draft'}
      />
      <ChoiceCards {...{ form }} name="format" legend={t.format} choices={kinds} value={wish.format} />
      <fieldset class="checks">
        <legend>{t.withWhat}</legend>
        <CheckField form={form} name="letterhead" label={t.letterhead} checked={wish.letterhead} />
        <CheckField form={form} name="lines" label={t.lines} checked={wish.lines} />
        <CheckField form={form} name="remarks" label={t.remarks} checked={wish.remarks} />
        <CheckField form={form} name="suggestions" label={t.suggestions} checked={wish.suggestions} />
      </fieldset>
      <Actions>
        <Button icon="file-down">{t.make}</Button>
        <LinkButton rank="quiet" href={paths.document(group, document)}>
          {t.back}
        </LinkButton>
      </Actions>
    </form>
  )
}
