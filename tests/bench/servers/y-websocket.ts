import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from './serving.ts'

interface Kept {
  provider: { storeUpdate(name: string, update: Uint8Array): Promise<void> }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const trial = createServer().listen(0, '127.0.0.1', () => {
      const address = trial.address()
      trial.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const program = join(createRequire(import.meta.url).resolve('@y/websocket-server/package.json'), '../src/server.js')

/** Its own program as it is shipped; it reads from its environment where to listen and where to keep texts. */
async function start(): Promise<number> {
  const port = await freePort()
  Object.assign(process.env, { PORT: String(port), HOST: '127.0.0.1' })
  await import(pathToFileURL(program).href)
  return port
}

async function keep({ name, updates }: { name: string; updates: Uint8Array[] }): Promise<void> {
  const { getPersistence } = await import('@y/websocket-server/utils')
  const kept = getPersistence() as Kept | null
  for (const update of updates) await kept?.provider.storeUpdate(name, update)
}

serve(start, { keep })
process.on('SIGTERM', () => process.exit(0))
