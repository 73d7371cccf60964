import type { Mail, Ports } from '../../ports.ts'
import { connectThrough } from './database.ts'
import { type Environment, type Execution, hubOf } from './environment.ts'
import { hubBus } from './hub-bus.ts'
import { printedLog } from './printed-log.ts'
import { roomsBehind } from './rooms.ts'

/** Everything the app needs for one request: no connection outlives the request that has opened it. */
export interface PassingPorts extends Ports {
  /** When the answer and all that was put off are done. */
  end(): Promise<void>
}

export function portsFor(env: Environment, execution: Execution, mail: Mail): PassingPorts {
  const log = printedLog
  const { db, end: endDatabase } = connectThrough(env.HYPERDRIVE)
  const bus = hubBus(hubOf(env), log)
  const deferred: Promise<unknown>[] = []
  const defer = (work: Promise<unknown>) => {
    deferred.push(work.catch((error) => log.error('deferred', error)))
    execution.waitUntil(work.catch(() => undefined))
  }
  const end = async () => {
    await bus.streamsEnded()
    while (deferred.length > 0) await deferred.shift()
    await endDatabase()
  }
  return { db, bus, rooms: roomsBehind(env.TEXTS), mail, log, defer, end }
}
