import type { Log, Mail, Ports } from '../ports.ts'
import { createRooms, type Limits, type NodeRooms } from './co-editing/rooms.ts'
import { Storing } from './co-editing/storing.ts'
import { jsonLog } from './log.ts'
import { openDatabase, type Place } from './postgres/database.ts'
import { type NodeBus, openBus } from './signals/bus.ts'

export interface NodePorts extends Ports {
  rooms: NodeRooms
  bus: NodeBus
  /** Resolves when work that was put off is done and every connection is closed. */
  end(): Promise<void>
}

interface Given {
  place: Place
  mail: Mail
  log?: Log
  limits?: Partial<Limits>
}

/** A statement that stores what was typed is short, whatever else is slow. */
const storingPatience = 5_000

/** Everything the app needs, on Node: one pool, one line between processes, sockets in this one. */
export async function nodePorts({ place, mail, log = jsonLog(), limits }: Given): Promise<NodePorts> {
  const { db, end: endDatabase } = openDatabase(place)
  const bus = await openBus(place, log)
  const storing = new Storing(() => openDatabase(place, 1, storingPatience), log)
  const rooms = createRooms({ db, bus, log, neighbours: bus.neighbours, storing, ...(limits && { limits }) })
  const deferred = new Set<Promise<unknown>>()
  const defer = (work: Promise<unknown>) => {
    const watched = work.catch((error) => log.error('deferred', error)).finally(() => deferred.delete(watched))
    deferred.add(watched)
  }
  const end = async () => {
    await rooms.close()
    await Promise.all(deferred)
    await bus.end()
    await endDatabase()
  }
  return { db, bus, rooms, mail, log, defer, end }
}
