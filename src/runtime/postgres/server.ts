import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { StartProblem } from '../problem.ts'
import { type Place, socketPlace } from './database.ts'
import { findNatives, type Natives } from './natives.ts'
import { handOver, unprivileged, type Wrapper } from './unprivileged.ts'

export interface Postgres {
  place: Place
  /** Resolves when the database has ended, whoever ended it. */
  ended: Promise<void>
  stop(): Promise<void>
}

interface Folders {
  /** Where the rows are. */
  data: string
  /** Where the unix socket is: a short path, since the system allows about 107 characters. */
  socket: string
}

const respawnFor = 15_000
const environment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/** Errors and their details would repeat what members have typed, so the database keeps them to itself. */
const settings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'shared_buffers=32MB',
  'max_connections=200',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]

const wrap = ({ prefix }: Wrapper, command: string[]): [string, string[]] => {
  const [program = '', ...args] = [...prefix, ...command]
  return [program, args]
}

/** A half-made cluster is left aside: it gets its final name only when it is whole. */
async function create(natives: Natives, wrapper: Wrapper, data: string): Promise<void> {
  const draft = `${data}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await handOver(draft, wrapper.uid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const command = [natives.initdb, '-D', draft, '-U', 'postgres', '--auth=trust', '--no-instructions', ...locale]
  await promisify(execFile)(...wrap(wrapper, command), { env: environment, cwd: '/' }).catch((error) => {
    throw new StartProblem('database_refused', { folder: data, said: reason(String(error.stderr).trim().split('\n')) })
  })
  await rename(draft, data)
}

type Launch = { child: ChildProcess; ready: boolean; said: string[] }

/** Its own process group: Ctrl-C in the terminal must not take the database away from requests that are running. */
function launch(natives: Natives, wrapper: Wrapper, folders: Folders, extra: string[]): Promise<Launch> {
  const options = [...settings, `unix_socket_directories="${folders.socket}"`, ...extra].flatMap((s) => ['-c', s])
  const [program, args] = wrap(wrapper, [natives.postgres, '-D', folders.data, ...options])
  const child = spawn(program, args, {
    env: environment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  const { promise, resolve } = Promise.withResolvers<Launch>()
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (said.length > 20) said.shift()
    if (line.includes('ready to accept connections')) resolve({ child, ready: true, said })
  })
  child.once('exit', () => resolve({ child, ready: false, said }))
  child.once('error', (error) => resolve({ child, ready: false, said: [...said, error.message] }))
  return promise
}

/** After a hard end its last processes may still hold the memory or the lock file for some seconds. */
const isLeaving = (said: string[]) =>
  said.some((line) => /lock file .* already exists|shared memory block|pre-existing shared memory/.test(line))

async function launchPatiently(start: () => Promise<Launch>): Promise<Launch> {
  const giveUp = Date.now() + respawnFor
  for (let pause = 50; ; pause = Math.min(pause * 2, 1000)) {
    const launched = await start()
    if (launched.ready || !isLeaving(launched.said) || Date.now() > giveUp) return launched
    await sleep(pause)
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), 6000)
  await ended
  clearTimeout(patience)
}

/** The line that names the cause; those after it only say what follows from it. */
export const reason = (said: string[]) => {
  const cause = [/PANIC/, /could not|invalid/, /FATAL/].map((sign) => said.find((line) => sign.test(line)))
  return (cause.find(Boolean) ?? said.at(-1) ?? '').replace(/^.*?: +/, '')
}

/** A folder that somebody has made beforehand is as good as none. */
const isMissing = async (folder: string) => !existsSync(folder) || (await readdir(folder)).length === 0

/** Starts the PostgreSQL that npm has installed on these folders, and makes the cluster when there is none yet. */
export async function startPostgres(folders: Folders, extra: string[] = []): Promise<Postgres> {
  const natives = await findNatives()
  if (!natives) throw new StartProblem('no_embedded_database')
  const wrapper = await unprivileged()
  if (!wrapper) throw new StartProblem('no_lesser_user')
  if (await isMissing(folders.data)) await create(natives, wrapper, folders.data)
  await handOver(folders.data, wrapper.uid)
  const { child, ready, said } = await launchPatiently(() => launch(natives, wrapper, folders, extra))
  if (!ready) throw new StartProblem('database_refused', { folder: folders.data, said: reason(said) })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return { place: socketPlace(folders.socket), ended, stop: () => stop(child, ended) }
}
