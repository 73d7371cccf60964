import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt, to } from '../../db/columns.ts'
import { documents } from '../schema.ts'
import type { Report } from './converted.ts'

/** Of a text that began with a file: which one, and what became of what was in it. */
export const documentImports = pgTable('document_imports', {
  documentId: to(() => documents.id).primaryKey(),
  /** Empty where it was pasted. */
  fileName: text().notNull(),
  report: jsonb().$type<Report>().notNull(),
  createdAt: createdAt(),
})

export type DocumentImport = typeof documentImports.$inferSelect
