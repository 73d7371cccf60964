import { mailMentions } from './documents/comments/notices.ts'
import { mentionLetter } from './documents/comments/routes.tsx'
import { clearVersions } from './documents/versions/clearing.ts'
import { sendLateGuestsOff } from './groups/guests.ts'
import { forgetEndedSessions } from './identity/sessions.ts'
import type { Environment, Execution } from './runtime/workers/environment.ts'
import { buildProduct, type Product } from './runtime/workers/product.ts'

export { Hub } from './runtime/workers/hub.ts'
export { OpenText } from './runtime/workers/open-text.ts'

let product: Product | null | undefined

const productOf = (env: Environment) => {
  product ??= buildProduct(env)
  return product
}

const notSetUp = () => new Response('503', { status: 503, headers: { 'Cache-Control': 'no-store' } })

/** The platform packs answers itself, and would pack again what is packed already. */
function unpacked(request: Request): Request {
  const asked = new Request(request)
  asked.headers.delete('Accept-Encoding')
  return asked
}

/** The entry on Cloudflare Workers. */
export default {
  async fetch(request: Request, env: Environment, execution: Execution): Promise<Response> {
    const built = productOf(env)
    if (!built) return notSetUp()
    const ports = built.ports(env, execution)
    const remoteAddress = request.headers.get('CF-Connecting-IP') ?? undefined
    const response = await built.app.fetch(unpacked(request), { ports, incoming: { socket: { remoteAddress } } })
    execution.waitUntil(ports.end())
    return response
  },

  /** Every hour. */
  async scheduled(_event: unknown, env: Environment, execution: Execution): Promise<void> {
    const built = productOf(env)
    if (!built) return
    const ports = built.ports(env, execution)
    const heldBack = mailMentions(ports, mentionLetter(built.settings))
    await Promise.all([forgetEndedSessions(ports), sendLateGuestsOff(ports), heldBack, clearVersions(ports)])
    await ports.end()
  },
}
