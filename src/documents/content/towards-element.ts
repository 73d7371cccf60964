import * as Y from 'yjs'
import { alignEqual, type Pair, pairAlike, sharedWords, wordSet } from './matching.ts'
import { type Delta, towardsText } from './towards-text.ts'

type Child = Y.XmlElement | Y.XmlText
type Parent = Y.XmlElement | Y.XmlFragment

/** What stands in an element, read once. */
interface Part {
  node: Child
  /** The same for what looks the same. */
  key: string
  words: Set<string>
}

/** Blocks that share less are two different ones. */
const leastAlike = 0.3

/** Makes one element like another one of a different document, by as little as possible. */
export function towardsElement(from: Parent, to: Parent): void {
  if (from instanceof Y.XmlElement && to instanceof Y.XmlElement) towardsAttributes(from, to)
  removeStrangers(from)
  const [olds, news] = [partsOf(from), partsOf(to)]
  // Whoever types in an emptied line goes on in it.
  const only = olds.length === 1 ? olds[0]?.node : undefined
  if (only instanceof Y.XmlText && news.length === 0) only.delete(0, only.length)
  else towardsChildren(from, olds, news)
}

/** Nothing else is ever shown. */
function removeStrangers(parent: Parent): void {
  for (const [index, child] of [...parent.toArray().entries()].reverse()) if (!isChild(child)) parent.delete(index, 1)
}

function towardsAttributes(from: Y.XmlElement, to: Y.XmlElement): void {
  const [old, wanted] = [attributesOf(from), attributesOf(to)]
  for (const [name, value] of Object.entries(wanted))
    if (JSON.stringify(old[name]) !== JSON.stringify(value)) from.setAttribute(name, value as string)
  for (const name of Object.keys(old)) if (!(name in wanted)) from.removeAttribute(name)
}

const attributesOf = (element: Y.XmlElement) => element.getAttributes() as Record<string, unknown>

function towardsChildren(parent: Parent, olds: Part[], news: Part[]): void {
  let [at, older, newer] = [0, 0, 0]
  for (const [oldPlace, newPlace] of [...pairsOf(olds, news), [olds.length, news.length] as const]) {
    if (oldPlace > older) parent.delete(at, oldPlace - older)
    const fresh = news.slice(newer, newPlace).map(({ node }) => node.clone() as Child)
    if (fresh.length > 0) parent.insert(at, fresh)
    at += fresh.length
    const [old, wanted] = [olds[oldPlace], news[newPlace]]
    if (old && wanted && old.key !== wanted.key) towardsPart(old.node, wanted.node)
    ;[at, older, newer] = [at + 1, oldPlace + 1, newPlace + 1]
  }
}

function towardsPart(from: Child, to: Child): void {
  if (from instanceof Y.XmlText) towardsText(from, deltaOf(to as Y.XmlText))
  else towardsElement(from, to as Y.XmlElement)
}

const deltaOf = (text: Y.XmlText) => text.toDelta() as Delta

/** What is the same, and in between what is the same thing changed. */
function pairsOf(olds: Part[], news: Part[]): Pair[] {
  const same = alignEqual(keysOf(olds), keysOf(news))
  const pairs: Pair[] = [...same]
  let [older, newer] = [0, 0]
  for (const [oldPlace, newPlace] of [...same, [olds.length, news.length] as const]) {
    const [removed, added] = [olds.slice(older, oldPlace), news.slice(newer, newPlace)]
    const isAlone = removed.length === 1 && added.length === 1
    const alike = pairAlike(removed, added, isAlone ? alone : likeness, leastAlike)
    for (const [one, other] of alike) pairs.push([one + older, other + newer])
    ;[older, newer] = [oldPlace + 1, newPlace + 1]
  }
  return pairs.sort(([one], [other]) => one - other)
}

const keysOf = (parts: Part[]) => parts.map(({ key }) => key)

const isSameKind = ({ node: one }: Part, { node: other }: Part) =>
  one instanceof Y.XmlText
    ? other instanceof Y.XmlText
    : other instanceof Y.XmlElement && one.nodeName === other.nodeName

/** Between two that stand by themselves nobody has to choose. */
const alone = (one: Part, other: Part): number => (isSameKind(one, other) ? 1 : 0)

function likeness(one: Part, other: Part): number {
  if (!isSameKind(one, other)) return 0
  const shared = sharedWords(one.words, other.words)
  // Words between two footnotes stay words between two footnotes.
  return one.node instanceof Y.XmlText ? Math.max(shared, leastAlike) : shared
}

const isChild = (node: unknown): node is Child => node instanceof Y.XmlElement || node instanceof Y.XmlText

const partsOf = (parent: Parent): Part[] => parent.toArray().filter(isChild).map(partOf)

function partOf(node: Child): Part {
  const known = read(node)
  return { node, key: known, words: wordSet(known.replaceAll(/"(?:\\.|[^"\\])*":/g, ' ')) }
}

function read(node: Child): string {
  if (node instanceof Y.XmlText) return JSON.stringify(deltaOf(node))
  const attributes = Object.entries(attributesOf(node)).sort(([one], [other]) => (one < other ? -1 : 1))
  const inside = node.toArray().filter(isChild).filter(hasSomething).map(read)
  return `${node.nodeName}${JSON.stringify(attributes)}(${inside.join()})`
}

const hasSomething = (node: Child) => node instanceof Y.XmlElement || node.length > 0
