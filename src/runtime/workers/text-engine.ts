import type { ObjectStorage } from 'cloudflare:workers'
import { realClock } from '../../documents/editing/clock.ts'
import { Committer } from '../../documents/editing/committer.ts'
import { compact } from '../../documents/editing/compaction.ts'
import { appendChanges, type Change, readStored } from '../../documents/editing/log.ts'
import { OpenRooms } from '../../documents/editing/open-rooms.ts'
import { type Environment, hubOf } from './environment.ts'
import { hubBus } from './hub-bus.ts'
import { PassingDatabase } from './passing-database.ts'
import { printedLog as log } from './printed-log.ts'
import { Shelf } from './shelf.ts'

/** How long a text stays in memory after the last person has left. */
const linger = 2_000

/** A commit takes milliseconds; what takes so long may be stored twice, which changes nothing in a text. */
const storing = 3_000
const reading = 10_000

/** The same parts that work on open texts everywhere, put together for one text in an object of its own. */
export function createEngine(env: Environment, storage: ObjectStorage, presence: (bytes: Uint8Array) => void) {
  const database = new PassingDatabase(env.HYPERDRIVE)
  const bus = hubBus(hubOf(env), log)
  const emptied = async () => {
    for (const room of rooms.all()) {
      room.merged({ generation: room.generation, seqs: [...room.seqs].filter((seq) => seq < 0) })
      await rooms.catchUp(room)
    }
  }
  const append = (changes: Change[]) => database.use(storing, (db) => appendChanges(db, changes))
  const shelf = new Shelf({ storage, append, log, emptied })
  const committer = new Committer((changes) => shelf.store(changes), log, { clock: realClock })
  const read = async (documentId: string) => {
    if (!(await shelf.empty())) throw new Error('a text is not opened without all of its words')
    return database.use(reading, (db) => readStored(db, documentId))
  }
  const merge = (documentId: string) => database.use(reading, (db) => compact({ db, bus, log }, documentId))
  const archive = { read, compact: merge }
  const presenceElsewhere = (_: string, bytes: Uint8Array) => presence(bytes)
  const rooms: OpenRooms = new OpenRooms({ archive, committer, log, clock: realClock, linger, presenceElsewhere })
  return { shelf, committer, rooms }
}
