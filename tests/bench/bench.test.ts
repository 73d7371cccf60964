import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { Report } from './report/figures.ts'
import { subjectNames } from './servers/subject.ts'

const bench = (args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bench.ts'), ...args], {
    timeout: 60_000,
  })

test('the bench measures all four servers, and nothing of ours gets lost', { timeout: 70_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kreislauf-bench-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const out = join(folder, 'figures.json')

  const { stdout } = await bench(['--quick', '--only', '20x5', '--out', out])

  const { results, failures } = JSON.parse(await readFile(out, 'utf8')) as Report
  expect(failures).toEqual([])
  for (const name of subjectNames) {
    const measures = results['20x5']?.[name]?.[0] ?? {}
    expect([name, ...['p50', 'p99', 'cpu'].map((key) => Number.isFinite(measures[key]))]).toEqual([
      name,
      true,
      true,
      true,
    ])
  }
  expect(results['20x5']?.kreislauf?.[0]?.lost).toBe(0)
  expect(stdout).toContain('fsync on')
})

test('the bench tells what it can do, and refuses what it does not know', async () => {
  expect((await bench(['--help'])).stdout).toContain('--rounds')
  await expect(bench(['--only', 'everything'])).rejects.toThrow(/There is no everything/)
})
