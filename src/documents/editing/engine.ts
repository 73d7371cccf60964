import type { Log } from '../../ports.ts'
import type { Clock } from './clock.ts'
import { Committer } from './committer.ts'
import type { Change, Receipt } from './log.ts'
import { type Archive, OpenRooms } from './open-rooms.ts'
import { Abreast, type Lookup } from './processes/abreast.ts'
import type { Neighbours } from './processes/neighbours.ts'
import { PresenceRelay } from './processes/presence-relay.ts'
import { Settling } from './processes/settling.ts'

/** What a process has around its engine: a platform, or what stands for one in a simulation. */
export interface Outside {
  store(changes: Change[]): Promise<Receipt[]>
  archive: Archive
  lookup: Lookup
  neighbours: Neighbours
  clock: Clock
  log: Log
  /** How long a text stays in memory after its last seat. */
  linger: number
  /** After each commit, when the other processes are being told. */
  committed?: (perDocument: Map<string, number[]>) => void
}

export interface Engine {
  committer: Committer
  rooms: OpenRooms
  abreast: Abreast
  settling: Settling
  /** Asks the others who is in a text that has just been opened here. */
  greet(documentId: string): void
  /** Nothing is heard from other processes or told to them any more. */
  detach(): void
}

/** The parts that work on open texts, put together for one process among several. */
export function assembleEngine({ store, archive, lookup, committed, linger, ...around }: Outside): Engine {
  const { clock, log, neighbours } = around
  const committer: Committer = new Committer(store, log, {
    clock,
    committed: (perDocument) => {
      abreast.committed(perDocument)
      committed?.(perDocument)
    },
  })
  const rooms: OpenRooms = new OpenRooms({
    ...{ archive, committer, log, clock, linger },
    presenceElsewhere: (documentId, bytes) => relay.tell(documentId, bytes),
    compacted: (documentId, merged) => abreast.compacted(documentId, merged),
  })
  const abreast = new Abreast({ rooms, lookup, neighbours, clock, log })
  const relay = new PresenceRelay({ rooms, neighbours, clock })
  const settling = new Settling({ rooms, neighbours, clock })
  const detach = () => {
    for (const part of [abreast, relay, settling]) part.end()
  }
  return { committer, rooms, abreast, settling, greet: (documentId) => relay.ask(documentId), detach }
}
