import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { HttpBindings } from '@hono/node-server'

// biome-ignore lint/suspicious/noExplicitAny: each platform hands its own bindings through to the app
type Fetch = (request: Request, env?: any) => Response | Promise<Response>

const publicFolder = join(import.meta.dirname, '../../../public')

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

const packings = { br: '.br', gzip: '.gz' } as const

/** Names that we give ourselves; anything doubled, encoded, hidden or with a way back up is no file of ours. */
const plainPath = /^(\/[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)*)+$/i

const hashed = /^\/build\/.*-[A-Z0-9]{8}\./

const cacheFor = (path: string, query: string) =>
  hashed.test(path) || (path.startsWith('/build/') && query.startsWith('v='))
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=300'

async function lookAt(place: string) {
  const found = await stat(place).catch(() => null)
  return found?.isFile() ? { place, size: found.size, etag: `"${found.size}-${Math.round(found.mtimeMs)}"` } : null
}

/** The build puts smaller forms beside what browsers load on every page. */
async function packed(place: string, accepted: string) {
  for (const [encoding, ending] of Object.entries(packings)) {
    const found = accepted.includes(encoding) ? await lookAt(place + ending) : null
    if (found) return { ...found, encoding }
  }
  return null
}

async function findFile(path: string, accepted: string) {
  const type = types[extname(path)]
  if (!type || !plainPath.test(path)) return null
  const place = join(publicFolder, path)
  const plain = await lookAt(place)
  const found = plain && ((await packed(place, accepted)) ?? { ...plain, encoding: undefined })
  return found && { ...found, type }
}

/** As it was sent: a parsed address has already turned backslashes and dots into something harmless. */
function targetOf(request: Request, env: Partial<HttpBindings> | undefined) {
  const [path = '', query = ''] = (env?.incoming?.url ?? request.url).split('?', 2)
  return { path, query }
}

async function serveFile(request: Request, env?: Partial<HttpBindings>): Promise<Response | null> {
  const { path, query } = targetOf(request, env)
  const file = await findFile(path, request.headers.get('Accept-Encoding') ?? '')
  if (!file) return null
  const headers = {
    'Content-Type': file.type,
    'Cache-Control': cacheFor(path, query),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    Vary: 'Accept-Encoding',
    ETag: file.etag,
    ...(file.encoding ? { 'Content-Encoding': file.encoding } : {}),
  }
  if (request.headers.get('If-None-Match') === file.etag) return new Response(null, { status: 304, headers })
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(file.place)) as ReadableStream)
  return new Response(body, { headers: { ...headers, 'Content-Length': String(file.size) } })
}

/** Styles, scripts, fonts and icons first; everything else is the app's. */
export const withStaticFiles =
  (fetch: Fetch): Fetch =>
  async (request, env) => {
    const mayBeFile = ['GET', 'HEAD'].includes(request.method) && !request.headers.has('Upgrade')
    return (mayBeFile && (await serveFile(request, env))) || fetch(request, env)
  }
