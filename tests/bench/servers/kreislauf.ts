import { createApp } from '#src/app.tsx'
import type { Settings } from '#src/ports.ts'
import { listen } from '#src/runtime/http/listening.ts'
import { withStaticFiles } from '#src/runtime/http/static.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { nodePorts } from '#src/runtime/node.ts'
import type { Place } from '#src/runtime/postgres/database.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { warmUp } from '#src/runtime/warming.ts'
import { serve } from './serving.ts'

export const origin = 'http://localhost'

const settings: Settings = { publicUrl: origin, origins: [origin], trustedProxies: 0, mode: 'production' }

/** The product as it runs: the whole app with sessions, rights and guard, on the pool and the bus of production. */
serve(async (place: Place) => {
  const ports = await nodePorts({ place, mail: keptMail() })
  await warmUp(ports, settings)
  const app = createApp(() => ports, settings, readProvided())
  const { port, close } = await listen(withStaticFiles(app.fetch), 0, '127.0.0.1')
  process.once('SIGTERM', async () => {
    await ports.rooms.close()
    await close(500)
    await ports.end()
    process.exit(0)
  })
  return port
})
