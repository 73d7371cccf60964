import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { realClock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import type { Change, Receipt } from '#src/documents/editing/log.ts'
import { Room } from '#src/documents/editing/room.ts'
import { type OpenSeat, openSeat } from '#src/documents/editing/seat.ts'
import { field } from '#src/documents/markup.ts'
import type { Log } from '#src/ports.ts'
import { textOf, until } from './co-editing.ts'

const silent: Log = { info: () => undefined, error: () => undefined }

/** A room over a store that waits for a word, and seats of which one sees what they were sent. */
export function openRoom(isForeign: (change: Change) => boolean = () => false) {
  const waiting: (() => void)[] = []
  let seq = 0
  const receiptOf = (change: Change): Receipt => (isForeign(change) ? { refused: 'foreign' } : { seq: ++seq })
  const store = (changes: Change[]) =>
    new Promise<Receipt[]>((resolve) => waiting.push(() => resolve(changes.map(receiptOf))))
  const room = new Room(
    'd',
    { state: null, generation: 0, rows: [], authors: new Map() },
    {
      committer: new Committer(store, silent, { clock: realClock }),
      log: silent,
      clock: realClock,
      full: () => undefined,
    },
  )
  const commit = async () => {
    await until(() => waiting.length > 0, 'something is being stored')
    waiting.shift()?.()
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return { room, commit }
}

export function sit(room: Room, personId: string, access: 'read' | 'write' = 'write') {
  const line = { sent: [] as Uint8Array[], closed: 0, backlog: 0 }
  const seat = openSeat(
    { documentId: 'd', groupId: 'g', personId, personName: personId, sessionId: 's', access },
    {
      send: (bytes) => void line.sent.push(bytes),
      close: (code) => {
        line.closed = code
      },
      waiting: () => line.backlog,
    },
    true,
  )
  room.enter(seat)
  line.sent.length = 0
  return { seat, line }
}

export const update = (words: string) => {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(field).push([paragraph])
  return Y.encodeStateAsUpdate(doc)
}

export const frame = (step: number, bytes: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })

export const kindsOf = (line: { sent: Uint8Array[] }) => line.sent.map((bytes) => bytes[0])

/** What somebody gets who asks for everything. */
export function ask(room: Room, { seat, line }: { seat: OpenSeat; line: { sent: Uint8Array[] } }): string {
  line.sent.length = 0
  room.receive(seat, frame(0, new Uint8Array([0])))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, line.sent[0]?.slice(3) ?? new Uint8Array())
  return textOf(doc.getXmlFragment(field))
}
