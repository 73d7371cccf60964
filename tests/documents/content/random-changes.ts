import type { Content } from '#src/documents/markup.ts'
import type { Dice } from '../simulation/dice.ts'
import { block, paragraph, sentence } from './random-content.ts'

const inside = (node: Content): Content[] => node.content ?? []

function* nodesIn(node: Content): Generator<Content> {
  yield node
  for (const child of inside(node)) yield* nodesIn(child)
}

const ofType = (content: Content, ...types: string[]) =>
  [...nodesIn(content)].filter(({ type }) => types.includes(type))

/** The same thing somewhere in it is changed in place. */
type Act = (content: Content, dice: Dice) => void

const somewhere = (dice: Dice, items: readonly unknown[]) => dice.below(items.length + 1)

const addBlock: Act = (content, dice) => inside(content).splice(somewhere(dice, inside(content)), 0, block(dice))

const removeBlock: Act = (content, dice) => {
  if (inside(content).length > 1) inside(content).splice(dice.below(inside(content).length), 1)
}

const moveBlock: Act = (content, dice) => {
  const [moved] = inside(content).splice(dice.below(inside(content).length), 1)
  if (moved) inside(content).splice(somewhere(dice, inside(content)), 0, moved)
}

const editWords: Act = (content, dice) => {
  const texts = ofType(content, 'text')
  if (texts.length === 0) return
  const text = dice.pick(texts)
  const words = (text.text ?? '').split(' ')
  words.splice(dice.below(words.length + 1), dice.below(3), ...sentence(dice, 3).split(' '))
  text.text = words.join(' ') || 'Wind'
}

const reshape: Act = (content, dice) => {
  const texts = ofType(content, 'text')
  if (texts.length === 0) return
  const text = dice.pick(texts)
  if (text.marks) delete text.marks
  else text.marks = [{ type: dice.pick(['bold', 'italic']) }]
}

const retype: Act = (content, dice) => {
  const at = dice.below(inside(content).length)
  const node = inside(content)[at] as Content
  if (node.type === 'paragraph') inside(content)[at] = { ...node, type: 'heading', attrs: { level: 2 } }
  else if (node.type === 'heading') inside(content)[at] = { type: 'paragraph', content: inside(node) }
  else if (node.type === 'bulletList') inside(content)[at] = { ...node, type: 'orderedList', attrs: { start: 1 } }
}

const quote: Act = (content, dice) => {
  const at = dice.below(inside(content).length)
  const node = inside(content)[at] as Content
  if (node.type === 'paragraph') inside(content)[at] = { type: 'blockquote', content: [node] }
}

const tick: Act = (content, dice) => {
  const items = ofType(content, 'taskItem')
  if (items.length > 0) dice.pick(items).attrs = { checked: dice.chance(0.5) }
}

const cellLike = (node: Content, dice: Dice): Content => ({ ...node, content: [paragraph(dice)] })

const column: Act = (content, dice) => {
  const tables = ofType(content, 'table')
  if (tables.length === 0) return
  const rows = inside(dice.pick(tables))
  const columns = inside(rows[0] as Content).length
  const [at, adds] = [dice.below(columns), columns < 2 || dice.chance(0.6)]
  for (const row of rows) {
    if (adds) inside(row).splice(at, 0, cellLike(inside(row)[0] as Content, dice))
    else inside(row).splice(at, 1)
  }
}

const member: Act = (content, dice) => {
  const parents = ofType(content, 'bulletList', 'orderedList', 'taskList', 'table', 'comparison')
  if (parents.length === 0) return
  const children = inside(dice.pick(parents))
  const one = dice.pick(children)
  if (dice.chance(0.5)) children.splice(somewhere(dice, children), 0, structuredClone(one))
  else if (children.length > 1) children.splice(children.indexOf(one), 1)
}

const picture: Act = (content, dice) => {
  const images = ofType(content, 'image')
  if (images.length > 0) dice.pick(images).attrs = { ...dice.pick(images).attrs, alt: sentence(dice, 4) }
}

const assess: Act = (content, dice) => {
  const rows = ofType(content, 'comparisonRow')
  if (rows.length > 0)
    Object.assign(dice.pick(rows).attrs as object, { assessment: dice.pick(['agree', 'partly', '']) })
}

const split: Act = (content, dice) => {
  const at = dice.below(inside(content).length)
  const node = inside(content)[at] as Content
  if (node.type !== 'paragraph') return
  const half = dice.below(inside(node).length + 1)
  const [first, second] = [inside(node).slice(0, half), inside(node).slice(half)]
  inside(content).splice(at, 1, { ...node, content: first }, { type: 'paragraph', content: second })
}

const acts = [
  [10, editWords],
  [4, addBlock],
  [4, removeBlock],
  [4, moveBlock],
  [4, reshape],
  [3, retype],
  [2, quote],
  [2, tick],
  [3, column],
  [3, member],
  [2, picture],
  [2, assess],
  [2, split],
] as const

/** What some people made of a text. */
export function changed(content: Content, dice: Dice, most = 6): Content {
  const copy = structuredClone(content)
  for (let left = dice.below(most + 1); left > 0; left--) dice.weighted<Act>(acts)(copy, dice)
  return copy
}
