import { z } from 'zod'
import { line, optional, text } from '../web/form.ts'
import { documentKind } from './schema.ts'

/** `quick`: with the template, and with a title that says what it is and of which day. */
export const starts = ['quick', 'template', 'blank', 'file', 'pasted'] as const

const longest = { title: 200, pasted: 200_000, note: 500 }

export const newDocumentForm = z.object({
  kind: z.enum(documentKind.enumValues, 'missing'),
  title: optional(line(longest.title)),
  start: z.enum(starts, 'missing'),
  file: z.instanceof(File).optional().catch(undefined),
  pasted: optional(text(longest.pasted)),
})

export type NewDocumentForm = z.output<typeof newDocumentForm>

export const titleForm = z.object({
  title: line(longest.title),
  /** Where it was typed. */
  back: z.literal('edit').optional().catch(undefined),
})

export const freezeForm = z.object({ note: optional(text(longest.note)) })

export const guestForm = z.object({ guest: z.uuid('missing'), comments: z.string().optional() })

export const stateNameForm = z.object({ name: line(100) })
