import type { Settings } from '../../ports.ts'
import { pictureFor } from '../attachments/looking.ts'
import type { Picture } from '../attachments/picture.ts'
import type { TableWords } from '../comparisons/table.ts'
import type { Here } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import type { DocumentKind } from '../schema.ts'
import type { Outgoing, OutgoingWords } from './outgoing.ts'
import { nodesOf, word } from './reading.ts'
import type { Source } from './sources.ts'
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

async function picturesIn({ actor, ports }: Here, content: Content): Promise<Record<string, Picture>> {
  const ids = new Set(
    [...nodesOf(content)].filter(({ type }) => type === 'image').map(({ attrs }) => word(attrs?.attachment)),
  )
  const pictures: Record<string, Picture> = {}
  for (const id of ids) {
    const picture = id ? await pictureFor(ports.db, actor, id) : null
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
  words: ExportWords
}

/** Everything that a file of this text needs to know, with the rights of who asks for it. */
export async function gather(here: Here, settings: Settings, gathered: Gathered): Promise<Outgoing> {
  const { actor, locale } = here
  const { paper, source, wish, words } = gathered
  const { snapshot, adoption } = source
  const decision = adoption && words.decisionOf({ citation: adoption.citation, when: adoption.decidedOn })
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
    pictures: await picturesIn(here, source.content),
    ...source.review,
    words: own,
  }
}
