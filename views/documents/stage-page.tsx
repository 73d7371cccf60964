import type { CorrectionEntry } from '#src/documents/corrections/making.ts'
import type { MandateEntry } from '#src/documents/corrections/mandates.ts'
import type { Paper } from '#src/documents/model.ts'
import type { PublicationEntry } from '#src/documents/publications/model.ts'
import type { ReviewEntry } from '#src/documents/reviews/model.ts'
import type { StageAbilities } from '#src/documents/stages/policy.ts'
import type { StageTop } from '#src/documents/stages/top.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { Archiving } from './stage-archiving.tsx'
import { Editors } from './stage-editors.tsx'
import type { RefusedStage } from './stage-form.ts'
import { texts } from './stage-page-texts.ts'
import { Publishing } from './stage-publishing.tsx'
import { Replacing } from './stage-replacing.tsx'
import { Reviewing } from './stage-reviewing.tsx'

type Person = { id: string; name: string }

export type StagePageProps = {
  group: Group
  document: Paper
  top: StageTop
  /** The latest first. */
  reviews: ReviewEntry[]
  /** Who can be asked to read. */
  readers: Person[]
  /** Who can get the editorial mandate. */
  people: Person[]
  replaceable: { id: string; title: string }[]
  mandates: (MandateEntry & { may: { confirm: boolean; end: boolean } })[]
  correction: CorrectionEntry | null
  publications: PublicationEntry[]
  publishers: string[]
  may: StageAbilities & { endReview: boolean; giveEditor: boolean; correct: boolean }
  hindered: { isBeingDecided: boolean; hasOpenReferral: boolean }
  me: { id: string }
  refused: RefusedStage | null
  locale: Locale
}

/** Where a text stands and every step from there, with who can take it. */
export const StagePage = (props: StagePageProps) => {
  const { group, document, locale } = props
  const t = texts[locale.lang]
  const { id } = document
  return (
    <>
      <Head
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> ·{' '}
            <a href={paths.document(group, document)}>{document.title}</a>
          </>
        }
        title={t.title}
        lead={t.lead}
        narrow
      />
      <Live
        id="stage"
        on={`document-${id} review-${id} rounds decisions referrals`}
        href={paths.stage(group, document)}
      >
        <Column>
          <p>
            <Status state={document.stage} locale={locale} /> <StateMeaning state={document.stage} locale={locale} />
          </p>
          <Reviewing {...props} />
          <Editors {...props} />
          <Replacing {...props} />
          <Publishing {...props} />
          <Archiving {...props} />
        </Column>
      </Live>
    </>
  )
}
