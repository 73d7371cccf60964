import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { PersonKey } from '#src/dev/cast.ts'
import { cookieFrom } from '../../support/cookie-from.ts'
import { freePort } from '../../support/process.ts'
import { type World, world } from '../../support/world.ts'

/** How the server process feels; `peak` and `longestPause` since it was last asked. */
export interface Figures {
  rss: number
  heapUsed: number
  peak: number
  longestPause: number
}

export interface Target {
  url: string
  cookie(person: PersonKey): Promise<string>
  figures(): Promise<Figures>
  /** What it has written to its log, line by line. */
  log(): { level: string; event: string; line: string; documentId?: string }[]
  isUp(): boolean
  stop(): Promise<void>
}

export interface Ground {
  w: World
  /** The process that is attacked. */
  target: Target
  /** One more process on the same database. */
  another(): Promise<Target>
  end(): Promise<void>
}

const program = join(import.meta.dirname, 'attack-server.ts')

async function startTarget(w: World): Promise<Target> {
  const port = await freePort()
  const { socket = '', database = '' } = w.place
  const child = spawn(process.execPath, ['--import', 'tsx', program, socket, database, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  await once(child, 'message')
  const url = `http://localhost:${port}`
  const cookies = new Map<PersonKey, Promise<string>>()
  const signIn = cookieFrom(w, url)
  return {
    url,
    cookie: (person) => {
      const cookie = cookies.get(person) ?? signIn(person)
      cookies.set(person, cookie)
      return cookie
    },
    figures: () => ask(child),
    log: () =>
      said
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => ({ ...(JSON.parse(line) as { level: string; event: string; documentId?: string }), line })),
    isUp: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function ask(child: ChildProcess): Promise<Figures> {
  const answer = once(child, 'message')
  child.send('figures')
  const [figures] = await answer
  return figures as Figures
}

/** The sample alliance and a server process of its own, which may be harmed. */
export async function ground(): Promise<Ground> {
  const w = await world({ quiet: true })
  const targets: Target[] = []
  const another = async () => {
    const target = await startTarget(w)
    targets.push(target)
    return target
  }
  const end = async () => {
    await Promise.all(targets.map((target) => target.stop()))
    await w.ports.end()
  }
  return { w, target: await another(), another, end }
}
