import { inject } from 'vitest'
import { createTestHarness, type TestHarness } from 'wrangler'
import type { Contributed, Contribution } from '#src/ports.ts'
import type { Environment } from '#src/runtime/workers/environment.ts'
import { type Relay, relayToPostgres } from './relay.ts'

export interface Workerd {
  url: string
  relay: Relay
  harness: TestHarness
  /** Takes the object of this text out of memory; its sockets stay. */
  evict(documentId: string): Promise<void>
  /** How many changes wait in the storage of this object. */
  shelved(documentId: string): Promise<number>
  /** What the object of this text answers when a version is about to be frozen. */
  settle(documentId: string): Promise<boolean>
  /** What the object of this text makes of a change by the server itself. */
  contribute(contribution: Contribution): Promise<Contributed>
  close(): Promise<void>
}

const connection = 'CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'

/** The product in workerd, offline, on this database. */
export async function startWorkerd(database: string): Promise<Workerd> {
  const relay = await relayToPostgres(inject('socket'))
  process.env[connection] = `postgres://postgres:local@127.0.0.1:${relay.port}/${database}`
  process.env.WRANGLER_SEND_METRICS = 'false'
  const worker = { configPath: 'wrangler.toml' }
  const harness = createTestHarness({ workers: [{ ...worker, vars: { PUBLIC_URL: 'http://localhost:1' } }] })
  const { url } = await harness.listen()
  const vars = { PUBLIC_URL: url.origin }
  await harness.update({ workers: [{ ...worker, vars }] })
  const evict = (name: string) => harness.getWorker().evictDurableObject('OpenText', { name, webSockets: 'hibernate' })
  const shelved = async (name: string) => {
    const storage = await harness.getWorker().getDurableObjectStorage('OpenText', { name })
    return (await storage.exec('select id from shelf')).length
  }
  const settle = async (id: string) => {
    const { TEXTS } = await harness.getWorker<Environment>().getEnv()
    return TEXTS.getByName(id).settle(id)
  }
  const contribute = async (contribution: Contribution) => {
    const { TEXTS } = await harness.getWorker<Environment>().getEnv()
    return TEXTS.getByName(contribution.documentId).contribute(contribution)
  }
  const close = async () => {
    await harness.close()
    await relay.close()
    delete process.env[connection]
  }
  return { url: (await harness.listen()).url.origin, relay, harness, evict, shelved, settle, contribute, close }
}
