import type { Child } from 'hono/jsx'
import type { Order } from '#src/documents/comparisons/choosing.ts'
import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import type { Compared } from '#src/documents/versions/compared.ts'
import type { Lang } from '#src/web/locale.ts'
import type { bodyTexts } from './body-texts.ts'
import type { Heading } from './headings.ts'

export type Drawn = Child
export type Attributes = Record<string, unknown>

/** Where a picture is fetched from depends on who looks and where: in its group, in the log of decisions, at a referral. */
export type PictureAddress = (attachment: string) => string

/** What the signs in the rows of a comparison mean, and how its columns can be sorted. */
export interface ComparisonAround {
  facts?: ComparisonFacts | null
  /** Sorting is done by this form. */
  order?: Order & { form: string }
  /** What is said beside a row. */
  talkOn?: (row: string) => Drawn
}

/** Beside each paragraph a way to quote it. */
export interface QuotingAround {
  /** Where that begins for a paragraph, by its place. */
  href: (place: number) => string
  label: string
  /** Something to press at every paragraph; otherwise a sign for those who point at it. */
  inWords?: boolean
}

/** What is drawn into a text besides its own words. */
export interface Around {
  t: (typeof bodyTexts)['de']
  pictures: PictureAddress
  /** Where quoted words are from; below them. */
  sourceOf: (quotation: string) => Drawn
  /** The footnotes so far. */
  notes: Drawn[]
  lang: Lang
  comparison: ComparisonAround
  /** How many rows of comparisons have been drawn. */
  rows: number
}

/** What a difference between two versions adds: looks of words, signs inside of nodes and around them. */
export interface DifferenceDrawing {
  marks: Record<string, (children: Drawn, attrs: Attributes) => Drawn>
  lead(node: Compared): Drawn
  frame(node: Compared, drawn: Drawn): Drawn
}

export interface Part {
  attrs: Attributes
  children: Drawn[]
  heading: Heading | undefined
  around: Around
}

export type Draw = (part: Part) => Drawn

export const whole = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined
