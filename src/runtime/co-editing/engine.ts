import { realClock } from '../../documents/editing/clock.ts'
import { compact } from '../../documents/editing/compaction.ts'
import { Edits } from '../../documents/editing/edits.ts'
import { assembleEngine, type Engine } from '../../documents/editing/engine.ts'
import { appendChanges, readStored } from '../../documents/editing/log.ts'
import { alone, type Neighbours } from '../../documents/editing/processes/neighbours.ts'
import { lookupIn } from '../../documents/editing/processes/rows.ts'
import type { Ports } from '../../ports.ts'
import type { Storing } from './storing.ts'

export type Given = Pick<Ports, 'db' | 'bus' | 'log'> & {
  neighbours?: Neighbours | undefined
  /** Without it what is typed goes the way of everything else. */
  storing?: Storing | undefined
}

export interface EngineOnPostgres extends Engine {
  /** These rows were stored beside the rooms. */
  adopt(documentId: string, seqs: number[]): Promise<void>
}

/** The engine on PostgreSQL, with the clock of the machine. */
export function createEngine({ db, bus, log, neighbours = alone, storing }: Given, linger: number): EngineOnPostgres {
  const clock = realClock
  const edits = new Edits({ db, bus, log, clock })
  const engine = assembleEngine({
    store: (changes) => (storing ? storing.store(changes) : appendChanges(db, changes)),
    archive: {
      read: (documentId) => readStored(db, documentId),
      compact: (documentId) => compact({ db, bus, log }, documentId),
    },
    committed: (perDocument) => edits.committed(perDocument),
    ...{ lookup: lookupIn(db), neighbours, clock, log, linger },
  })
  const detach = () => {
    edits.end()
    engine.detach()
  }
  const adopt = (documentId: string, seqs: number[]) => {
    edits.committed(new Map([[documentId, seqs]]))
    return engine.abreast.beside(documentId, seqs)
  }
  return { ...engine, adopt, detach }
}
