import { DOMParser } from 'linkedom'
import type { Archive } from './archive.ts'

export const textOfPart = ({ parts }: Archive, name: string): string | null => {
  const bytes = parts.get(name)
  return bytes ? new TextDecoder().decode(bytes) : null
}

/** The root of an XML part, or null where there is none. Entities of its own were refused before. */
export function rootOf(xml: string | null): Element | null {
  if (!xml) return null
  return new DOMParser().parseFromString(xml, 'text/xml').documentElement as unknown as Element | null
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** An attribute as it was meant: the reader leaves entities in it. */
export const attr = (element: Element, name: string): string | undefined =>
  element.getAttribute(name)?.replace(/&(amp|lt|gt|quot|apos);/g, (_whole, entity) => entities[entity] ?? '')

export const childrenOf = (element: Element | null | undefined, ...names: string[]): Element[] =>
  [...(element?.children ?? [])].filter(({ tagName }) => names.length === 0 || names.includes(tagName))

export const childOf = (element: Element | null | undefined, name: string): Element | undefined =>
  childrenOf(element, name)[0]

/** At whatever depth, in reading order. */
export const allOf = (element: Element | null | undefined, name: string): Element[] =>
  element ? [...element.getElementsByTagName(name)] : []
