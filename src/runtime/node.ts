import type { Log, Mail, Ports, Rooms } from '../ports.ts'
import { openBus } from './bus.ts'
import { openDatabase, type Place } from './database.ts'
import { jsonLog } from './log.ts'

export interface NodePorts extends Ports {
  /** Resolves when work that was put off is done and every connection is closed. */
  end(): Promise<void>
}

interface Given {
  place: Place
  mail: Mail
  log?: Log
}

/** Everything the app needs, on Node: one pool, one line for signals, sockets in this process. */
export async function nodePorts({ place, mail, log = jsonLog() }: Given): Promise<NodePorts> {
  const { db, end: endDatabase } = openDatabase(place)
  const bus = await openBus(place, log)
  const created = import('./rooms.ts').then(({ createRooms }) => createRooms({ db, bus, log }))
  created.catch(() => undefined)
  const rooms: Rooms = {
    join: async (c, seat) => (await created).join(c, seat),
    settle: async (documentId) => (await created).settle(documentId),
  }
  const deferred = new Set<Promise<unknown>>()
  const defer = (work: Promise<unknown>) => {
    const watched = work.catch((error) => log.error('deferred', error)).finally(() => deferred.delete(watched))
    deferred.add(watched)
  }
  const end = async () => {
    await Promise.all(deferred)
    await bus.end()
    await endDatabase()
  }
  return { db, bus, rooms, mail, log, defer, end }
}
