import type { NodeType, Schema } from 'prosemirror-model'
import { maxDepth } from '../../markup.ts'
import { isClean } from './utf8.ts'

const longestValue = 8_192

/** What may be in one kind of element, whatever stands next to it: the order is for the editors to mend. */
export interface Rule {
  readonly words: boolean
  readonly children: ReadonlyMap<string, Rule>
  allows(attribute: string, value: unknown): boolean
}

/** The schema of the editors, as far as a single change can be held against it. */
export interface Grammar {
  readonly body: Rule
  readonly maxDepth: number
  allowsMark(key: string, value: unknown): boolean
}

interface Attribute {
  default: unknown
  validate?: (value: unknown) => void
}

type Attributes = Record<string, Attribute>

const attributesOf = (type: object) => (type as { attrs: Attributes }).attrs

/** Null takes an attribute away; otherwise it must be of the kind of its default. */
function isValue({ default: usual, validate }: Attribute, value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof usual === 'number' && !Number.isSafeInteger(value)) return false
  if (usual !== null && typeof value !== typeof usual) return false
  return isPlain(value) && passes(validate, value)
}

const isPlain = (value: unknown) =>
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (typeof value === 'string' && value.length <= longestValue && isClean(value))

/** The schema says no by throwing. */
function passes(validate: ((value: unknown) => void) | undefined, value: unknown): boolean {
  try {
    validate?.(value)
    return true
  } catch {
    return false
  }
}

const allows = (attributes: Attributes) => (name: string, value: unknown) => {
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined
  return attribute !== undefined && isValue(attribute, value)
}

/** Every kind of node that can ever follow in this one. */
function childrenOf(type: NodeType): Set<NodeType> {
  const children = new Set<NodeType>()
  const states = new Set([type.contentMatch])
  for (const state of states)
    for (let edge = 0; edge < state.edgeCount; edge++) {
      children.add(state.edge(edge).type)
      states.add(state.edge(edge).next)
    }
  return children
}

function rulesOf(schema: Schema): Map<NodeType, Rule> {
  const nodes = Object.values(schema.nodes)
  const drafts = nodes.map((type) => {
    const children = new Map<string, Rule>()
    return [type, { words: type.inlineContent, children, allows: allows(attributesOf(type)) }] as const
  })
  const rules = new Map(drafts)
  for (const [type, rule] of drafts)
    for (const child of childrenOf(type)) if (!child.isText) rule.children.set(child.name, rules.get(child) as Rule)
  return rules
}

/** Marks that may overlap with their like are told apart by a hash behind the name. */
const hashed = /^(.*)--[a-zA-Z0-9+/=]{8}$/s

function marksOf(schema: Schema) {
  const marks = new Map(Object.values(schema.marks).map((type) => [type.name, type]))
  const overlapping = (key: string) => {
    const type = marks.get(hashed.exec(key)?.[1] ?? '')
    return type && !type.excludes(type) ? type : undefined
  }
  return (key: string, value: unknown) => {
    const type = marks.get(key) ?? overlapping(key)
    if (!type || value === null) return type !== undefined
    if (typeof value !== 'object' || Array.isArray(value)) return false
    return Object.entries(value).every(([name, one]) => allows(attributesOf(type))(name, one))
  }
}

/** Follows from the schema, so that a new kind of node needs nothing here. */
export function grammarOf(schema: Schema): Grammar {
  const body = rulesOf(schema).get(schema.topNodeType) as Rule
  return { body, maxDepth, allowsMark: marksOf(schema) }
}
