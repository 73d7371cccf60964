import { afterAll, beforeAll, inject } from 'vitest'
import { keptMail } from '#src/runtime/mail.ts'
import { type NodePorts, nodePorts } from '#src/runtime/node.ts'
import type { Tab } from '../documents/editing/co-editing.ts'
import { loggedCount, until } from '../documents/editing/co-editing.ts'
import { type Served, serveWorld } from '../support/browser.ts'
import { type Relay, relayToPostgres } from '../support/relay.ts'
import { world } from '../support/world.ts'
import type { Platform } from './platform.ts'
import { tellStories } from './suite.ts'

const on = {} as Platform
let relay: Relay
let ports: NodePorts
let served: Served

/** Everybody leaves, the room closes, and they come back. */
async function forget(documentId: string, tabs: Tab[]): Promise<void> {
  for (const { provider } of tabs) provider.disconnect()
  await until(async () => (await loggedCount(on.w, documentId)) === 0, 'the text is merged and closed')
  for (const { provider } of tabs) provider.connect()
  await until(() => tabs.every(({ provider }) => provider.synced), 'they are back')
}

beforeAll(async () => {
  on.w = await world()
  relay = await relayToPostgres(inject('socket'))
  const url = `postgres://postgres@127.0.0.1:${relay.port}/${on.w.place.database}`
  const log = { info: () => undefined, error: () => undefined }
  ports = await nodePorts({ place: { url }, mail: keptMail(), log })
  served = await serveWorld({ ...on.w, ports, db: ports.db })
  Object.assign(on, { url: served.url, cut: relay.cut, mend: relay.mend, forget } satisfies Omit<Platform, 'w'>)
})
afterAll(async () => {
  await ports.rooms.close()
  await served.close()
  await ports.end()
  await relay.close()
  await on.w.ports.end()
})

tellStories(on)
