import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kreislauf, newFolder, type RunningServer, startServer, stopServer } from '../support/process.ts'
import { world } from '../support/world.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer('start', await newFolder())
})

afterAll(async () => {
  await stopServer(server)
  await rm(server.dataDir, { recursive: true })
})

test('on an empty database a real server prints one link to set it up, and says that it sends no mail', async () => {
  expect(server.said().match(/\/set-up\/\S+/g)).toHaveLength(1)
  expect(server.said()).toContain('npx kreislauf sign-in')
})

/** S-63 */
test.each(['/mailbox', '/kit'])('a real server has no %s', async (path) => {
  const w = await world({ settings: { mode: 'production' } })
  expect((await (await w.as('piet'))(path)).status).toBe(404)
})

test('a real server knows nobody of the sample', async () => {
  const asked = await kreislauf(['sign-in', 'henrike.talmann@example.org'], server.env).ended
  expect(asked).toMatchObject({ code: 1, out: '' })
})

test('wrong settings are named one by one, and nothing starts', async () => {
  const env = { PORT: 'x', SMTP_URL: 'smtp://name:secret@mail.example.org', LANG: 'en_US.UTF-8' }
  const refused = await kreislauf(['start'], env).ended
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('PORT must be a whole number from 1 to 65535.')
  expect(refused.err).not.toContain('secret')
})

test('help comes in both languages, and a wrong word is answered with where to find it', async () => {
  expect((await kreislauf(['--help']).ended).out).toContain('startet die Beispiel-Allianz')
  expect((await kreislauf(['--help', '--lang', 'en']).ended).out).toContain('starts the sample alliance')
  const french = await kreislauf(['start', '--lang', 'fr']).ended
  expect(french).toEqual({ code: 2, out: '', err: 'Die Sprache „fr“ gibt es hier nicht, nur de und en.\n' })
  expect(await kreislauf(['begin']).ended).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--help') })
})
