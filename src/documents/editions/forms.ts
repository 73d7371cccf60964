import { z } from 'zod'
import { day, line, optional, text } from '../../web/form.ts'

export const longest = { programme: 120, version: 40, source: 200, pasted: 400_000 }

export const editionForm = z.object({
  programme: line(longest.programme),
  version: line(longest.version),
  publishedOn: optional(day()),
  source: optional(line(longest.source)),
  pasted: optional(text(longest.pasted)),
  file: z.instanceof(File).optional().catch(undefined),
})

const prefix = 'choice-'

/** What was chosen for each statement that could be one of several. */
export const takeoverForm = z
  .record(z.string(), z.unknown())
  .transform(
    (typed) =>
      new Map(
        Object.entries(typed).flatMap(([name, value]): [string, string | null][] =>
          name.startsWith(prefix) && typeof value === 'string'
            ? [[name.slice(prefix.length), value === 'new' ? null : value]]
            : [],
        ),
      ),
  )
