import type { Content } from '../markup.ts'
import { columnsOf, nodesOf } from './reading.ts'

/** More columns than this want the long side of the page: a comparison above all (`DOMAIN.md 6.6`). */
const mostUpright = 5

export const isWide = (content: Content): boolean =>
  Array.from(nodesOf(content)).some((node) => node.type === 'table' && columnsOf(node) > mostUpright)
