import type { Archive } from '../archive.ts'
import { attr, childOf, childrenOf, rootOf, textOfPart } from '../parts.ts'

/** With which number a list of the file begins on a level. */
export type Numbering = (list: string, level: string) => number

const value = (element: Element | undefined) => (element ? attr(element, 'w:val') : undefined)

const startsOf = (element: Element, levels: string, start: string) =>
  childrenOf(element, levels).map((level): [string, string | undefined] => [
    attr(level, 'w:ilvl') ?? '0',
    value(childOf(level, start)),
  ])

const whole = (start: string | undefined) => (start && /^\d{1,4}$/.test(start) ? Number(start) : undefined)

export function numberingOf(archive: Archive): Numbering {
  const root = rootOf(textOfPart(archive, 'word/numbering.xml'))
  const abstract = new Map(
    childrenOf(root, 'w:abstractNum').map((element) => [
      attr(element, 'w:abstractNumId'),
      new Map(startsOf(element, 'w:lvl', 'w:start')),
    ]),
  )
  const lists = new Map(
    childrenOf(root, 'w:num').map((element) => [
      attr(element, 'w:numId'),
      {
        levels: abstract.get(value(childOf(element, 'w:abstractNumId'))),
        own: new Map(startsOf(element, 'w:lvlOverride', 'w:startOverride')),
      },
    ]),
  )
  return (list, level) => whole(lists.get(list)?.own.get(level)) ?? whole(lists.get(list)?.levels?.get(level)) ?? 1
}
