import { z } from 'zod'
import { formats } from './outgoing.ts'

const ticked = z.enum(['on', '1']).optional().catch(undefined).transform(Boolean)

/** What stands in the address; what is not understood is what most people want. */
export const exportWish = z.object({
  /** The draft, or a frozen version by its number, as in "v3" or "v3a". */
  of: z
    .string()
    .regex(/^v[1-9]\d{0,5}[a-z]?$/)
    .transform((version) => ({ number: Number.parseInt(version.slice(1), 10), suffix: version.replace(/^v\d+/, '') }))
    .nullable()
    .catch(null),
  format: z.enum(formats).catch('docx'),
  remarks: ticked,
  suggestions: ticked,
  lines: ticked,
  letterhead: ticked,
})

export type ExportWish = z.output<typeof exportWish>
