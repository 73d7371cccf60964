import type { Format, Made, Outgoing } from './outgoing.ts'
import type { Typesetter } from './pdf/make.ts'

const makers: Record<Format, (outgoing: Outgoing, typesetter: () => Typesetter) => Promise<Made>> = {
  pdf: async (outgoing, typesetter) => (await import('./pdf/make.ts')).makePdf(outgoing, typesetter()),
  docx: async (outgoing) => (await import('./docx/make.ts')).makeDocx(outgoing),
  odt: async (outgoing) => (await import('./odt/make.ts')).makeOdt(outgoing),
  html: async (outgoing) => (await import('./html/make.ts')).makeHtml(outgoing),
  md: async (outgoing) => (await import('./markdown/make.ts')).makeMarkdown(outgoing),
}

/** A text as a file of this format; only what that format needs is loaded. */
export const makeFile = (format: Format, outgoing: Outgoing, typesetter: () => Typesetter): Promise<Made> =>
  makers[format](outgoing, typesetter)
