import type { Rule } from './grammar.ts'

/** A type, or an attribute of one: where items can be. */
export class Place {
  readonly kind: 'body' | 'element' | 'words' | 'attribute' | 'gone'
  readonly depth: number
  /** Of an element, or of the element whose attribute it is. */
  readonly rule: Rule | undefined
  readonly attribute: string
  #attributes: Map<string, Place> | undefined

  constructor(kind: Place['kind'], depth: number, rule?: Rule, attribute = '') {
    this.kind = kind
    this.depth = depth
    this.rule = rule
    this.attribute = attribute
  }

  /** The same place each time; what the rule does not know is refused, and must not stay here. */
  attributeCalled(name: string): Place {
    if (this.kind === 'gone') return this
    const known = this.#attributes?.get(name)
    if (known) return known
    const place = new Place('attribute', this.depth, this.rule, name)
    if (this.rule?.allows(name, null)) {
      this.#attributes ??= new Map()
      this.#attributes.set(name, place)
    }
    return place
  }
}

const deepGone: Place[] = []

/** Under what was deleted for good: Yjs drops what is put there. */
export function gone(depth: number): Place {
  deepGone[depth] ??= new Place('gone', depth)
  return deepGone[depth]
}
