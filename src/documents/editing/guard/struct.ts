/** What an item holds, by the numbers of the encoding; two kinds of structs are no items. */
export const kinds = {
  gone: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  text: 4,
  embed: 5,
  mark: 6,
  type: 7,
  values: 8,
  document: 9,
  skip: 10,
} as const

/** Of the shared types only elements and words have a place in a text; a hook is the other one with a name. */
export const types = { element: 3, hook: 5, words: 6 } as const

/** One run of an update, as it was encoded; nothing of it has touched a text. */
export class Struct {
  readonly client: number
  readonly clock: number
  readonly kind: number
  length = 1
  originClient = -1
  originClock = 0
  rightClient = -1
  rightClock = 0
  /** By the name of a root, or by the item that made it; neither when it follows from a neighbour. */
  parentName: string | undefined
  parentClient = -1
  parentClock = 0
  /** The attribute that it is a value of. */
  attribute: string | undefined
  type = -1
  /** Of an element or a mark. */
  name = ''
  /** Of an attribute, or of a mark. */
  values: unknown[] | undefined
  /** Without the one letter that no database takes. */
  clean = true

  constructor(client: number, clock: number, kind: number) {
    this.client = client
    this.clock = clock
    this.kind = kind
  }

  get end(): number {
    return this.clock + this.length
  }
}

/** Where in the bytes of an update so many of its entries are. */
export interface Stretch {
  client: number
  count: number
  from: number
  to: number
}

/** All runs of one client in an update. */
export interface Section extends Stretch {
  start: number
  end: number
  structs: Struct[]
  /** Something in between is missing. */
  isHoled: boolean
}

export interface Range {
  client: number
  clock: number
  length: number
}

export interface Update {
  sections: Section[]
  deletions: Range[]
  deletionsBy: Stretch[]
  /** Where in the bytes the deletions begin. */
  deletionsAt: number
}
