import { eq } from 'drizzle-orm'
import { contentOf, stateOf } from '../../documents/content/codec.ts'
import { derivedFrom } from '../../documents/content/derived.ts'
import { plainTextOf } from '../../documents/content/plain-text.ts'
import type { Content } from '../../documents/markup.ts'
import {
  documentAuthors,
  documentGuests,
  documentStates,
  documents,
  type Snapshot,
  snapshots,
} from '../../documents/schema.ts'
import { checksumOf } from '../../documents/versions/checksum.ts'
import type { FrozenPaper, PaperDraft } from './paper-draft.ts'
import { type PaperKey, paperList } from './paper-list.ts'
import type { Scene } from './scene.ts'
import { text } from './written.ts'
import { writtenBy } from './written-by.ts'

export interface Paper {
  id: string
  frozen: Snapshot[]
}

export type Papers = Record<PaperKey, Paper>

const keys = Object.keys(paperList) as PaperKey[]

/** Numbers of decisions bear the year, whichever it is. */
const inYear = ({ year }: Scene, paper: PaperDraft): PaperDraft =>
  JSON.parse(JSON.stringify(paper).replaceAll('{year}', String(year)))

const startedAt = (scene: Scene, { startedOn, clock = '17:00' }: PaperDraft) => scene.at(startedOn, clock)

const editedAt = (scene: Scene, { when, clock }: PaperDraft['edited']) =>
  typeof when === 'number' ? scene.ago(when, clock) : scene.at(when, clock)

const documentRow = (scene: Scene, paper: PaperDraft, id: string) => {
  const content = text(...paper.draft)
  return {
    id,
    groupId: scene.group(paper.group),
    kind: paper.kind,
    title: paper.title,
    stage: paper.stage,
    createdById: scene.person(paper.by),
    createdAt: startedAt(scene, paper),
    editedById: scene.person(paper.edited.by),
    editedAt: editedAt(scene, paper.edited),
    ...derivedFrom(content),
  }
}

/** Freezing again without a change must find the same checksum. */
const asTheEditorHasIt = (blocks: readonly Content[]) => contentOf(stateOf(text(...blocks)))

async function snapshotRow(scene: Scene, paper: PaperDraft, documentId: string, frozen: FrozenPaper, number: number) {
  const content = asTheEditorHasIt(frozen.content)
  const title = frozen.title ?? paper.title
  return {
    documentId,
    groupId: scene.group(paper.group),
    number,
    title,
    content,
    plainText: plainTextOf(content),
    checksum: await checksumOf({ title, content }),
    note: frozen.note,
    createdById: scene.person(frozen.by),
    createdAt: scene.at(frozen.on, '18:45'),
  }
}

function tell(scene: Scene, paper: PaperDraft, subjectId: string): void {
  const { group, title, by, frozen = [], edited } = paper
  scene.note({
    kind: 'document.created',
    group,
    by,
    subjectId,
    facts: { title, kind: paper.kind },
    at: startedAt(scene, paper),
  })
  for (const [index, { by, on }] of frozen.entries()) {
    const facts = { title, number: String(index + 1) }
    scene.note({ kind: 'document.frozen', group, by, subjectId, facts, at: scene.at(on, '18:45') })
  }
  const at = editedAt(scene, edited)
  scene.note({ kind: 'document.edited', group, by: edited.by, subjectId, facts: { title }, at })
}

/** Every paper with its frozen versions and a draft that can be opened in the editor. */
export async function layOutPapers(scene: Scene): Promise<Papers> {
  const ids = new Map(keys.map((key) => [key, crypto.randomUUID()] as const))
  const idOf = (key: PaperKey) => ids.get(key) ?? ''
  const drafts = keys.map((key): [PaperKey, PaperDraft] => [key, inYear(scene, paperList[key])])
  await scene.db.insert(documents).values(drafts.map(([key, paper]) => documentRow(scene, paper, idOf(key))))
  await write(scene, drafts, idOf)
  const frozen = await freeze(scene, drafts, idOf)
  for (const [key, paper] of drafts) tell(scene, paper, idOf(key))
  const laidOut = (key: PaperKey): Paper => ({
    id: idOf(key),
    frozen: frozen.filter(({ documentId }) => documentId === idOf(key)),
  })
  return Object.fromEntries(keys.map((key) => [key, laidOut(key)])) as Papers
}

async function write(scene: Scene, drafts: [PaperKey, PaperDraft][], idOf: (key: PaperKey) => string) {
  const papers = drafts.map(([key, paper]) => ({ documentId: idOf(key), paper, ...writtenBy(paper) }))
  await scene.db.insert(documentStates).values(
    papers.map(({ documentId, paper, state }) => {
      return { documentId, bytes: state, coveredSeq: 0, updatedAt: editedAt(scene, paper.edited) }
    }),
  )
  await scene.db.insert(documentAuthors).values(
    papers.flatMap(({ documentId, paper, authors }) =>
      authors.map(({ clientId, by }, index) => ({
        ...{ documentId, clientId, personId: scene.person(by) },
        boundAt: begunAt(scene, paper, index, index === authors.length - 1),
      })),
    ),
  )
}

/** Whoever froze a version had begun to write on it when the one before was frozen. */
function begunAt(scene: Scene, paper: PaperDraft, index: number, isLast: boolean): Date {
  if (index === 0 && !paper.copied) return startedAt(scene, paper)
  const before = paper.frozen?.[index - 1]
  return before && !isLast ? scene.at(before.on, '19:00') : editedAt(scene, paper.edited)
}

async function freeze(scene: Scene, drafts: [PaperKey, PaperDraft][], idOf: (key: PaperKey) => string) {
  const rows = drafts.flatMap(([key, paper]) =>
    (paper.frozen ?? []).map((one, index) => snapshotRow(scene, paper, idOf(key), one, index + 1)),
  )
  return scene.db
    .insert(snapshots)
    .values(await Promise.all(rows))
    .returning()
}

/** The version with this number. */
export function version(paper: Paper, number: number): Snapshot {
  const found = paper.frozen.find((frozen) => frozen.number === number)
  if (!found) throw new Error(`The sample has no version ${number} of this paper`)
  return found
}

/** What the circle's return left behind: a draft copied from the version that had been sent. */
export const nameSource = (scene: Scene, draft: Paper, source: Snapshot) =>
  scene.db.update(documents).set({ copiedFromId: source.id }).where(eq(documents.id, draft.id))

/** Outside experts read only what they were invited to. */
export const inviteGuest = (scene: Scene, paper: Paper) =>
  scene.db.insert(documentGuests).values({ documentId: paper.id, personId: scene.person('vera') })
