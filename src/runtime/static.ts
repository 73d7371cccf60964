import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'

// biome-ignore lint/suspicious/noExplicitAny: each platform hands its own bindings through to the app
type Fetch = (request: Request, env?: any) => Response | Promise<Response>

const publicFolder = join(import.meta.dirname, '../../public')

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

/** Names that we give ourselves; anything doubled, encoded, hidden or with a way back up is no file of ours. */
const plainPath = /^(\/[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)*)+$/i

const hashed = /^\/build\/.*-[A-Z0-9]{8}\./

const cacheFor = (path: string, query: string) =>
  hashed.test(path) || (path.startsWith('/build/') && query.startsWith('?v='))
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=300'

async function findFile(path: string) {
  const type = types[extname(path)]
  if (!type || !plainPath.test(path)) return null
  const place = join(publicFolder, path)
  const found = await stat(place).catch(() => null)
  return found?.isFile()
    ? { place, type, size: found.size, etag: `"${found.size}-${Math.round(found.mtimeMs)}"` }
    : null
}

async function serveFile(request: Request): Promise<Response | null> {
  const { pathname, search } = new URL(request.url)
  const file = await findFile(pathname)
  if (!file) return null
  const headers = {
    'Content-Type': file.type,
    'Cache-Control': cacheFor(pathname, search),
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    ETag: file.etag,
  }
  if (request.headers.get('If-None-Match') === file.etag) return new Response(null, { status: 304, headers })
  const body = request.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(file.place)) as ReadableStream)
  return new Response(body, { headers: { ...headers, 'Content-Length': String(file.size) } })
}

/** Styles, scripts, fonts and icons first; everything else is the app's. */
export const withStaticFiles =
  (fetch: Fetch): Fetch =>
  async (request, env) => {
    const mayBeFile = request.method === 'GET' || request.method === 'HEAD'
    return (mayBeFile && (await serveFile(request))) || fetch(request, env)
  }
