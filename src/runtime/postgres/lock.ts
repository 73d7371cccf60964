import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'

/** Locks are unix sockets. Somebody answers behind this socket, so a server is running; a socket that was left behind refuses. */
export const isLocked = (lock: string) =>
  new Promise<boolean>((resolve) => {
    const call = connect(lock)
    call.once('error', () => resolve(false))
    call.once('connect', () => {
      call.destroy()
      resolve(true)
    })
  })

/**
 * Held as long as this process lives, however it ends: the number of a process would be used again, its socket is not.
 * Null when somebody else holds it. Should two come in the same instant, PostgreSQL's own lock turns one of them away.
 */
export async function takeLock(lock: string): Promise<(() => Promise<unknown>) | null> {
  if (await isLocked(lock)) return null
  await rm(lock, { force: true })
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = createServer((call) => call.destroy())
    listening.once('error', reject).listen(lock, () => resolve(listening))
  })
  return () => new Promise((resolve) => server.close(resolve))
}
