import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildAssets } from '#src/dev/assets.ts'
import { type Base, loadBase } from '#src/dev/base.ts'
import { connect, migrateDatabase, openDatabase, type Place } from '#src/runtime/postgres/database.ts'
import { startPostgres } from '#src/runtime/postgres/server.ts'
import { unpackChromium } from './chromium.ts'
import { baseTemplate, copyDatabase, emptyTemplate } from './databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    socket: string
    base: Base
  }
}

/** What is lost when the machine loses power does not matter to a test. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

async function makeTemplates(place: Place): Promise<Base> {
  const client = connect(place, { max: 1 })
  await client`create database ${client(emptyTemplate)}`
  await migrateDatabase({ ...place, database: emptyTemplate })
  await copyDatabase(client, baseTemplate, emptyTemplate)
  await client.end()
  const { db, end } = openDatabase({ ...place, database: baseTemplate }, 1)
  const base = await loadBase(db)
  await end()
  return base
}

/** One PostgreSQL for the whole run; each test file gets a copy of a migrated database. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'kreislauf-test-'))
  const socket = join(folder, 'run')
  await mkdir(socket)
  const postgres = await startPostgres({ data: join(folder, 'postgres'), socket }, fast)
  project.provide('socket', socket)
  if (!existsSync('public/build/manifest.json')) await buildAssets()
  await unpackChromium()
  project.provide('base', await makeTemplates(postgres.place))
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true })
  }
}
