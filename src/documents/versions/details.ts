import type { Content } from '../markup.ts'
import { type Compared, childrenOf, type Mark, reformattedFrom, wordChanges } from './compared.ts'
import { evenly, holdsWords, saidIn } from './shapes.ts'

/** What is other about a node besides its words. */
export type Detail =
  /** One paragraph is several now, or several are one. */
  | { kind: 'divided' | 'joined' }
  | { kind: 'type'; from: Kind; to: Kind }
  /** A tick, an alternative text, an assessment. */
  | { kind: 'value'; name: string; from: unknown; to: unknown }
  | { kind: 'looks'; mark: string; isOn: boolean; words: string }
  | { kind: 'link'; words: string; to: string | null }

interface Kind {
  type: string
  level?: number
}

const kindOf = ({ type, attrs }: Pick<Content, 'type' | 'attrs'>): Kind =>
  type === 'heading' ? { type, level: Number(attrs?.level) } : { type }

/** What a node says of itself, as against what it looks like. */
const looks = ['level', 'start', 'colwidth', 'width', 'height']

export function detailsOf(node: Compared): Detail[] {
  const { change } = node
  if (change?.kind === 'changed')
    return [...typeBetween(change.was, node), ...valuesBetween(change.was, node), ...worn(node)]
  if (change?.kind === 'reshaped') return [...typeOfReshaped(change.was, node), ...divided(change.was, node)]
  return worn(node)
}

const typeOfReshaped = ([first]: Content[], node: Compared) => (first ? typeBetween(outermost(first, node), node) : [])

function divided(was: Content[], node: Compared): Detail[] {
  const [first] = was
  if (!first || ![...was, node].every(holdsWords)) return []
  if (was.length > 1) return [{ kind: 'joined' }]
  return evenly([first]) === evenly([node]) ? [] : [{ kind: 'divided' }]
}

/** A list between quotes that became one without them is still a list. */
const outermost = (was: Content, now: Compared) =>
  was.type === now.type && !holdsWords(was) ? (was.content?.[0] ?? was) : was

function typeBetween(was: Pick<Content, 'type' | 'attrs'>, now: Compared): Detail[] {
  const [from, to] = [kindOf(was), kindOf(now)]
  return from.type === to.type && from.level === to.level ? [] : [{ kind: 'type', from, to }]
}

function valuesBetween(was: Pick<Content, 'type' | 'attrs'>, now: Compared): Detail[] {
  const names = new Set([...Object.keys(was.attrs ?? {}), ...Object.keys(now.attrs ?? {})])
  if (was.type !== now.type) return []
  return [...names].flatMap((name): Detail[] => {
    const [from, to] = [was.attrs?.[name] ?? null, now.attrs?.[name] ?? null]
    return from === to || name === 'level' ? [] : [{ kind: 'value', name, from, to }]
  })
}

/** Which words are bold now, or lead somewhere else. */
const worn = (node: Compared): Detail[] =>
  childrenOf(node).flatMap((part) => {
    const was = reformattedFrom(part)
    return was ? marksBetween(was, part) : []
  })

function marksBetween(was: Mark[], part: Compared): Detail[] {
  const words = saidIn(part)
  const now = (part.marks ?? []).filter(({ type }) => !notLooks.has(type))
  const names = new Set([...was, ...now].map(({ type }) => type))
  return [...names].flatMap((mark): Detail[] => {
    const [before, after] = [was, now].map((marks) => marks.find(({ type }) => type === mark))
    if (mark === 'link') return hrefOf(before) === hrefOf(after) ? [] : [{ kind: 'link', words, to: hrefOf(after) }]
    return before && after ? [] : [{ kind: 'looks', mark, isOn: after !== undefined, words }]
  })
}

const notLooks = new Set([...wordChanges, 'reformatted', 'written'])

const hrefOf = (mark: Mark | undefined) => (typeof mark?.attrs?.href === 'string' ? mark.attrs.href : null)

export const isOfLooks = (detail: Detail): boolean => detail.kind !== 'value' || looks.includes(detail.name)
