import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Usage {
  /** Microseconds of processor time since the start. */
  cpu: number
  /** Bytes, as the system counts them. */
  rss: number
  /** Bytes that are in use, as Node counts them. */
  used: number
}

export function usageOfThis(): Usage {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { cpu: user + system, rss, used: heapUsed + external }
}

/** Twice, as the first round only lets go of what the second one can take. */
export async function usageAfterCollecting(): Promise<Usage> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return usageOfThis()
}

const microsecondsPerTick = 10_000

/** Fields after the name, which may contain blanks. */
async function statOf(pid: string) {
  const stat = await readFile(join('/proc', pid, 'stat'), 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return { parent: fields[1], cpu: ticks * microsecondsPerTick }
}

/** Processor time of a process and its children, those that have ended included; unknown where there is no /proc. */
export async function cpuOfFamily(pid: string): Promise<number | undefined> {
  if (!existsSync('/proc/self/stat')) return undefined
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map(async (one) => ({ one, ...(await statOf(one)) })))
  return stats.filter(({ one, parent }) => one === pid || parent === pid).reduce((sum, { cpu }) => sum + cpu, 0)
}
