import type { Schema } from '@tiptap/pm/model'
import { cleanText } from '../../web/clean.ts'
import type { Content } from '../markup.ts'

type Attributes = Record<string, unknown>

interface Known {
  default?: unknown
  validate?: unknown
}

const whole = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : 1

const span = whole(1, 100)

/** What pages can show of these; the schema alone would let more pass. */
const values: Record<string, (value: unknown) => unknown> = {
  level: whole(1, 3),
  start: whole(0, 9999),
  colspan: span,
  rowspan: span,
  colwidth: () => null,
  href: (value) => (typeof value === 'string' ? cleanText(value) : null),
}

/** The schema says no by throwing. */
function passes(validate: unknown, value: unknown): boolean {
  try {
    if (typeof validate === 'function') validate(value)
    return true
  } catch {
    return false
  }
}

function typedValue(known: Known | undefined, value: unknown): unknown {
  if (!known) return null
  const usual = known.default ?? null
  const clean = typeof value === 'string' ? cleanText(value) : value
  const isOfItsKind = usual === null ? typeof known.validate === 'function' : typeof clean === typeof usual
  return isOfItsKind && passes(known.validate, clean) ? clean : usual
}

const typedAttributes = (attrs: Attributes, known: Record<string, Known> = {}): Attributes =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [name, values[name]?.(value) ?? typedValue(known[name], value)]),
  )

const typed = <T extends { attrs?: Attributes }>(part: T, known: Record<string, Known> | undefined): T =>
  part.attrs ? { ...part, attrs: typedAttributes(part.attrs, known) } : part

/**
 * Every attribute is what the schema knows of it; a client may have put anything else in its place. No database takes
 * NUL or half a character, and direction controls make a text read as something else.
 */
export function cleanContent(node: Content, schema: Schema): Content {
  const clean = typed(node, schema.nodes[node.type]?.spec.attrs)
  if (node.marks) clean.marks = node.marks.map((mark) => typed(mark, schema.marks[mark.type]?.spec.attrs))
  if (node.text !== undefined) clean.text = cleanText(node.text)
  if (node.content)
    clean.content = node.content.map((child) => cleanContent(child, schema)).filter(({ text }) => text !== '')
  return clean
}
