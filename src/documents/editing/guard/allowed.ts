import type { Grammar } from './grammar.ts'
import type { Place } from './place.ts'
import { kinds, type Struct, types } from './struct.ts'
import { isClean } from './utf8.ts'

/** Whether the schema knows of such a thing in such a place. What was deleted may have been anything. */
export function isAllowed(grammar: Grammar, place: Place, struct: Struct): boolean {
  if (struct.kind === kinds.deleted || struct.kind === kinds.gone) return true
  if (struct.kind === kinds.type && place.depth >= grammar.maxDepth) return false
  if (place.kind === 'words') return isOfWords(grammar, struct)
  if (place.kind === 'attribute') return isValueOf(place, struct)
  if (place.kind === 'gone') return isOfWords(grammar, struct) || isHarmless(struct)
  return struct.kind === kinds.type && isChildOf(place, struct)
}

const isOfWords = (grammar: Grammar, { kind, clean, name, values }: Struct) =>
  kind === kinds.text ? clean : kind === kinds.mark && grammar.allowsMark(name, values?.[0])

/** Several: what undo keeps of values that were replaced is joined into one run. */
const isValueOf = ({ rule, attribute }: Place, { kind, values }: Struct) =>
  kind === kinds.values && values?.every((value) => rule?.allows(attribute, value)) === true

const isChildOf = ({ rule }: Place, { type, name }: Struct) =>
  type === types.words ? rule?.words === true : type === types.element && rule?.children.has(name) === true

/** Nobody will ever see it, but it is stored for a while. */
const isHarmless = ({ kind, type, name, values }: Struct) =>
  kind === kinds.type
    ? type === types.words || (type === types.element && name.length < 100)
    : kind === kinds.values && values?.every((value) => typeof value !== 'object' && isClean(String(value))) === true
