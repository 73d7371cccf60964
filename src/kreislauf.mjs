#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Plain JavaScript that an old Node understands, too: its only work is to find a new one and to start the product with it.
const here = dirname(fileURLToPath(import.meta.url))

const isNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 12)
}

/** npm installs the pinned Node beside the other programs, at the root of whichever project this belongs to. */
const pinnedNode = () =>
  [join(here, '..', 'node_modules'), join(here, '..', '..')]
    .map((modules) => join(modules, '.bin', 'node'))
    .find((program) => existsSync(program))

function startAnew(program) {
  const child = spawn(program, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
}

async function start() {
  const { register } = await import('tsx/esm/api')
  register({ tsconfig: join(here, '..', 'tsconfig.json') })
  await import('./server.ts')
}

if (isNewEnough()) await start()
else {
  const program = pinnedNode()
  if (program) startAnew(program)
  else {
    process.stderr.write('Node 22.12 oder neuer ist nötig. / Node 22.12 or newer is needed. (npm ci)\n')
    process.exitCode = 1
  }
}
