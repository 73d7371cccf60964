import { z } from 'zod'
import { formats } from './outgoing.ts'

const ticked = z.enum(['on', '1']).optional().catch(undefined).transform(Boolean)

/** What stands in the address; what is not understood is what most people want. */
export const exportWish = z.object({
  /** What is in force, the draft, or a frozen version by its number, as in "v3" or "v3a". */
  of: z
    .enum(['adopted', 'draft'])
    .or(
      z
        .string()
        .regex(/^v[1-9]\d{0,5}[a-z]?$/)
        .transform((name) => ({ number: Number.parseInt(name.slice(1), 10), suffix: name.replace(/^v\d+/, '') })),
    )
    .nullable()
    .catch(null),
  format: z.enum(formats).catch('docx'),
  remarks: ticked,
  suggestions: ticked,
  lines: ticked,
  letterhead: ticked,
  /** Whoever asks has been told what is not as it should be in the file. */
  anyway: ticked,
})

/** As an address says it; nothing where it says nothing. */
export const refOf = ({ of }: Pick<ExportWish, 'of'>): string | undefined =>
  of === null || typeof of === 'string' ? (of ?? undefined) : `v${of.number}${of.suffix}`

export type ExportWish = z.output<typeof exportWish>
