import { rm } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Head, latestHead } from '#src/decisions/chain/heads.ts'
import { type Ground, ground } from '../decisions/chain/ground.ts'
import { kreislauf, newFolder, startServer, stopServer } from '../support/process.ts'

let g: Ground
let head: Head | null

beforeAll(async () => {
  g = await ground()
  await g.en.confirm('swantje', await g.en.report('gerd'))
  await g.gl.confirm('ilse', await g.gl.report('mirjam'))
  await g.en.confirm('swantje', await g.en.report('gerd'))
  head = await latestHead(g.db)
})

/** By way of the unix socket of the tests' database. */
const envOf = (database = g.place.database) => ({
  DATABASE_URL: `postgres:///${database}`,
  PGHOST: inject('socket'),
  PGUSER: 'postgres',
  LANG: 'en_GB.UTF-8',
})

const verify = (...args: string[]) => kreislauf(['verify', ...args], envOf()).ended

const behindItsBack = (bend: ReturnType<typeof sql>) =>
  g.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(bend)
  })

describe('on a database of its own', () => {
  test('a register that nobody has bent is whole, and a head that was kept stands in it', async () => {
    const { code, out, err } = await verify('--head', head?.short ?? '')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`The register is unchanged: 3\u00A0entries, end of the chain 3:${head?.hash}\n`)
    expect(out).toContain(`The checksum ${head?.short} stands in the chain.`)
  })

  test('what comes out is for programs, too', async () => {
    const { code, out } = await verify('--json', '--head', head?.hash ?? '')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ whole: true, entries: 3, head, problem: null, kept: 'found' })
  })

  test('what is no checksum is not looked for', async () => {
    expect(await verify('--head', '42:9f3c')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('42:') })
  })

  /** S-80, S-81 */
  test('the first entry that is not as it was is named; a head that was kept tells of what is gone without a trace', async () => {
    await behindItsBack(sql`update decisions set wording = 'Anders' where number = 1 and record_id is not null`)
    const changed = await verify('--lang', 'de')
    expect(changed).toMatchObject({ code: 1, out: '' })
    expect(changed.err).toMatch(/Eintrag\u00A01 \(EN-\d{4}-001\): .* Verändert: der Beschlusstext\.\n$/)

    await behindItsBack(sql`truncate register_entries, register_salts, decisions cascade`)
    const gone = await verify('--head', head?.short ?? '')
    expect(gone).toMatchObject({ code: 1, out: 'The register is still empty.\n' })
    expect(gone.err).toContain(`The checksum ${head?.short} does not stand in the chain`)
  })

  test('a database without a register says how it gets one', async () => {
    const earlier = await kreislauf(['verify'], envOf('postgres')).ended
    expect(earlier).toMatchObject({ code: 2, err: expect.stringContaining('npx kreislauf migrate') })
  })
})

describe('on a data folder', () => {
  let folder: string
  beforeAll(async () => {
    folder = await newFolder()
  })
  afterAll(() => rm(folder, { recursive: true }))

  const verifyFolder = () => kreislauf(['verify'], { DATA_DIR: folder, LANG: 'en_GB.UTF-8' }).ended

  test('it says when there is nothing, looks while a server runs, and opens it by itself when none does', async () => {
    expect(await verifyFolder()).toMatchObject({ code: 2, err: expect.stringContaining('no database') })
    const server = await startServer('start', folder)
    expect(await verifyFolder()).toMatchObject({ code: 0, out: 'The register is still empty.\n' })
    await stopServer(server)
    expect(await verifyFolder()).toMatchObject({ code: 0, out: 'The register is still empty.\n' })
  }, 120_000)
})
