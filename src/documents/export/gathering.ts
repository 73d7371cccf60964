import type { Ports, Settings } from '../../ports.ts'
import { pictureBytes } from '../attachments/keeping.ts'
import type { Picture } from '../attachments/picture.ts'
import type { TableWords } from '../comparisons/table.ts'
import type { Here } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import { readDraft } from '../reading.ts'
import type { DocumentKind, Snapshot } from '../schema.ts'
import { numberedSnapshot } from '../versions/snapshots.ts'
import type { DocumentWay } from '../way.ts'
import type { Outgoing, OutgoingWords } from './outgoing.ts'
import { nodesOf, word } from './reading.ts'
import { type Reviewed, reviewed } from './review.ts'
import { withTables } from './tables.ts'
import type { ExportWish } from './wishes.ts'

/** In the language that texts are written in, whoever fetches the file. */
export interface ExportWords extends OutgoingWords {
  table: TableWords
  kinds: Record<DocumentKind, string>
  draftOf: (p: { when: Date }) => string
  /** Of a suggestion that no word of the text can show. */
  otherwise: string
  versionOf: (p: { number: number | string; when: Date }) => string
  decisionOf: (p: { citation: string; when: string }) => string
}

export interface Source {
  title: string
  content: Content
  snapshot: Snapshot | null
  review: Pick<Reviewed, 'threads' | 'changes'>
}

const nothingBeside = { threads: [], changes: {} }

/** The draft as it stands, or a frozen version; null when there is no such version. */
export async function sourceOf(
  here: Here,
  paper: Paper,
  wish: ExportWish,
  { otherwise }: Pick<ExportWords, 'otherwise'>,
): Promise<Source | null> {
  const { ports } = here
  if (wish.of === null) {
    const draft = await readDraft(ports, paper)
    const { content, ...review } = await reviewed(here, paper, draft, { ...wish, otherwise })
    return { title: paper.title, content, snapshot: null, review }
  }
  const snapshot = await numberedSnapshot(ports.db, paper.id, wish.of.number, wish.of.suffix)
  if (!snapshot) return null
  return { title: snapshot.title, content: snapshot.content as Content, snapshot, review: nothingBeside }
}

async function picturesIn({ db }: Ports, groupId: string, content: Content): Promise<Record<string, Picture>> {
  const ids = new Set(
    [...nodesOf(content)].filter(({ type }) => type === 'image').map(({ attrs }) => word(attrs?.attachment)),
  )
  const pictures: Record<string, Picture> = {}
  for (const id of ids) {
    const picture = id ? await pictureBytes(db, groupId, id) : null
    if (picture) pictures[id] = picture
  }
  return pictures
}

const linesOf = (operator = '') =>
  operator
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 6)

export interface Gathered {
  paper: Paper
  source: Source
  wish: ExportWish
  way: DocumentWay
  words: ExportWords
}

/** Everything that a file of this text needs to know, with the rights of who asks for it. */
export async function gather(here: Here, settings: Settings, gathered: Gathered): Promise<Outgoing> {
  const { actor, ports, locale } = here
  const { paper, source, wish, way, words } = gathered
  const { snapshot } = source
  const isDecided = snapshot !== null && way.decision?.snapshotNumber === snapshot.number
  const decision =
    isDecided && way.decision
      ? words.decisionOf({ citation: way.decision.citation, when: way.decision.decidedOn })
      : null
  const version = snapshot
    ? words.versionOf({ number: `${snapshot.number}${snapshot.suffix}`, when: snapshot.createdAt })
    : words.draftOf({ when: locale.now })
  const { table, kinds, draftOf, versionOf, decisionOf, otherwise, ...own } = words
  return {
    title: source.title,
    kind: kinds[paper.kind],
    language: 'de',
    base: settings.publicUrl,
    content: withTables(source.content, table),
    letterhead: wish.letterhead ? { sender: linesOf(settings.operator), group: actor.group.name } : null,
    about: [decision, `${kinds[paper.kind]} · ${version}`].filter((line) => line !== null),
    running: [decision, version].filter((line) => line !== null).join(' · '),
    checksum: snapshot?.checksum ?? null,
    numberedLines: wish.lines,
    pictures: await picturesIn(ports, actor.group.id, source.content),
    ...source.review,
    words: own,
  }
}
