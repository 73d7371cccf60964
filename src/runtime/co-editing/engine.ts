import { realClock } from '../../documents/editing/clock.ts'
import { Committer } from '../../documents/editing/committer.ts'
import { compact } from '../../documents/editing/compaction.ts'
import { Edits } from '../../documents/editing/edits.ts'
import { appendChanges, readStored } from '../../documents/editing/log.ts'
import { OpenRooms } from '../../documents/editing/open-rooms.ts'
import { Abreast } from '../../documents/editing/processes/abreast.ts'
import { alone, type Neighbours } from '../../documents/editing/processes/neighbours.ts'
import { PresenceRelay } from '../../documents/editing/processes/presence-relay.ts'
import { lookupIn } from '../../documents/editing/processes/rows.ts'
import { Settling } from '../../documents/editing/processes/settling.ts'
import type { Ports } from '../../ports.ts'
import type { Storing } from './storing.ts'

export type Given = Pick<Ports, 'db' | 'bus' | 'log'> & {
  neighbours?: Neighbours | undefined
  /** Without it what is typed goes the way of everything else. */
  storing?: Storing | undefined
}

export interface Engine {
  committer: Committer
  rooms: OpenRooms
  settling: Settling
  /** Asks the others who is in a text that has just been opened here. */
  greet(documentId: string): void
  /** These rows were stored beside the rooms. */
  adopt(documentId: string, seqs: number[]): Promise<void>
  /** Nothing is heard from other processes or told to them any more. */
  detach(): void
}

/** The parts that work on open texts, put together for one process among several. */
export function createEngine({ db, bus, log, neighbours = alone, storing }: Given, linger: number): Engine {
  const clock = realClock
  const committer: Committer = new Committer(
    (changes) => (storing ? storing.store(changes) : appendChanges(db, changes)),
    log,
    { clock, committed },
  )
  const archive = {
    read: (documentId: string) => readStored(db, documentId),
    compact: (documentId: string) => compact({ db, bus, log }, documentId),
  }
  const rooms: OpenRooms = new OpenRooms({
    ...{ archive, committer, log, clock, linger },
    presenceElsewhere: (documentId, bytes) => relay.tell(documentId, bytes),
    compacted: (documentId, merged) => abreast.compacted(documentId, merged),
  })
  const edits = new Edits({ db, bus, log, clock })
  const abreast = new Abreast({ rooms, lookup: lookupIn(db), neighbours, clock, log })
  const relay = new PresenceRelay({ rooms, neighbours, clock })
  function committed(seqs: Map<string, number[]>) {
    abreast.committed(seqs)
    edits.committed(seqs)
  }
  const settling = new Settling({ rooms, neighbours, clock })
  const detach = () => {
    for (const part of [edits, abreast, relay, settling]) part.end()
  }
  const adopt = (documentId: string, seqs: number[]) => {
    edits.committed(new Map([[documentId, seqs]]))
    return abreast.beside(documentId, seqs)
  }
  return { committer, rooms, settling, greet: (documentId) => relay.ask(documentId), adopt, detach }
}
