import type { Content } from '#src/documents/markup.ts'
import type { Dice } from '../simulation/dice.ts'

const vocabulary =
  'Wind Larn und Anteil für alle Dörfer Wärme Netz Tannrode Bürger 🌻 Pacht Beirat Kreis Strom mehr als ein Drittel'.split(
    ' ',
  )

const ends = ['.', ',', '', '', '', '!', ' –']

export const sentence = (dice: Dice, most = 12): string =>
  Array.from({ length: dice.below(most) }, () => dice.pick(vocabulary) + dice.pick(ends)).join(' ')

const uuid = (dice: Dice) => `00000000-0000-4000-8000-00000000000${dice.below(6)}`

const someMarks = (dice: Dice): Content['marks'] =>
  [
    ...(dice.chance(0.15) ? [{ type: 'bold' }] : []),
    ...(dice.chance(0.15) ? [{ type: 'italic' }] : []),
    ...(dice.chance(0.08) ? [{ type: 'link', attrs: { href: `https://example.org/${dice.below(3)}` } }] : []),
  ] as Content['marks']

function words(dice: Dice, most?: number): Content[] {
  const text = sentence(dice, most)
  if (text === '') return []
  const marks = someMarks(dice)
  return [marks && marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
}

const footnote = (dice: Dice): Content => ({ type: 'footnote', content: words(dice, 4) })

const inline = (dice: Dice): Content[] => {
  const parts = [...words(dice), ...(dice.chance(0.3) ? words(dice, 4) : [])]
  if (dice.chance(0.12)) parts.splice(dice.below(parts.length + 1), 0, footnote(dice))
  if (dice.chance(0.08)) parts.splice(dice.below(parts.length + 1), 0, { type: 'hardBreak' })
  return parts
}

export const paragraph = (dice: Dice): Content => ({ type: 'paragraph', content: inline(dice) })
const heading = (dice: Dice): Content => ({
  type: 'heading',
  attrs: { level: dice.between(1, 3) },
  content: inline(dice),
})

const several = (dice: Dice, most: number, make: (dice: Dice) => Content) =>
  Array.from({ length: dice.between(1, most) }, () => make(dice))

const listItem = (depth: number) => (dice: Dice) => ({
  type: 'listItem',
  content: [paragraph(dice), ...(dice.chance(0.2) && depth < 3 ? [list(depth + 1)(dice)] : [])],
})
const list =
  (depth: number) =>
  (dice: Dice): Content =>
    dice.chance(0.5)
      ? { type: 'bulletList', content: several(dice, 4, listItem(depth)) }
      : { type: 'orderedList', attrs: { start: dice.between(1, 2) }, content: several(dice, 4, listItem(depth)) }

const taskItem = (dice: Dice): Content => ({
  type: 'taskItem',
  attrs: { checked: dice.chance(0.5) },
  content: [paragraph(dice)],
})

const cell = (type: string) => (dice: Dice) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(dice)],
})

function table(dice: Dice): Content {
  const columns = dice.between(1, 4)
  const row = (type: string): Content => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () => cell(type)(dice)),
  })
  return { type: 'table', content: [row('tableHeader'), ...several(dice, 4, () => row('tableCell'))] }
}

const image = (dice: Dice): Content => ({
  type: 'image',
  attrs: { attachment: uuid(dice), alt: sentence(dice, 4), decorative: dice.chance(0.2) },
})

function comparisonRow(dice: Dice): Content {
  const blocks = () => [paragraph(dice)]
  return {
    type: 'comparisonRow',
    attrs: {
      assessment: dice.pick(['', 'agree', 'partly']),
      state: dice.pick(['open', 'agreed']),
      ideas: dice.pick(['', 'L1', 'L2 L3']),
      responsible: '',
      statement: null,
      decision: '',
    },
    content: [
      { type: 'rowPlace', content: [{ type: 'text', text: `Kap. ${dice.below(9)}` }] },
      { type: 'rowStatement', content: blocks() },
      { type: 'rowPosition', content: blocks() },
      { type: 'rowDemand', content: blocks() },
    ],
  }
}

const kinds = [
  [12, paragraph],
  [3, heading],
  [3, list(1)],
  [2, (dice: Dice) => ({ type: 'taskList', content: several(dice, 4, taskItem) })],
  [2, (dice: Dice) => ({ type: 'blockquote', content: several(dice, 2, paragraph) })],
  [2, table],
  [1, image],
  [1, () => ({ type: 'horizontalRule' })],
  [1, () => ({ type: 'pageBreak' })],
  [1, (dice: Dice) => ({ type: 'excerpt', attrs: { quotation: uuid(dice) }, content: several(dice, 2, paragraph) })],
  [1, (dice: Dice) => ({ type: 'comparison', content: several(dice, 3, comparisonRow) })],
] as const

export const block = (dice: Dice): Content => dice.weighted<(dice: Dice) => Content>(kinds)(dice)

export const randomContent = (dice: Dice, most = 9): Content => ({ type: 'doc', content: several(dice, most, block) })
