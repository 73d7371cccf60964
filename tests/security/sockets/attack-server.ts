import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '#src/app.tsx'
import type { Settings } from '#src/ports.ts'
import { listen } from '#src/runtime/http/listening.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { nodePorts } from '#src/runtime/node.ts'
import { socketPlace } from '#src/runtime/postgres/database.ts'
import { readProvided } from '#src/runtime/provided.ts'

/**
 * A server of its own process, to be attacked: `attack-server.ts <socket> <database> <port>`. Its log goes to standard
 * output; asked through the channel to its parent, it tells how it feels.
 */
const [socket = '', database = '', port = ''] = process.argv.slice(2)
const origin = `http://localhost:${port}`
const settings: Settings = { publicUrl: origin, origins: [origin], trustedProxies: 0, mode: 'test' }
const ports = await nodePorts({ place: socketPlace(socket, database), mail: keptMail() })
const app = createApp(() => ports, settings, readProvided())

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
let peak = 0
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 10).unref()

process.on('message', () => {
  const { rss, heapUsed } = process.memoryUsage()
  process.send?.({ rss, heapUsed, peak: Math.max(peak, rss), longestPause: delay.max / 1e6 })
  peak = rss
  delay.reset()
})
process.on('disconnect', () => process.exit())

await listen(app.fetch, Number(port), '127.0.0.1')
process.send?.('listening')
