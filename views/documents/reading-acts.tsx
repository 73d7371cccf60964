import type { Child } from 'hono/jsx'
import { paths } from '#src/paths.ts'
import { LinkButton } from '../kit/button.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Actions } from '../kit/structure.tsx'
import { FreezeForm } from './acts.tsx'
import { suggestTexts } from './editor-suggest-texts.ts'
import { texts as exportTexts } from './export-texts.ts'
import type { ReadingPageProps } from './reading-page.tsx'
import { texts as stageTexts } from './stage-texts.ts'
import { texts } from './texts.ts'

/** What is still possible where nobody writes. */
const ReadOnly = ({ why, then, more }: { why: Child; then: Child; more: Child }) => (
  <>
    <Blocked why={why}>{then}</Blocked>
    <Actions>{more}</Actions>
  </>
)

/** What readers can do with a text from the top of its page. */
export const ReadingActs = (props: ReadingPageProps) => {
  const { group, document, may, isGuest, stage, refused, locale } = props
  const t = texts[locale.lang]
  // Whoever reads may take the text along (`mayExportDocument`). As long as the draft is what is in force, that is offered.
  const shown = stage.inForce?.changed === 0 ? 'adopted' : 'draft'
  const exporting = (
    <LinkButton rank="second" href={paths.exportDocument(group, document, shown)} icon="file-down">
      {exportTexts[locale.lang].action}
    </LinkButton>
  )
  if (isGuest && may.comment)
    return (
      <Actions>
        <LinkButton href={paths.editDocumentAs(group, document, 'suggest')} icon="message-square-plus">
          {suggestTexts[locale.lang].suggestHere}
        </LinkButton>
        {exporting}
      </Actions>
    )
  if (isGuest) return <ReadOnly why={t.asGuest} then={t.asGuestThen} more={exporting} />
  if (document.stage === 'archived') {
    const s = stageTexts[locale.lang]
    return <ReadOnly why={s.isArchived} then={s.isArchivedThen} more={exporting} />
  }
  if (document.stage === 'approved') {
    const s = stageTexts[locale.lang]
    return <ReadOnly why={s.isApproved} then={s.isApprovedThen} more={exporting} />
  }
  if (!may.edit) return <ReadOnly why={t.closed} then={t.closedThen} more={exporting} />
  return (
    <Actions>
      <LinkButton href={paths.editDocument(group, document)} icon="pencil">
        {t.edit}
      </LinkButton>
      {exporting}
      {may.freeze && (
        <FreezeForm
          {...props}
          openThreads={props.threads.filter(({ thread }) => thread.resolvedAt === null).length}
          refused={refused?.form === 'freeze' ? refused.input : null}
        />
      )}
    </Actions>
  )
}
