import type { Content } from '../../documents/markup.ts'
import type { DocumentKind, DocumentStage } from '../../documents/schema.ts'
import type { GroupKey, PersonKey } from '../cast.ts'

export interface FrozenPaper {
  content: readonly Content[]
  on: string
  by: PersonKey
  note: string
  /** Where it was called differently then. */
  title?: string
}

export interface PaperDraft {
  group: GroupKey
  kind: DocumentKind
  title: string
  stage: DocumentStage
  by: PersonKey
  startedOn: string
  clock?: string
  frozen?: FrozenPaper[]
  /** The version that the draft began with. */
  copied?: readonly Content[]
  draft: readonly Content[]
  /** A day of the sample, or how many days ago. */
  edited: { by: PersonKey; when: string | number; clock: string }
}
