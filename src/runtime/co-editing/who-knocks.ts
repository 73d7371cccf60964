import type { Duplex } from 'node:stream'
import type { Context } from 'hono'
import type { Settings } from '../../ports.ts'
import { networkOf } from '../../web/network.ts'

const isThisMachine = (network: string) => /^(127\.|0:0:0:0$|unknown$)/.test(network)

/** From where a socket comes. Whoever asks from this machine itself is a proxy that names nobody, and says nothing. */
export function networkBehind(c: Context): string | undefined {
  const settings = c.get('settings') as Settings | undefined
  const network = networkOf(c, settings ?? { trustedProxies: 0 })
  return isThisMachine(network) ? undefined : network
}

/** What its bytes travel on, where the platform tells. */
export const wireBehind = (c: Context): Duplex | undefined =>
  (c.env as { incoming?: { socket?: Duplex } } | undefined)?.incoming?.socket
