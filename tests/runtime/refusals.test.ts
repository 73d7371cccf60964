import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { complainAboutStart } from '#src/runtime/commands/terminal.ts'
import { texts } from '#src/runtime/commands/texts.ts'
import { reason } from '#src/runtime/postgres/server.ts'
import { freePort, kreislauf, newFolder } from '../support/process.ts'

let folder: string

beforeAll(async () => {
  folder = await newFolder()
})

afterAll(() => rm(folder, { recursive: true }))

const lines = (text: string) => text.split('\n').filter(Boolean)

test('a data folder that is a file is refused and left as it is', async () => {
  const file = join(folder, 'file')
  await writeFile(file, 'mine')
  const refused = await kreislauf(['demo'], { PORT: String(await freePort()), DATA_DIR: file }).ended
  expect(refused).toMatchObject({
    code: 1,
    err: `Der Datenordner ${file} ist eine Datei. Wähle mit DATA_DIR einen anderen.\n`,
  })
  expect(await readFile(file, 'utf8')).toBe('mine')
})

test('a broken database is refused in one sentence, and nothing in it is touched', async () => {
  const dataDir = join(folder, 'broken')
  await mkdir(join(dataDir, 'demo'), { mode: 0o700, recursive: true })
  await writeFile(join(dataDir, 'demo', 'PG_VERSION'), '18\n')
  const refused = await kreislauf(['demo'], { PORT: String(await freePort()), DATA_DIR: dataDir }).ended
  expect(refused.code).toBe(1)
  expect(lines(refused.err)).toEqual([
    expect.stringContaining(`Die Datenbank in ${dataDir}/demo lässt sich nicht öffnen.`),
  ])
  expect(await readFile(join(dataDir, 'demo', 'PG_VERSION'), 'utf8')).toBe('18\n')
})

test('a database whose rows are gone is refused in one sentence', { timeout: 60_000 }, async () => {
  const dataDir = join(folder, 'lost-rows')
  const env = { PORT: String(await freePort()), DATA_DIR: dataDir }
  expect((await kreislauf(['migrate'], env).ended).code).toBe(0)
  await rm(join(dataDir, 'postgres', 'base'), { recursive: true })
  const refused = await kreislauf(['start', '--lang', 'en'], env).ended
  expect(refused.code).toBe(1)
  const [, ...said] = lines(refused.err)
  expect(said).toEqual([expect.stringContaining(`The database in ${dataDir}/postgres cannot be opened.`)])
})

test('empty folders for data are as good as none, and something in the way of server.json is named', {
  timeout: 60_000,
}, async () => {
  const dataDir = join(folder, 'prepared')
  for (const name of ['postgres', 'server.json']) await mkdir(join(dataDir, name), { mode: 0o700, recursive: true })
  const refused = await kreislauf(['start'], { PORT: String(await freePort()), DATA_DIR: dataDir }).ended
  expect(refused.code).toBe(1)
  const [, ...said] = lines(refused.err)
  expect(said).toEqual([expect.stringContaining(`Die Datei ${dataDir}/server.json lässt sich nicht schreiben.`)])
  expect(await readFile(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8')).toBe('18\n')
})

test('what nobody foresaw is said in one sentence, with one line for whoever looks into it', async () => {
  const err: string[] = []
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((line) => err.push(String(line)) > 0)
  complainAboutStart(texts.de, new TypeError('surprise'))
  write.mockRestore()
  expect(err).toEqual([`${texts.de.notStarted}\n`, expect.stringContaining('"message":"surprise"')])
})

test.each([
  [['FATAL:  a', 'PANIC:  could not locate a valid checkpoint record'], 'could not locate a valid checkpoint record'],
  [['LOG:  starting', 'LOG:  invalid primary checkpoint record', 'FATAL:  b'], 'invalid primary checkpoint record'],
  [['LOG:  starting', 'FATAL:  data directory has wrong ownership'], 'data directory has wrong ownership'],
])('of what PostgreSQL says, %j, the cause is told', (said, cause) => {
  expect(reason(said)).toBe(cause)
})

test('a demo that is open to others says so', async () => {
  const env = { PORT: String(await freePort()), DATA_DIR: join(folder, 'file'), PUBLIC_URL: 'https://demo.example.org' }
  expect((await kreislauf(['demo'], env).ended).err).toContain('PUBLIC_URL öffnet die Demo nach außen')
})

test('a port that is taken by somebody else is told from one that is free', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  const address = await new Promise<ReturnType<typeof other.address>>((resolve) =>
    other.once('listening', () => resolve(other.address())),
  )
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const refused = await kreislauf(['start'], { PORT: port, DATA_DIR: join(folder, 'unused') }).ended
  other.close()
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(`Port ${port} ist schon belegt.`) })
})
