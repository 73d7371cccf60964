import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Chance } from './chance.ts'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Mutate = (bytes: Uint8Array, chance: Chance, others: Uint8Array[]) => Uint8Array

const copy = (bytes: Uint8Array) => Uint8Array.from(bytes)
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

/** Numbers at the edges of what the encoding can say. */
const edges = [0, 1, 2, 127, 128, 255, 2 ** 14, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1]

const flip: Mutate = (bytes, chance) => {
  const flipped = copy(bytes)
  for (let n = 0; n <= chance.below(8); n++) {
    const at = chance.below(flipped.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.below(8))
  }
  return flipped
}

const cut: Mutate = (bytes, chance) => bytes.slice(0, chance.below(bytes.length))

const splice: Mutate = (bytes, chance, others) => {
  const other = chance.one(others)
  return join(bytes.slice(0, chance.below(bytes.length)), other.slice(chance.below(other.length)))
}

const insertNumber: Mutate = (bytes, chance) => {
  const at = chance.below(bytes.length)
  const number = encoding.encode((encoder) => encoding.writeVarUint(encoder, chance.one(edges)))
  return join(bytes.slice(0, at), number, bytes.slice(at + chance.below(2)))
}

const drop: Mutate = (bytes, chance) => {
  const at = chance.below(bytes.length)
  return join(bytes.slice(0, at), bytes.slice(at + 1 + chance.below(4)))
}

const repeat: Mutate = (bytes, chance) => {
  const from = chance.below(bytes.length)
  const piece = bytes.slice(from, from + 1 + chance.below(12))
  return join(bytes.slice(0, from), piece, bytes.slice(from))
}

/** On the bytes of a frame, whatever they mean. */
export const onBytes: Mutate[] = [flip, cut, splice, insertNumber, drop, repeat]

interface Open {
  structs: Struct[]
  deletions: [client: number, ranges: [clock: number, length: number][]][]
}

function open(update: Uint8Array): Open {
  const { structs, ds } = Y.decodeUpdate(update)
  const deletions = [...ds.clients].map(([client, items]): Open['deletions'][number] => [
    client,
    items.map(({ clock, len }) => [clock, len]),
  ])
  return { structs, deletions }
}

/** As the library would write it, except that nothing has to fit. */
function close({ structs, deletions }: Open): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const runs = new Map<number, Struct[]>()
  for (const struct of structs) runs.set(struct.id.client, [...(runs.get(struct.id.client) ?? []), struct])
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, runs.size)
  for (const [client, run] of runs) {
    for (const number of [run.length, client, run[0]?.id.clock ?? 0]) encoding.writeVarUint(restEncoder, number)
    for (const struct of run) {
      if (struct instanceof Y.Item && !struct.origin && !struct.rightOrigin) struct.parent ??= 'body' as never
      struct.write(encoder, 0)
    }
  }
  encoding.writeVarUint(restEncoder, deletions.length)
  for (const [client, ranges] of deletions) {
    for (const number of [client, ranges.length]) encoding.writeVarUint(restEncoder, number)
    for (const number of ranges.flat()) encoding.writeVarUint(restEncoder, number)
  }
  return encoder.toUint8Array()
}

const someId = (chance: Chance, clients: number[]) =>
  Y.createID(chance.one(clients), chance.happens(0.8) ? chance.below(60) : chance.one(edges))

const names = ['paragraph', 'heading', 'bulletList', 'listItem', 'table', 'tableRow', 'script', '', '__proto__', 'doc']
const markNames = ['bold', 'italic', 'link', 'blink', 'bold--abcdefgh', 'constructor', 'ychange']
const values = [null, true, 0, -1, 1.5, 'x', {}, { href: 'javascript:x' }, { href: 3 }, [], Number.NaN, { level: 2 }]

const contents: ((chance: Chance) => Y.Item['content'])[] = [
  (chance) => new Y.ContentString(chance.one(['Wind', '\u0000', '\ud83c', '🌻', 'ä'.repeat(200)])),
  (chance) => new Y.ContentFormat(chance.one(markNames), chance.one(values) as never),
  (chance) => new Y.ContentAny([chance.one(values), chance.one(values)].slice(chance.below(2))),
  (chance) => new Y.ContentDeleted(1 + chance.below(100)),
  (chance) => new Y.ContentType(new Y.XmlElement(chance.one(names))),
  (chance) => new Y.ContentType(chance.one([() => new Y.XmlText(), () => new Y.Map(), () => new Y.XmlFragment()])()),
  (chance) => new Y.ContentEmbed(chance.one(values) as never),
  () => new Y.ContentJSON([1, 'x']),
  () => new Y.ContentBinary(new Uint8Array(3)),
]

type Edit = (open: Open, chance: Chance, clients: number[]) => void

const itemOf = (chance: Chance, { structs }: Open) =>
  chance.one(structs.filter((struct): struct is Y.Item => struct instanceof Y.Item)) as Y.Item | undefined

const onItem =
  (edit: (item: Y.Item, chance: Chance, clients: number[]) => void): Edit =>
  (opened, chance, clients) => {
    const item = itemOf(chance, opened)
    if (item) edit(item, chance, clients)
  }

const edits: Edit[] = [
  ({ structs }, chance, clients) => {
    const [from, to] = [chance.one(structs)?.id.client, chance.one(clients)]
    for (const struct of structs) if (struct.id.client === from) struct.id = Y.createID(to, struct.id.clock)
  },
  ({ structs }, chance) => {
    const moved = chance.one(structs)
    const by = chance.one([-3, -1, 1, 2, 40, 2 ** 30])
    if (moved) moved.id = Y.createID(moved.id.client, Math.max(0, moved.id.clock + by))
  },
  onItem((item, chance, clients) => {
    item.origin = chance.happens(0.3) ? null : someId(chance, clients)
  }),
  onItem((item, chance, clients) => {
    item.rightOrigin = chance.happens(0.3) ? null : someId(chance, clients)
  }),
  onItem((item, chance, clients) => {
    item.origin = null
    item.rightOrigin = null
    item.parent = chance.happens(0.2) ? (chance.one(['body', 'other', '']) as never) : someId(chance, clients)
  }),
  onItem((item, chance) => {
    item.parentSub = chance.one([null, 'level', 'start', 'onclick', '__proto__'])
  }),
  onItem((item, chance) => {
    item.content = chance.one(contents)(chance)
  }),
  ({ structs }, chance) => {
    const at = chance.below(structs.length)
    const struct = structs[at]
    if (struct) structs[at] = new Y.GC(struct.id, 1 + chance.below(50))
  },
  ({ structs }, chance) => void structs.splice(chance.below(structs.length), 1),
  ({ structs }, chance) => {
    const again = chance.one(structs)
    if (again) structs.splice(chance.below(structs.length + 1), 0, again)
  },
  ({ deletions }, chance, clients) =>
    void deletions.push([
      chance.one(clients),
      [[chance.below(80), 1 + chance.below(chance.happens(0.9) ? 6 : 2 ** 20)]],
    ]),
  (opened) => void opened.structs.reverse(),
]

/** On what an update says: still well-formed, but not true. */
export function editFields(update: Uint8Array, chance: Chance, clients: number[]): Uint8Array {
  const opened = open(update)
  for (let n = 0; n <= chance.below(3); n++) chance.one(edits)(opened, chance, clients)
  return close(opened)
}
