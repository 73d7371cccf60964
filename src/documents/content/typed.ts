import { cleanText } from '../../web/clean.ts'
import type { Content } from '../markup.ts'

type Attributes = Record<string, unknown>

const whole = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : 1

const span = whole(1, 100)

/** Every attribute that the schema knows; a client may have put anything else in its place. */
const values: Record<string, (value: unknown) => unknown> = {
  level: whole(1, 3),
  start: whole(0, 9999),
  colspan: span,
  rowspan: span,
  colwidth: () => null,
  href: (value) => (typeof value === 'string' ? cleanText(value) : null),
}

const typedAttributes = (attrs: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, values[name]?.(value) ?? null]))

const typed = <T extends { attrs?: Attributes }>(part: T): T =>
  part.attrs ? { ...part, attrs: typedAttributes(part.attrs) } : part

/** No database takes NUL or half a character, and direction controls make a text read as something else. */
export function cleanContent(node: Content): Content {
  const clean = typed(node)
  if (node.marks) clean.marks = node.marks.map(typed)
  if (node.text !== undefined) clean.text = cleanText(node.text)
  if (node.content) clean.content = node.content.map(cleanContent).filter(({ text }) => text !== '')
  return clean
}
