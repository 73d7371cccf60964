import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

export type Core = 'server' | 'load' | 'any'

const cores: Record<Core, string | undefined> = { server: '0', load: '1', any: undefined }

export const canPin = existsSync('/usr/bin/taskset') && availableParallelism() > 1

interface Starting {
  file: string
  core: Core
  args?: string[]
  env?: Record<string, string>
  /** For profiles and the like. */
  nodeArgs?: string[]
}

interface Answer {
  id: number
  answer?: unknown
  failed?: string
}

/** A process of its own that answers questions; what it is asked and says may contain bytes. */
export class Child {
  readonly #process: ChildProcess
  readonly #open = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  readonly ended: Promise<void>
  #count = 0

  constructor({ file, core, args = [], env = {}, nodeArgs = [] }: Starting) {
    if (stopping) throw new Stopped()
    const node = [process.execPath, '--import', 'tsx', '--expose-gc', ...nodeArgs]
    const pinned = canPin && cores[core] !== undefined ? ['/usr/bin/taskset', '-c', cores[core]] : []
    const [program = '', ...rest] = [...pinned, ...node, join(import.meta.dirname, '..', file), ...args]
    this.#process = spawn(program, rest, {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_NO_WARNINGS: '1', ...env },
      stdio: ['ignore', 'ignore', process.env.BENCH_LOUD ? 'inherit' : 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    this.#process.on('message', (message) => this.#hear(message as Answer))
    this.ended = new Promise((resolve) => this.#process.once('exit', () => resolve()))
    void this.ended.then(() => this.#giveUp(file))
    children.add(this)
    void this.ended.then(() => children.delete(this))
  }

  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null
  }

  ask<T>(question: string, given: unknown = null): Promise<T> {
    const id = ++this.#count
    return new Promise<T>((resolve, reject) => {
      this.#open.set(id, { resolve: resolve as (answer: unknown) => void, reject })
      if (this.#process.connected) this.#process.send({ id, question, given })
      else this.#giveUp('a process that has ended was asked')
    })
  }

  /** Asks it to end, and insists after a while. */
  async stop(patience = 5_000): Promise<void> {
    this.#process.kill('SIGTERM')
    const insisting = setTimeout(() => this.#process.kill('SIGKILL'), patience)
    await this.ended
    clearTimeout(insisting)
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.ended
  }

  #hear({ id, answer, failed }: Answer): void {
    const asked = this.#open.get(id)
    this.#open.delete(id)
    if (failed === undefined) asked?.resolve(answer)
    else asked?.reject(new Error(failed))
  }

  #giveUp(why: string): void {
    for (const { reject } of this.#open.values()) reject(new Error(`ended early: ${why}`))
    this.#open.clear()
  }
}

const children = new Set<Child>()
let stopping = false

/** Nothing new is started after the end was asked for. */
export class Stopped extends Error {}

export const isStopping = (): boolean => stopping

/** Whatever happens, nothing of ours is left running. */
export const endAll = async (): Promise<void> => {
  stopping = true
  await Promise.all([...children].map((child) => child.kill()))
}
