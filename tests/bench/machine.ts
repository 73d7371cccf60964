import { availableParallelism, cpus, release, totalmem } from 'node:os'
import { canPin } from './running/child.ts'
import type { Ground } from './running/postgres.ts'

export interface Machine {
  date: string
  processor: string
  cores: number
  /** Whether server and load have a core each. */
  pinned: boolean
  memory: string
  system: string
  node: string
  postgres: string
  fsync: string
}

export async function describeMachine({ sql }: Ground): Promise<Machine> {
  const [row] = await sql`select current_setting('server_version') as version, current_setting('fsync') as fsync`
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    pinned: canPin,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    system: `${process.platform} ${release()}`,
    node: process.version,
    postgres: String(row?.version),
    fsync: String(row?.fsync),
  }
}
