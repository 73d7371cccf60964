import type { Context } from 'hono'
import { found } from '../../web/gate.ts'
import type { KeptPicture } from './keeping.ts'

/** May be kept, and is asked for each time: whose right ends sees it no more. */
const cachingOf = (id: string) => ({ 'Cache-Control': 'private, no-cache', ETag: `"${id}"` })

/** Called by itself it is saved and not opened, and nothing in it could run (SECURITY S-57). */
const headersOf = ({ id, type }: KeptPicture) => ({
  ...cachingOf(id),
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${id}.${type.slice('image/'.length)}"`,
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
})

const isKept = (c: Context, id: string) => (c.req.header('If-None-Match') ?? '').includes(`"${id}"`)

/** For those who may see it. A picture never changes, so whoever has it has it. */
export async function showPicture(c: Context, id: string, load: () => Promise<KeptPicture | null>): Promise<Response> {
  if (isKept(c, id)) return c.body(null, 304, cachingOf(id))
  const picture = found(await load())
  return c.body(new Uint8Array(picture.bytes), 200, headersOf(picture))
}
