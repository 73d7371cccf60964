import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { people } from '#src/identity/schema.ts'
import { openDatabase, socketPlace } from '#src/runtime/postgres/database.ts'
import { newFolder, type RunningServer, startServer, stopServer } from '../support/process.ts'

const databaseOf = ({ dataDir }: RunningServer) => openDatabase(socketPlace(join(dataDir, 'run')))

test('what was acknowledged before a hard end is there after the next start', { timeout: 60_000 }, async () => {
  const dataDir = await newFolder()
  const first = await startServer('start', dataDir)
  const { db, end } = databaseOf(first)
  const acknowledged: string[] = []
  const write = async () => {
    for (let number = 0; ; number++) {
      const email = `person-${number}@example.org`
      await db.insert(people).values({ name: 'Neu', email })
      acknowledged.push(email)
    }
  }
  const writing = write().catch(() => undefined)
  while (acknowledged.length < 200) await new Promise((resolve) => setTimeout(resolve, 10))
  first.child.kill('SIGKILL')
  await first.ended
  await writing
  await end()

  const second = await startServer('start', dataDir)
  const again = databaseOf(second)
  const kept = new Set((await again.db.select().from(people)).map(({ email }) => email))
  await again.end()
  expect(acknowledged.filter((email) => !kept.has(email))).toEqual([])
  expect(await stopServer(second)).toMatchObject({ code: 0 })
  await rm(dataDir, { recursive: true })
})
