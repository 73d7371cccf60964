import { pgTable } from 'drizzle-orm/pg-core'
import { createdAt, to } from '../../db/columns.ts'
import { documents } from '../schema.ts'

/** A text that is approved as it stands, such as minutes: the database refuses whatever would change it. */
export const approvedDocuments = pgTable('approved_documents', {
  documentId: to(() => documents.id).primaryKey(),
  createdAt: createdAt(),
})
