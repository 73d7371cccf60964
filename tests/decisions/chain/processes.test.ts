import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { verify } from '#src/decisions/chain/verifying.ts'
import { records } from '#src/decisions/records/schema.ts'
import { type Ground, ground } from './ground.ts'

const program = join(import.meta.dirname, 'appending-program.ts')

/** Resolves with how it ended. */
function processFor({ w, place }: Ground, share: string) {
  const args = [inject('socket'), place.database ?? '', w.people.fritjof.id, share]
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ready = new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { ready, ended, go: () => child.stdin.write('go\n') }
}

async function reports({ w, db }: Ground, group: 'en' | 'gl', place: string, count: number) {
  const words = { title: 'Wir treffen uns', wording: 'Wir treffen uns jeden Dienstag.', manner: 'einstimmig', place }
  const row = { ...words, groupId: w.groups[group].id, reportedById: w.people.swantje.id, decidedOn: '2026-10-01' }
  await db.insert(records).values(Array.from({ length: count }, () => row))
}

/** S-82 */
test('two processes write a thousand decisions into one chain, without gap, fork or repeat', async () => {
  const g = await ground()
  for (const share of ['one', 'other']) for (const group of ['en', 'gl'] as const) await reports(g, group, share, 250)
  const both = [processFor(g, 'one'), processFor(g, 'other')]
  await Promise.all(both.map(({ ready }) => ready))
  for (const { go } of both) go()
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0])
  expect(await verify(g.db)).toMatchObject({ entries: 1000, problem: null, head: { seq: 1000 } })
}, 180_000)
