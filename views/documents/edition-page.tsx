import type { EditionEntry } from '#src/documents/editions/model.ts'
import type { Preview } from '#src/documents/editions/preview.ts'
import type { Paper } from '#src/documents/model.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { DoneLine, Notice } from '../kit/notice.tsx'
import { Actions, Block, Head } from '../kit/structure.tsx'
import { Parts, Unclear } from './edition-parts.tsx'
import { texts } from './edition-texts.ts'

type Props = {
  group: Group
  document: Paper
  edition: EditionEntry
  preview: Preview
  may: { takeOver: boolean; discard: boolean }
  problem?: 'undecided' | 'refused' | undefined
  /** What was chosen already. */
  chosen?: ReadonlyMap<string, string | null>
  locale: Locale
}

const Acts = ({ group, document, edition, preview, may, chosen, locale }: Props) => {
  const t = texts[locale.lang]
  const { unclear } = preview
  return (
    <>
      {may.takeOver && (
        <ActionForm action={paths.editionTakeover(group, document, edition)} id="take-over" locale={locale}>
          {unclear.length > 0 && (
            <Block id="unclear" title={t.unclear({ count: unclear.length })} narrow>
              <p class="soft">{t.unclearMeans}</p>
              <Unclear unclear={unclear} chosen={chosen} t={t} />
            </Block>
          )}
          <Actions>
            <Button busy={t.takingOver}>{t.takeOver}</Button>
          </Actions>
        </ActionForm>
      )}
      {may.discard && (
        <ActionForm action={paths.editionDiscard(group, document, edition)} id="discard" locale={locale} inline>
          <Button rank="quiet">{t.discard}</Button>
        </ActionForm>
      )}
    </>
  )
}

const isEmpty = (preview: Preview) =>
  [preview.changed, preview.dropped, preview.added, preview.joined, preview.unclear].every((list) => list.length === 0)

/** What an edition would change, before it counts; afterwards that it counts. */
export const EditionPage = (props: Props) => {
  const { group, document, edition, preview, problem, locale } = props
  const t = texts[locale.lang]
  return (
    <div class="stack wide">
      <Head
        narrow
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a> ·{' '}
            <a href={paths.editions(group, document)}>{t.title}</a>
          </>
        }
        title={`${edition.programme}\u00a0${edition.version}`}
        lead={[edition.publishedOn && t.of({ day: day(locale, edition.publishedOn) }), edition.source]
          .filter(Boolean)
          .join(' · ')}
      />
      {problem === 'undecided' && (
        <Notice tone="late" first={t.undecided}>
          {t.undecidedThen}
        </Notice>
      )}
      {problem === 'refused' && (
        <Notice tone="late" first={t.refused}>
          {t.refusedThen}
        </Notice>
      )}
      {edition.takenAt ? (
        <Notice
          icon="check"
          first={t.alreadyTaken}
          actions={
            <LinkButton rank="second" href={paths.rows(group, document)}>
              {t.toRows}
            </LinkButton>
          }
        >
          {t.alreadyTakenThen}
        </Notice>
      ) : (
        <>
          {isEmpty(preview) ? <DoneLine>{t.nothing}</DoneLine> : <p>{t.previewLead}</p>}
          <Parts preview={preview} t={t} />
          <Acts {...props} />
        </>
      )}
    </div>
  )
}
