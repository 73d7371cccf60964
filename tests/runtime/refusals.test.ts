import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
