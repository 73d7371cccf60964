import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { freePort } from '../../support/process.ts'
import type { World } from '../../support/world.ts'
import { bundleServer } from './kill-bundle.ts'

export interface Victim {
  url: string
  kill(): Promise<void>
}

export type KillGround = Awaited<ReturnType<typeof killGround>>

/** Servers on the database of this world, some of them started ahead so that the next is ready when one is killed. */
export async function killGround(w: World, ahead = 3) {
  const program = await bundleServer(`kills-${process.pid}-${w.place.database}.mjs`)
  const children = new Set<ChildProcess>()
  const gone: Promise<unknown>[] = []
  const spares: Promise<Victim>[] = []

  const start = async (): Promise<Victim> => {
    const port = await freePort()
    const { socket = '', database = '' } = w.place
    const child = spawn(process.execPath, [program, socket, database, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.add(child)
    const ended = once(child, 'exit').then(() => children.delete(child))
    gone.push(ended)
    await Promise.race([once(child.stdout, 'data'), ended])
    const kill = async () => {
      child.kill('SIGKILL')
      await ended
    }
    return { url: `http://localhost:${port}`, kill }
  }
  /** One that is ready, while another is being made ready. */
  const take = async (): Promise<Victim> => {
    while (spares.length <= ahead) spares.push(start())
    const next = spares.shift()
    return next ?? start()
  }
  const end = async () => {
    await Promise.allSettled(spares)
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(gone)
    await rm(program)
  }
  return { take, end }
}
