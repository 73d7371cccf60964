import type { Flaws, Format, MakingProblem } from '#src/documents/export/outgoing.ts'
import type { ExportWish } from '#src/documents/export/wishes.ts'
import type { Paper } from '#src/documents/model.ts'
import type { AdoptedText } from '#src/documents/stages/adopted.ts'
import type { SnapshotEntry } from '#src/documents/versions/snapshots.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { day } from '../kit/dates.ts'
import { CheckField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { WithNumbers } from '../kit/sheet.tsx'
import { Actions, Column, Head } from '../kit/structure.tsx'
import { texts } from './export-texts.ts'

export type ExportProblem =
  | { code: MakingProblem | 'too_often' }
  /** There is a file, but something in it is not as it should be. */
  | ({ code: 'flawed' } & Flaws)

export type ExportPageProps = {
  group: Group
  document: Paper
  versions: SnapshotEntry[]
  adopted: AdoptedText | null
  /** What this server can make. */
  formats: readonly Format[]
  wish: ExportWish
  /** What is asked for, as the address says it; nothing where it says nothing. */
  of: string | undefined
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
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a>
          </>
        }
        title={t.title({ title: document.title })}
        lead={t.lead}
      />
      <Column>
        {problem && <ProblemNotice problem={problem} locale={locale} />}
        {!formats.includes('pdf') && <Notice first={t.byBrowser}>{t.byBrowserThen}</Notice>}
        <ExportForm {...props} />
        <p class="soft">{t.print}</p>
      </Column>
    </>
  )
}

const ProblemNotice = ({ problem, locale }: { problem: ExportProblem; locale: Locale }) => {
  const t = texts[locale.lang]
  if (problem.code !== 'flawed') return <Notice tone="late" first={t.problems[problem.code]} id="export-problem" />
  const { lost, universal, pictures } = problem
  return (
    <Notice tone="late" first={t.flawed} id="export-problem">
      {lost.length > 0 && (
        <>{t.lost({ signs: lost.slice(0, mostSigns).map(visible).join(' '), more: lost.length > mostSigns })} </>
      )}
      {pictures > 0 && <>{t.broken({ count: pictures })} </>}
      {!universal && <>{t.notUniversal} </>}
      {t.flawedThen}
    </Notice>
  )
}

const mostSigns = 20

/** What nobody can see has its number. */
const visible = (sign: string) =>
  /\p{C}/u.test(sign) ? `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` : sign

/** What is in force comes first, and is not named a second time among the versions. */
function sourcesOf({ versions, adopted, locale }: ExportPageProps) {
  const t = texts[locale.lang]
  const inForce = adopted && {
    value: 'adopted',
    title: t.adopted,
    text: (
      <WithNumbers words={t.inForce({ citation: adopted.adoption.citation, number: versionName(adopted.snapshot) })} />
    ),
  }
  const others = versions.filter(({ id }) => id !== adopted?.snapshot.id)
  return [
    ...(inForce ? [inForce] : []),
    { value: 'draft', title: t.draft },
    ...others.map((version) => ({
      value: `v${versionName(version)}`,
      title: t.version({ number: versionName(version), when: day(locale, version.createdAt) }),
    })),
  ]
}

const versionName = ({ number, suffix }: Pick<SnapshotEntry, 'number' | 'suffix'>) => `${number}${suffix}`

/** What was asked for; otherwise what is in force, or else the draft. */
function chosenIn({ adopted, of: asked }: ExportPageProps) {
  const isAdopted = adopted && (asked === undefined || asked === `v${versionName(adopted.snapshot)}`)
  return isAdopted ? 'adopted' : (asked ?? 'draft')
}

/** A plain form that only asks: what comes back is a file, and no page to morph in. */
const ExportForm = (props: ExportPageProps) => {
  const { group, document, formats, wish, problem, locale } = props
  const t = texts[locale.lang]
  const form = { id: 'export', locale }
  const kinds = formats.map((format) => ({ value: format, title: t.formats[format], text: t.formatMeans[format] }))
  return (
    <form class="form" id={form.id} action={paths.exportFile(group, document)} method="get">
      <ChoiceCards {...{ form }} name="of" legend={t.what} choices={sourcesOf(props)} value={chosenIn(props)} />
      <ChoiceCards {...{ form }} name="format" legend={t.format} choices={kinds} value={wish.format} />
      <fieldset class="checks">
        <legend>{t.withWhat}</legend>
        <CheckField form={form} name="letterhead" label={t.letterhead} checked={wish.letterhead} />
        <CheckField form={form} name="lines" label={t.lines} checked={wish.lines} />
        <CheckField form={form} name="remarks" label={t.remarks} checked={wish.remarks} />
        <CheckField form={form} name="suggestions" label={t.suggestions} checked={wish.suggestions} />
        {problem?.code === 'flawed' && <CheckField form={form} name="anyway" label={t.anyway} />}
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
