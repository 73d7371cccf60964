import type { Content } from '#src/documents/markup.ts'
import type { Dice } from '../simulation/dice.ts'

export const pictureId = '11111111-2222-4333-8444-555555555555'

const vocabulary = [
  ...'Wind Larn Bürger*innen Dörfer Wärme Netz Straße Pacht § 3 1. - + #5 $3 @x *Stern* [eckig] _unter_ `code` <b> & "so" \\ | ~~ 100 % 🌻'.split(
    ' ',
  ),
  'a^b',
  'U+00A0:\u00A0fest',
  '„Rat“',
]

const words = (dice: Dice, most = 8) =>
  Array.from({ length: dice.between(1, most) }, () => dice.pick(vocabulary)).join(' ')

const looks = [[], [], [], ['bold'], ['italic'], ['bold', 'italic'], ['link']]

function run(dice: Dice): Content {
  const marks = dice
    .pick(looks)
    .map((type) => (type === 'link' ? { type, attrs: { href: 'https://example.org/?a=1&b=2' } } : { type }))
  const text = words(dice)
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

const note = (dice: Dice): Content => ({ type: 'footnote', content: [{ type: 'text', text: words(dice, 4) }] })

/** Begins and ends with words: blanks at the ends of a paragraph are nobody's wish. */
function line(dice: Dice): Content[] {
  const parts = [run(dice)]
  while (dice.chance(0.4)) {
    if (dice.chance(0.25)) parts.push(note(dice))
    if (dice.chance(0.15)) parts.push({ type: 'hardBreak' })
    parts.push(run(dice))
  }
  return parts
}

const paragraph = (dice: Dice): Content => ({ type: 'paragraph', content: line(dice) })

const several = (dice: Dice, most: number, make: () => Content) => Array.from({ length: dice.between(1, most) }, make)

const heading = (dice: Dice): Content => ({
  type: 'heading',
  attrs: { level: dice.between(1, 3) },
  content: [{ type: 'text', text: words(dice) }],
})

function list(dice: Dice, depth = 1): Content {
  const type = dice.pick(['bulletList', 'orderedList', 'taskList'])
  const item = (): Content => ({
    ...(type === 'taskList' ? { type: 'taskItem', attrs: { checked: dice.chance(0.5) } } : { type: 'listItem' }),
    content: [
      paragraph(dice),
      ...(dice.chance(0.2) ? [paragraph(dice)] : []),
      ...(depth < 4 && dice.chance(0.3) ? [list(dice, depth + 1)] : []),
    ],
  })
  const content = several(dice, 4, item)
  return type === 'orderedList' ? { type, attrs: { start: dice.pick([1, 1, 3, 12]) }, content } : { type, content }
}

const cell = (dice: Dice, type: string, colspan = 1, rowspan = 1): Content => ({
  type,
  attrs: { colspan, rowspan, colwidth: null },
  content: several(dice, 2, () => paragraph(dice)),
})

/** With a head, cells that reach over two columns and one that reaches down. */
function table(dice: Dice): Content {
  const row = (...content: Content[]): Content => ({ type: 'tableRow', content })
  const one = () => cell(dice, 'tableCell')
  return {
    type: 'table',
    content: [
      ...(dice.chance(0.7) ? [row(cell(dice, 'tableHeader'), cell(dice, 'tableHeader', 2))] : []),
      row(cell(dice, 'tableCell', 1, 2), one(), one()),
      row(one(), one()),
      row(one(), cell(dice, 'tableCell', 2)),
    ],
  }
}

const image = (dice: Dice): Content => ({
  type: 'image',
  attrs: { attachment: pictureId, width: 40, height: 20, alt: words(dice, 4), decorative: false },
})

const kinds: Record<string, (dice: Dice) => Content> = {
  heading,
  list: (dice) => list(dice),
  quote: (dice) => ({ type: 'blockquote', content: several(dice, 2, () => paragraph(dice)) }),
  table,
  image,
  rule: () => ({ type: 'horizontalRule' }),
}

/** A text of everything that word processors know, too. Between two blocks that would grow together stands a paragraph. */
export function portable(dice: Dice): Content {
  const content: Content[] = [paragraph(dice)]
  for (let blocks = dice.between(2, 8); blocks > 0; blocks--) {
    content.push((kinds[dice.pick(Object.keys(kinds))] ?? heading)(dice), paragraph(dice))
    if (dice.chance(0.1)) content.push({ type: 'pageBreak' }, paragraph(dice))
  }
  return { type: 'doc', content }
}

/** Texts in the same look that follow each other are one; a picture is known by its words. */
export function comparable(node: Content): unknown {
  if (node.type === 'image') return { type: 'image', alt: node.attrs?.alt }
  if (node.text !== undefined)
    return {
      text: node.text,
      marks: (node.marks ?? []).map(({ type, attrs }) => `${type} ${attrs?.href ?? ''}`).sort(),
    }
  const parts: Record<string, unknown>[] = []
  for (const child of node.content ?? []) {
    const part = comparable(child) as Record<string, unknown>
    const last = parts.at(-1)
    if (
      last &&
      typeof last.text === 'string' &&
      typeof part.text === 'string' &&
      String(last.marks) === String(part.marks)
    )
      last.text += part.text
    else parts.push(part)
  }
  return { type: node.type, ...(node.attrs && { attrs: node.attrs }), content: parts }
}
