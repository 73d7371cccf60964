import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'

const lockIn = (folder: string) => join(folder, 'lock')

/** Somebody answers behind this socket, so a server is running; a socket that was left behind refuses. */
export const isLocked = (folder: string) =>
  new Promise<boolean>((resolve) => {
    const call = connect(lockIn(folder))
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
export async function takeLock(folder: string): Promise<(() => Promise<unknown>) | null> {
  if (await isLocked(folder)) return null
  await rm(lockIn(folder), { force: true })
  const server = await new Promise<Server>((resolve, reject) => {
    const listening: Server = createServer((call) => call.destroy())
    listening.once('error', reject).listen(lockIn(folder), () => resolve(listening))
  })
  return () => new Promise((resolve) => server.close(resolve))
}
