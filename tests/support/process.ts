import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

type Environment = Record<string, string>

const program = join(import.meta.dirname, '../../src/kreislauf.mjs')

const basics = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C' }

export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface Command {
  child: ChildProcess
  said(): string
  ended: Promise<Ended>
}

/** `kreislauf` as a process of its own, with nothing of this environment but what is given. */
export function kreislauf(args: string[], env: Environment = {}, cwd = tmpdir()): Command {
  const child = spawn(process.execPath, [program, ...args], { env: { ...basics, ...env }, cwd })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    err += piece
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })))
  return { child, said: () => out + err, ended }
}

export const newFolder = () => mkdtemp(join(tmpdir(), 'kreislauf-data-'))

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export interface RunningServer extends Command {
  url: string
  dataDir: string
  env: Environment
}

/** The last words of a start. */
const greeted = { demo: 'Strg+C', start: '/set-up/' }

/** Waits until the server has announced itself. */
export async function startServer(
  mode: 'demo' | 'start',
  dataDir: string,
  more: Environment = {},
  lastWords = greeted[mode],
): Promise<RunningServer> {
  const port = String(await freePort())
  const env = { PORT: port, DATA_DIR: dataDir, ...more }
  const command = kreislauf([mode], env)
  const announced = async () => {
    while (!command.said().includes(lastWords)) await sleep(25)
  }
  const early = command.ended.then(({ code }) => {
    throw new Error(`ended with ${code}: ${command.said()}`)
  })
  await Promise.race([announced(), early])
  return { ...command, url: `http://localhost:${port}`, dataDir, env }
}

/** Asks it to stop and waits for that. */
export async function stopServer({ child, ended }: Command): Promise<Ended> {
  child.kill('SIGTERM')
  return ended
}
