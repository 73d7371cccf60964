import { z } from 'zod'
import { line, optional, text } from '../../web/form.ts'

const ticked = z.literal('on', 'missing')

/** "Energie bleibt im Dorf" → "energie-bleibt-im-dorf". */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

const slug = line(80).transform(slugOf).pipe(z.string().min(1, 'missing'))

const organisations = text(5000).transform((typed) =>
  typed
    .split('\n')
    .map((one) => one.trim().slice(0, 200))
    .filter((one) => one !== ''),
)

export const publicationForm = z.object({
  decision: line(30),
  /** Checksum of the version that was looked at. */
  read: z.string().optional(),
  slug,
  venue: optional(line(200)),
  organisations: optional(organisations),
  minorityStatement: optional(text(10_000)),
  /** Nothing about people beyond what they agreed to. */
  personalData: ticked,
  /** Nobody demanded one, or it stands in the form. */
  minority: ticked,
  accessibility: ticked,
})

export const withdrawalForm = z.object({ reason: text(500) })
