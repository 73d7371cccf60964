import type { Context } from 'hono'

interface Incoming {
  incoming?: { socket?: { remoteAddress?: string } }
}

const peer = (c: Context) => (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'

/** Each trusted proxy appended the address that it saw; whatever stands before that was made up by the sender. */
function clientAddress(c: Context, trustedProxies: number): string {
  if (trustedProxies === 0) return peer(c)
  const seen = (c.req.header('X-Forwarded-For') ?? '').split(',').map((address) => address.trim())
  return seen.at(-trustedProxies) || peer(c)
}

const wholeIpv6 = (address: string): string[] => {
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean))
  return [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
}

/** From where a request comes. A household has one IPv4 address or a /64 of IPv6. */
export function networkOf(c: Context, { trustedProxies }: { trustedProxies: number }): string {
  const address = clientAddress(c, trustedProxies).replace(/^::ffff:/, '')
  return address.includes(':') ? wholeIpv6(address).slice(0, 4).join(':') : address
}
