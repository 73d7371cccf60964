import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { inject } from 'vitest'
import { cookieFrom } from '../../support/cookie-from.ts'
import { newFolder, type RunningServer, startServer } from '../../support/process.ts'
import type { World } from '../../support/world.ts'

/** `kreislauf start` as a process of its own on the database of this world: one of several. */
export async function startOneOfSeveral(
  w: World,
  dataDir: string,
  more: Record<string, string> = {},
): Promise<RunningServer> {
  const env = { DATABASE_URL: `postgres:///${w.place.database}`, PGHOST: inject('socket'), PGUSER: 'postgres', ...more }
  return startServer('start', dataDir, env, 'Kreislauf läuft')
}

/** Two of them, to be stopped when the tests are over. */
export async function startTwo(w: World) {
  const dataDir = await newFolder()
  const servers = await Promise.all([startOneOfSeveral(w, dataDir), startOneOfSeveral(w, dataDir)])
  const [one, other] = servers.map((server) => ({ ...server, cookie: cookieFrom(w, server.url) }))
  if (!one || !other) throw new Error('not both are here')
  const end = async () => {
    for (const { child, ended } of servers) {
      child.kill('SIGKILL')
      await ended
    }
    await rm(dataDir, { recursive: true })
  }
  return { one, other, end }
}

/** Stands before several servers, like a balancer: whoever comes is led to the first that opens. */
export async function balancer() {
  const servers: RunningServer[] = []
  const through = (client: Socket, [first, ...more]: RunningServer[]): void => {
    if (!first) return void client.destroy()
    const server = connect(Number(first.env.PORT), '127.0.0.1')
    const onward = () => through(client, more)
    server.once('error', onward).once('connect', () => {
      server.off('error', onward).on('error', () => client.destroy())
      client
        .on('error', () => server.destroy())
        .pipe(server)
        .pipe(client)
    })
  }
  const listening = createServer((client) => through(client, servers)).listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  return { url, servers, close: () => listening.close() }
}
