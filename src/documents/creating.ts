import { eq } from 'drizzle-orm'
import type { RecordEvent } from '../activity/model.ts'
import type { Database } from '../db/database.ts'
import { copyPlaces } from './attachments/keeping.ts'
import { withRowNames } from './comparisons/rows.ts'
import { firstClientId, stateOf } from './content/codec.ts'
import { derivedFrom } from './content/derived.ts'
import { type Imported, keepImported } from './conversion/keeping.ts'
import type { Content } from './markup.ts'
import {
  type Document,
  type DocumentKind,
  documentAuthors,
  documentStates,
  documents,
  type Snapshot,
} from './schema.ts'

export interface NewDocument {
  groupId: string
  actorId: string
  kind: DocumentKind
  title: string
  content: Content
  /** From a file or pasted, and not written here. */
  imported?: Imported
  /** What new texts of its kind begin with, and no paper itself. */
  isTemplate?: boolean
  /** The frozen version that it begins with; nobody has written in the copy yet. */
  copiedFromId?: string
}

/** A document and its first state are one thing: neither is ever there without the other. */
export async function createDocument(tx: Database, record: RecordEvent, draft: NewDocument): Promise<Document> {
  const { groupId, actorId, kind, title, imported, isTemplate, copiedFromId } = draft
  const content = withRowNames(draft.content)
  const facts = { groupId, kind, title, copiedFromId, isTemplate, ...derivedFrom(content) }
  const [document] = await tx
    .insert(documents)
    .values({ ...facts, createdById: actorId, editedById: copiedFromId ? null : actorId })
    .returning()
  if (!document) throw new Error('a document was not stored')
  const bytes = stateOf(content)
  await tx.insert(documentStates).values({ documentId: document.id, bytes, coveredSeq: 0 })
  // The words of a version are not those of who copies it.
  if (!copiedFromId) await bindFirst(tx, document.id, actorId)
  if (imported) await keepImported(tx, document, actorId, imported, bytes)
  const event = imported ? 'document.imported' : 'document.created'
  await record({ kind: event, groupId, actorId, subjectId: document.id, facts: { title, kind } })
  return document
}

const bindFirst = (tx: Database, documentId: string, personId: string) =>
  tx.insert(documentAuthors).values({ documentId, clientId: firstClientId, personId })

interface Copied {
  snapshot: Snapshot
  groupId: string
  actorId: string
  /** Otherwise that of the version. */
  title?: string
}

/** A new draft that begins with a frozen version, for example after a return (`DOMAIN.md 3.4`). */
export async function copySnapshotToDraft(
  tx: Database,
  record: RecordEvent,
  { snapshot, groupId, actorId, title = snapshot.title }: Copied,
): Promise<Document> {
  const kind = await kindOf(tx, snapshot.documentId)
  const content = snapshot.content as Content
  const draft = { groupId, actorId, kind, title, content, copiedFromId: snapshot.id }
  const document = await createDocument(tx, record, draft)
  await copyPlaces(tx, snapshot.documentId, document.id)
  return document
}

async function kindOf(tx: Database, documentId: string): Promise<DocumentKind> {
  const [document] = await tx.select({ kind: documents.kind }).from(documents).where(eq(documents.id, documentId))
  if (!document) throw new Error('a version belongs to a document')
  return document.kind
}
