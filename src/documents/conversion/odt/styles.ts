import type { Archive } from '../archive.ts'
import { allOf, attr, childOf, rootOf, textOfPart } from '../parts.ts'

export interface Look {
  bold: boolean
  italic: boolean
  struck: boolean
  position: 'sub' | 'sup' | null
  breaks: 'before' | 'after' | null
  /** What it and the styles that it follows are called. */
  names: string[]
}

export interface Styles {
  look(family: 'text' | 'paragraph', name: string | undefined): Look
  /** Null where a list has no marks at all. */
  level(list: string | undefined, level: number): { ordered: boolean; start: number }
}

const plain: Look = { bold: false, italic: false, struck: false, position: null, breaks: null, names: [] }

const value = (element: Element | undefined, name: string) => (element ? attr(element, name) : undefined)

const isBold = (weight: string | undefined, otherwise: boolean) =>
  weight === undefined ? otherwise : weight === 'bold' || Number(weight) >= 600

function positionOf(written: string | undefined, otherwise: Look['position']): Look['position'] {
  if (written === undefined) return otherwise
  if (/^(sub|-)/.test(written)) return 'sub'
  return /^(super|[1-9])/.test(written) ? 'sup' : null
}

const changed = (written: string | undefined, otherwise: boolean) =>
  written === undefined ? otherwise : !/^(none|normal)$/.test(written)

function refined(parent: Look, style: Element): Look {
  const text = childOf(style, 'style:text-properties')
  const paragraph = childOf(style, 'style:paragraph-properties')
  const before = value(paragraph, 'fo:break-before') === 'page' || Boolean(attr(style, 'style:master-page-name'))
  const after = value(paragraph, 'fo:break-after') === 'page'
  const name = attr(style, 'style:name') ?? ''
  return {
    bold: isBold(value(text, 'fo:font-weight'), parent.bold),
    italic: changed(value(text, 'fo:font-style'), parent.italic),
    struck: changed(value(text, 'style:text-line-through-style'), parent.struck),
    position: positionOf(value(text, 'style:text-position'), parent.position),
    // A break belongs to one paragraph: whoever follows its style begins no page by that.
    breaks: before ? 'before' : after ? 'after' : null,
    names: [...parent.names, name, attr(style, 'style:display-name') ?? name],
  }
}

const levelTags = ['text:list-level-style-number', 'text:list-level-style-bullet', 'text:list-level-style-image']

function levelsOf(list: Element) {
  const levels = levelTags.flatMap((tag) => allOf(list, tag))
  return new Map(
    levels.map((level) => {
      const start = Number(attr(level, 'text:start-value') ?? '1')
      const ordered = level.tagName === levelTags[0] && attr(level, 'style:num-format') !== ''
      return [Number(attr(level, 'text:level')), { ordered, start }]
    }),
  )
}

/** Looks follow from each other; who follows itself is none. */
const deepest = 30

/** How the styles of a file look, those of its own as well as those of the text. */
export function stylesOf(archive: Archive): Styles {
  const roots = ['styles.xml', 'content.xml'].map((name) => rootOf(textOfPart(archive, name)))
  const styles = new Map<string, Element>()
  for (const style of roots.flatMap((root) => allOf(root, 'style:style')))
    styles.set(`${attr(style, 'style:family')} ${attr(style, 'style:name')}`, style)
  const lists = new Map(
    roots.flatMap((root) => allOf(root, 'text:list-style')).map((list) => [attr(list, 'style:name'), levelsOf(list)]),
  )
  const known = new Map<string, Look>()

  function look(family: 'text' | 'paragraph', name: string | undefined, depth = 0): Look {
    const key = `${family} ${name}`
    const style = styles.get(key)
    if (!name || !style || depth > deepest) return plain
    const found = known.get(key) ?? refined(look(family, attr(style, 'style:parent-style-name'), depth + 1), style)
    known.set(key, found)
    return found
  }

  const level: Styles['level'] = (list, at) => lists.get(list)?.get(at) ?? { ordered: false, start: 1 }
  return { look: (family, name) => look(family, name), level }
}
