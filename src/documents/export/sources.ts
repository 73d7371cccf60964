import type { Here } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import { readDraft } from '../reading.ts'
import type { Snapshot } from '../schema.ts'
import { adoptedText } from '../stages/adopted.ts'
import type { Adoption, AdoptionsOf } from '../stages/matter.ts'
import { numberedSnapshot } from '../versions/snapshots.ts'
import { type Reviewed, reviewed } from './review.ts'
import type { ExportWish } from './wishes.ts'

/** What leaves the house. */
export interface Source {
  title: string
  content: Content
  /** Null for the draft. */
  snapshot: Snapshot | null
  /** What was decided about this very version. */
  adoption: Adoption | null
  review: Pick<Reviewed, 'threads' | 'changes'>
}

type Wished = Pick<ExportWish, 'of' | 'remarks' | 'suggestions'>
type Known = { adoptionsOf: AdoptionsOf; otherwise: string }

/** What is in force, the draft as it stands, or a frozen version; null when there is no such thing. */
export async function sourceOf(here: Here, paper: Paper, wish: Wished, known: Known): Promise<Source | null> {
  const { db } = here.ports
  const adoptions = await known.adoptionsOf(db, [paper.id])
  const of = wish.of ?? (adoptions.length > 0 ? 'adopted' : 'draft')
  if (of === 'draft') return draftOf(here, paper, { ...wish, ...known })
  if (of !== 'adopted') return frozen(await numberedSnapshot(db, paper.id, of.number, of.suffix), adoptions)
  return frozen((await adoptedText(db, adoptions))?.snapshot ?? null, adoptions)
}

async function draftOf(here: Here, paper: Paper, wish: Wished & Known): Promise<Source> {
  const draft = await readDraft(here.ports, paper)
  const { content, ...review } = await reviewed(here, paper, draft, wish)
  return { title: paper.title, content, snapshot: null, adoption: null, review }
}

/** What was settled long ago has no conversation beside it. */
const nothingBeside = { threads: [], changes: {} }

function frozen(snapshot: Snapshot | null, adoptions: Adoption[]): Source | null {
  if (!snapshot) return null
  const { id, originalId, title, content } = snapshot
  const adoption = adoptions.find(({ snapshotId }) => snapshotId === id || snapshotId === originalId) ?? null
  return { title, content: content as Content, snapshot, adoption, review: nothingBeside }
}
