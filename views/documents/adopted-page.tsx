import type { Paper } from '#src/documents/model.ts'
import type { DocumentAbilities } from '#src/documents/policy.ts'
import type { Snapshot } from '#src/documents/schema.ts'
import type { InForce, StageTop } from '#src/documents/stages/top.ts'
import type { SnapshotEntry } from '#src/documents/versions/snapshots.ts'
import type { DocumentWay } from '#src/documents/way.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Ring } from '../kit/ring.tsx'
import { Status } from '../kit/status.tsx'
import { Actions } from '../kit/structure.tsx'
import { texts as exportTexts } from './export-texts.ts'
import { WayNotices } from './notices.tsx'
import { InColumn, PaperHead, Reading } from './paper.tsx'
import { texts as stageTexts } from './stage-texts.ts'
import { InForceNotice, StageNotices, TextTabs } from './stage-top.tsx'
import { texts } from './texts.ts'
import { Versions } from './versions.tsx'

export type AdoptedPageProps = {
  group: Group
  document: Paper
  /** The version that is in force. */
  content: Pick<Snapshot, 'title' | 'content'>
  top: StageTop
  inForce: InForce
  way: DocumentWay
  versions: SnapshotEntry[]
  may: DocumentAbilities
  isGuest: boolean
  me: { id: string }
  locale: Locale
}

/** What was adopted stays on top for readers while the draft moves on. */
export const AdoptedPage = (props: AdoptedPageProps) => {
  const { group, document, content, locale } = props
  const here = paths.document(group, document)
  const on = `document-${document.id} review-${document.id} rounds proposals decisions referrals`
  const pictures = (id: string) => paths.attachment(group, { id })
  return (
    <article class="stack wide">
      <Live id="paper-head" on={on} href={here}>
        <Top {...props} />
      </Live>
      <InColumn content={content.content}>
        <Acts {...props} />
      </InColumn>
      <Live id="paper-body" on={on} href={here}>
        <div class="stack wide">
          <Reading content={content.content} pictures={pictures} locale={locale} />
          <InColumn content={content.content}>
            <Versions {...props} changed={props.inForce.changed} />
          </InColumn>
        </div>
      </Live>
    </article>
  )
}

const Top = (props: AdoptedPageProps) => {
  const { group, document, content, top, inForce, way, me, locale } = props
  const t = texts[locale.lang]
  const around = { group, document, locale }
  const state = document.stage === 'published' || document.stage === 'superseded' ? document.stage : 'adopted'
  return (
    <PaperHead
      content={content.content}
      over={
        <>
          <a href={paths.group(group)}>{group.name}</a> · <a href={paths.documents(group)}>{t.documents}</a> ·{' '}
          {t.kinds[document.kind]}
        </>
      }
      title={content.title}
      meta={
        <>
          <Status state={state} locale={locale} />{' '}
          {document.stage !== state && <Status state={document.stage} locale={locale} />}{' '}
          <Ring at={way.station} locale={locale} />
        </>
      }
    >
      <TextTabs {...around} top={top} shows="adopted" />
      <InForceNotice {...around} inForce={inForce} />
      <StageNotices {...around} top={top} me={me} />
      <WayNotices {...around} way={{ ...way, decision: null }} changed={null} />
    </PaperHead>
  )
}

/** Whoever writes is one tap away from the draft. */
const Acts = ({ group, document, may, isGuest, locale }: AdoptedPageProps) => {
  const t = stageTexts[locale.lang]
  return (
    <Actions>
      {may.edit && (
        <LinkButton href={paths.editDocument(group, document)} icon="pencil">
          {t.writeOn}
        </LinkButton>
      )}
      <LinkButton rank="second" href={paths.exportDocument(group, document, 'adopted')} icon="file-down">
        {exportTexts[locale.lang].action}
      </LinkButton>
      {!isGuest && (
        <LinkButton rank="quiet" icon="milestone" href={paths.stage(group, document)}>
          {t.toAll}
        </LinkButton>
      )}
    </Actions>
  )
}
