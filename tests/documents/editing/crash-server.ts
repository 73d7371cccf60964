import { createApp } from '#src/app.tsx'
import type { Settings } from '#src/ports.ts'
import { listen } from '#src/runtime/http/listening.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { nodePorts } from '#src/runtime/node.ts'
import { socketPlace } from '#src/runtime/postgres/database.ts'
import { readProvided } from '#src/runtime/provided.ts'

/** A server of its own process, to be killed: `crash-server.ts <socket> <database> <port>`. */
const [socket = '', database = '', port = ''] = process.argv.slice(2)
const origin = `http://localhost:${port}`
const settings: Settings = { publicUrl: origin, origins: [origin], trustedProxies: 0, mode: 'test' }
const ports = await nodePorts({ place: socketPlace(socket, database), mail: keptMail() })
const app = createApp(() => ports, settings, readProvided())
await listen(app.fetch, Number(port), '127.0.0.1')
process.stdout.write('listening\n')
