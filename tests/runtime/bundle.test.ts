import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const wrangler = 'node_modules/wrangler/bin/wrangler.js'
const megabyte = 1024 * 1024

test('the program can be deployed to Workers, and is small enough for every plan', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kreislauf-bundle-'))
  const command = [wrangler, 'deploy', '--dry-run', '--outdir', folder]
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' }
  const { stdout } = await promisify(execFile)(process.execPath, command, { env })
  const packed = gzipSync(await readFile(join(folder, 'worker.js')))
  await rm(folder, { recursive: true })
  expect(packed.length).toBeLessThan(3 * megabyte)
  for (const binding of ['env.TEXTS', 'env.HUB', 'env.HYPERDRIVE']) expect(stdout).toContain(binding)
})
