import type { Content } from '#src/documents/markup.ts'
import { DocumentBody } from '#views/documents/body.tsx'

const here = { locale: { lang: 'de', now: new Date() }, pictures: (id: string) => `/bild/${id}` } as const

/** A text as pages show it, to people who read German. */
export const drawn = (content: Content | Record<string, unknown>, compared = false): string =>
  String(<DocumentBody content={content} compared={compared} {...here} />)
