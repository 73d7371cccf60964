import type { Authorship } from '#src/documents/authorship/authorship.ts'
import type { ShownThread } from '#src/documents/comments/conversation.ts'
import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import type { Row } from '#src/documents/comparisons/rows.ts'
import type { DocumentImport } from '#src/documents/conversion/schema.ts'
import type { Guest } from '#src/documents/guests.ts'
import type { Content } from '#src/documents/markup.ts'
import type { Paper } from '#src/documents/model.ts'
import type { DocumentAbilities } from '#src/documents/policy.ts'
import type { QuotationStanding } from '#src/documents/quotations/standing.ts'
import type { StageTop } from '#src/documents/stages/top.ts'
import type { SnapshotEntry } from '#src/documents/versions/snapshots.ts'
import type { News } from '#src/documents/visits/news.ts'
import type { DocumentWay } from '#src/documents/way.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ago } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty, Notice } from '../kit/notice.tsx'
import { Status } from '../kit/status.tsx'
import { CollisionsHint } from './collisions.tsx'
import { CommentsBlock, CommentsHint, commentSignals } from './comments-block.tsx'
import { ImportNotice } from './import-notice.tsx'
import { WayNotices } from './notices.tsx'
import { OnItsWay } from './on-its-way.tsx'
import { InColumn, isBlank, PaperHead } from './paper.tsx'
import { ReadingActs } from './reading-acts.tsx'
import { Rest } from './reading-rest.tsx'
import { Words } from './reading-words.tsx'
import { DraftNotice, InForceNotice, StageNotices, TextTabs } from './stage-top.tsx'
import { SuggestionsHint } from './suggestions-hint.tsx'
import { texts as templateTexts } from './templates-texts.ts'
import { texts } from './texts.ts'
import { texts as versionTexts } from './version-texts.ts'
import { Versions } from './versions.tsx'
import { VisitNotice } from './visit-notice.tsx'

export type RefusedHere = { form: 'freeze' | 'rename' | 'guest'; input: Refused }

export type ReadingPageProps = {
  group: Group
  document: Paper
  content: Content
  /** Who wrote what, when that is asked for. */
  authorship: Authorship | null
  way: DocumentWay
  /** What is in force, and what is going on with the text as a whole. */
  stage: StageTop
  versions: SnapshotEntry[]
  /** What stands in the rows of a comparison, when there is one. */
  comparison: { rows: Row[]; facts: ComparisonFacts } | null
  /** Where quoted passages are from. */
  quotations: QuotationStanding[]
  /** Sentences that were changed on both sides and wait for a decision. */
  collisions: number
  /** How many suggestions wait for a decision. */
  suggestions: number
  /** Conversations about it; the open ones are marked in the text. */
  threads: ShownThread[]
  /** What others changed since this person's last visit, and whether it is marked in the text. */
  news: News | null
  sinceVisit: boolean
  /** The draft was asked for; otherwise what is in force comes on top as soon as both differ. */
  onDraft: boolean
  /** Paragraphs that are not as in the last version; null when there is none. */
  changed: number | null
  guests: Guest[]
  may: DocumentAbilities
  isGuest: boolean
  me: { id: string }
  /** What became of a file that was just taken over. */
  imported: DocumentImport | null
  /** Nothing to freeze: the version that still stands for the draft. */
  unchangedSince?: number | null
  refused?: RefusedHere | null
  locale: Locale
}

const signals = ({ id }: { id: string }) =>
  `document-${id} review-${id} suggestion-${id} ${commentSignals({ id })} rounds proposals decisions referrals`

/** What an open page fetches again is the very page that is open: the draft stays the draft, also beside what was adopted. */
function addressOf({ group, document, imported, stage, authorship, sinceVisit, onDraft }: ReadingPageProps): string {
  if (imported) return paths.importedDocument(group, document)
  if (authorship) return paths.documentWithAuthors(group, document)
  if (sinceVisit) return paths.documentSinceVisit(group, document)
  return onDraft || (stage.inForce?.changed ?? 0) > 0
    ? paths.documentDraft(group, document)
    : paths.document(group, document)
}

/** Reading comes first: the draft as it stands, and above it what is happening to it. */
export const ReadingPage = (props: ReadingPageProps) => {
  const { group, document, content } = props
  const here = addressOf(props)
  return (
    <article class="stack wide">
      <Live id="paper-head" on={signals(document)} href={here}>
        <Top {...props} />
      </Live>
      <InColumn content={content}>
        <ReadingActs {...props} />
      </InColumn>
      <Live id="paper-body" on={signals(document)} href={here}>
        <div class="stack wide">
          {isBlank(content) ? <Blank {...props} /> : <Words {...props} />}
          <InColumn content={content}>
            <Versions {...props} />
          </InColumn>
        </div>
      </Live>
      <InColumn content={content}>
        <CommentsBlock
          {...props}
          back={here}
          refused={null}
          mayComment={props.may.comment}
          isClosed={group.state === 'dissolved' || ['archived', 'approved'].includes(document.stage)}
        />
        <Rest {...props} />
      </InColumn>
    </article>
  )
}

const Top = (props: ReadingPageProps) => {
  const { group, document, content, imported, unchangedSince, locale } = props
  const t = texts[locale.lang]
  const v = versionTexts[locale.lang]
  return (
    <PaperHead
      content={content}
      over={
        <>
          <a href={paths.group(group)}>{group.name}</a> · <a href={paths.documents(group)}>{t.documents}</a> ·{' '}
          {t.kinds[document.kind]}
        </>
      }
      title={document.title}
      meta={<Meta {...props} />}
    >
      {unchangedSince && <Notice first={v.unchangedFirst({ number: unchangedSince })}>{v.unchangedThen}</Notice>}
      {imported && <ImportNotice imported={imported} locale={locale} />}
      <CollisionsHint {...{ group, document, locale }} count={props.collisions} mayWrite={props.may.edit} />
      <SuggestionsHint {...{ group, document, locale }} count={props.suggestions} />
      {props.news && <VisitNotice {...{ group, document, locale }} news={props.news} isMarked={props.sinceVisit} />}
      <StandingNotices {...props} />
    </PaperHead>
  )
}

const TemplateNotice = ({ locale }: Pick<ReadingPageProps, 'locale'>) => {
  const t = templateTexts[locale.lang]
  return <Notice first={t.isTemplate}>{t.isTemplateThen}</Notice>
}

/** What is in force is said by the decision about it; above the draft that has moved on, both. */
const StandingNotices = ({ group, document, way, stage, changed, me, locale }: ReadingPageProps) => {
  const { inForce } = stage
  const around = { group, document, locale }
  return (
    <>
      {inForce && inForce.changed > 0 && <TextTabs {...around} top={stage} shows="draft" />}
      {inForce && inForce.changed > 0 && <DraftNotice {...around} inForce={inForce} />}
      {document.isTemplate && <TemplateNotice locale={locale} />}
      <StageNotices {...around} top={stage} me={me} />
      <WayNotices {...around} way={inForce ? { ...way, decision: null } : way} changed={changed} />
      {inForce?.changed === 0 && <InForceNotice {...around} inForce={inForce} />}
    </>
  )
}

const Meta = ({ document, way, threads, locale }: ReadingPageProps) => {
  const t = texts[locale.lang]
  const when = ago(locale, document.editedAt)
  const { editedBy } = document
  return (
    <>
      <Status state={document.stage} locale={locale} />{' '}
      {editedBy ? t.lastChange({ when, name: editedBy }) : t.untouched({ when })} ·{' '}
      {t.wordCount({ count: document.wordCount })} <OnItsWay document={document} way={way} locale={locale} />
      <CommentsHint threads={threads} locale={locale} />
    </>
  )
}

const Blank = ({ may, locale }: ReadingPageProps) => {
  const t = texts[locale.lang]
  return <Empty first={t.empty}>{may.edit && t.emptyHow}</Empty>
}
