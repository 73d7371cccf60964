import { mkdir, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listen } from '#src/runtime/http/listening.ts'
import { withStaticFiles } from '#src/runtime/http/static.ts'

const folder = join(import.meta.dirname, '../../public/static-test')
let server: Listening

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** Sends the path exactly as it is written; `fetch` would tidy it up first. */
const ask = (path: string, options: RequestOptions = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, ...options }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asked.on('error', reject).end()
  })

beforeAll(async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'plain.css'), 'p { color: green }')
  await writeFile(join(folder, 'plain.css.br'), brotliCompressSync('p { color: green }'))
  await writeFile(join(folder, '.hidden.css'), 'p { color: red }')
  server = await listen(
    withStaticFiles(() => new Response('not a file', { status: 404 })),
    0,
    '127.0.0.1',
  )
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test('a file is served with its type, a short life and no right to do anything', async () => {
  const served = await ask('/static-test/plain.css')
  expect(served.status).toBe(200)
  expect(served.text).toBe('p { color: green }')
  expect(served.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'content-length': '18',
    'cache-control': 'public, max-age=300',
    'x-content-type-options': 'nosniff',
  })
})

test('who has the file already gets no second copy', async () => {
  const etag = (await ask('/static-test/plain.css')).headers.etag ?? ''
  const again = await ask('/static-test/plain.css', { headers: { 'If-None-Match': etag } })
  expect([again.status, again.text]).toEqual([304, ''])
})

test('a smaller form beside the file is sent to browsers that understand it', async () => {
  const packed = await ask('/static-test/plain.css', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } })
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
  expect(packed.headers['content-type']).toBe('text/css; charset=utf-8')
  expect((await ask('/static-test/plain.css.br')).status).toBe(404)
})

test('HEAD says the same without the file', async () => {
  const asked = await ask('/static-test/plain.css', { method: 'HEAD' })
  expect([asked.status, asked.text, asked.headers['content-length']]).toEqual([200, '', '18'])
})

/** S-58 */
test.each([
  '//static-test/plain.css',
  '/static-test//plain.css',
  '/static-test%2Fplain.css',
  '/static-test\\plain.css',
  '/static-test%5Cplain.css',
  '/static-test/%2e%2e/static-test/plain.css',
  '/static-test/..%2Fplain.css',
  '/static-test/.hidden.css',
  '/..%2F..%2Fpackage.json',
  '/static-test/plain.css%00',
  '/static-test',
])('%s is no file', async (path) => {
  expect((await ask(path)).status).toBe(404)
})

test('posting to a file is the business of the app', async () => {
  expect((await ask('/static-test/plain.css', { method: 'POST' })).status).toBe(404)
})
