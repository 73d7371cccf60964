import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, kreislauf, newFolder, type RunningServer, startServer, stopServer } from '../support/process.ts'

let server: RunningServer

beforeAll(async () => {
  server = await startServer('demo', await newFolder())
})

afterAll(async () => {
  await rm(server.dataDir, { recursive: true })
})

const lines = (text: string) => text.split('\n').filter(Boolean)

test('the demo prints its address and a link for each of eight people, those who confirm among them', () => {
  const said = server.said()
  expect(said).toContain(server.url)
  for (const name of ['Henrike', 'Swantje', 'Tarek', 'Bjarne', 'Gerd', 'Nele', 'Fritjof', 'Ayla'])
    expect(said).toContain(name)
  expect(said.match(/http:\/\/localhost:\d+\/sign-in\/\S+/g)).toHaveLength(8)
})

test('it answers when it has announced itself, and the announcement is for its owner alone', async () => {
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  expect((await stat(join(server.dataDir, 'server.json'))).mode & 0o777).toBe(0o600)
})

test('a second start on the same data is refused in one sentence, and the first goes on', async () => {
  const second = await kreislauf(['demo'], { ...server.env, PORT: String(await freePort()) }).ended
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(lines(second.err)).toEqual([
    expect.stringContaining(`Auf dem Datenordner ${server.dataDir} läuft schon ein Server.`),
  ])
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test('a taken port is refused in one sentence, in English for an English terminal, and no folder is made', async () => {
  const { PORT = '' } = server.env
  const dataDir = join(server.dataDir, 'never')
  const refused = await kreislauf(['demo'], { PORT, DATA_DIR: dataDir, LANG: 'en_GB.UTF-8' }).ended
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(lines(refused.err)).toEqual([expect.stringContaining(`Port ${PORT} is taken.`)])
  expect(existsSync(dataDir)).toBe(false)
})

test('the operator gets a link for somebody who is known, and a sentence for anybody else', async () => {
  const known = await kreislauf(['sign-in', 'Henrike.Talmann@example.org'], server.env).ended
  expect(known).toMatchObject({ code: 0, err: '' })
  expect(lines(known.out)).toEqual([expect.stringMatching(new RegExp(`^${server.url}/sign-in/[a-z0-9]+$`))])
  const unknown = await kreislauf(['sign-in', 'nobody@example.org'], server.env).ended
  expect(unknown).toEqual({ code: 1, out: '', err: 'Mit der Adresse nobody@example.org ist niemand bekannt.\n' })
})

test('it stops in good order when it is told to, and nobody can ask it for links any more', async () => {
  expect(await stopServer(server)).toMatchObject({ code: 0 })
  expect(existsSync(join(server.dataDir, 'server.json'))).toBe(false)
  const asked = await kreislauf(['sign-in', 'henrike.talmann@example.org'], server.env).ended
  expect(asked).toMatchObject({ code: 1, out: '', err: expect.stringContaining('läuft kein Server') })
})
