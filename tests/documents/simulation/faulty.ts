import { kinds, savedMessage, steps } from '#src/documents/editing/messages.ts'
import type { Choice, FakeDatabase } from './fake-database.ts'
import type { Faulty } from './server.ts'

const isChange = ([kind, step]: Uint8Array) => kind === kinds.sync && step !== steps.vector

const counts = new WeakMap<object, number>()

const covered = new WeakMap<FakeDatabase, Map<string, number>>()

/** As if sequences became visible in their order. */
function byNumber(database: FakeDatabase, documentId: string): Choice {
  const known = covered.get(database) ?? new Map<string, number>()
  covered.set(database, known)
  const last = known.get(documentId) ?? 0
  return {
    merged: (there) => there.filter(({ seq }) => seq > last),
    removed: (merged, there) => {
      const upTo = Math.max(...merged.map(({ seq }) => seq))
      known.set(documentId, upTo)
      return there.filter((seq) => seq <= upTo)
    },
  }
}

/** Engines that are broken on purpose, in the ways in which others are: the simulation has to find each. */
export const faulty: Record<string, Faulty> = {
  'shows words before they are stored': {
    hear: (room, seat, frame) => {
      if (isChange(frame) && frame[1] === steps.update && seat.access === 'write')
        for (const other of room.seats) if (other !== seat) other.line.send(frame)
    },
  },
  'calls words saved before they are stored': {
    hear: (_room, seat, frame) => {
      if (!isChange(frame) || seat.access === 'read') return
      counts.set(seat, (counts.get(seat) ?? 0) + 1)
      seat.line.send(savedMessage(counts.get(seat) ?? 0, 0))
    },
  },
  'goes on without what could not be stored': {
    store: (store) => (changes) => store(changes).catch(() => changes.map(() => ({ seq: -1 }))),
  },
  'takes what comes late for merged, by its number': {
    compact(this: FakeDatabase, asker, documentId) {
      return this.compact(asker, documentId, byNumber(this, documentId))
    },
  },
  'binds no id to anybody': {
    store: (store) => (changes) => store(changes.map((change) => ({ ...change, binds: [] }))),
  },
  'never asks for what nobody has told': {
    lookup: (lookup) => ({ ...lookup, standing: async () => [] }),
  },
  'lets readers write': {
    hear: (_room, seat) => {
      seat.access = 'write'
    },
  },
}
