import { rm } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Head, latestHead } from '#src/decisions/chain/heads.ts'
import { type Ground, ground } from '../decisions/chain/ground.ts'
import { kreislauf, newFolder, startServer, stopServer } from '../support/process.ts'

/** By way of the unix socket of the tests' database. */
const envOf = (database: string | undefined) => ({
  DATABASE_URL: `postgres:///${database}`,
  PGHOST: inject('socket'),
  PGUSER: 'postgres',
  LANG: 'en_GB.UTF-8',
})

const verify = (g: Ground, ...args: string[]) => kreislauf(['verify', ...args], envOf(g.place.database)).ended

const behindItsBack = (g: Ground, bend: ReturnType<typeof sql>) =>
  g.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(bend)
  })

/** What nobody has bent, what was changed, and what was taken away: each asked once, all at once. */
describe('on a database of its own', () => {
  let whole: Ground
  let bent: Ground
  let emptied: Ground
  let head: Head | null

  beforeAll(async () => {
    ;[whole, bent, emptied] = [await ground(), await ground(), await ground()]
    for (const g of [whole, bent]) {
      await g.en.confirm('swantje', await g.en.report('gerd'))
      await g.gl.confirm('ilse', await g.gl.report('mirjam'))
    }
    head = await latestHead(whole.db)
    await behindItsBack(bent, sql`update decisions set wording = 'Anders' where number = 1`)
  })

  /** S-80, S-81 */
  test('it says whether the register is whole, what is not as it was, and whether a head that was kept stands in it', async () => {
    const asked = [verify(whole, '--head', head?.short ?? ''), verify(bent, '--lang', 'de')]
    const [asEntered, changed] = await Promise.all(asked)
    expect([asEntered?.code, asEntered?.err]).toEqual([0, ''])
    expect(asEntered?.out).toContain(`The register is unchanged: 2\u00A0entries, end of the chain 2:${head?.hash}\n`)
    expect(asEntered?.out).toContain(`The checksum ${head?.short} stands in the chain.`)
    expect(changed).toMatchObject({ code: 1, out: '' })
    expect(changed?.err).toMatch(/Eintrag\u00A01 \(EN-\d{4}-001\): .* Verändert: der Beschlusstext\.\n$/)
  })

  test('a head that was kept tells programs, too, of what is gone without a trace; what is none is not looked for', async () => {
    const asked = [verify(emptied, '--json', '--head', head?.hash ?? ''), verify(whole, '--head', '42:9f3c')]
    const [gone, typo] = await Promise.all(asked)
    expect(gone?.code).toBe(1)
    expect(JSON.parse(gone?.out ?? '')).toEqual({
      ...{ whole: false, entries: 0, head: null, problem: null, erased: 0, kept: 'not_found' },
    })
    expect(typo).toMatchObject({ code: 2, out: '', err: expect.stringContaining('42:') })
  })
})

describe('on a data folder', () => {
  const folders: string[] = []
  const folder = async () => {
    const made = await newFolder()
    folders.push(made)
    return made
  }
  afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))))

  const verifyFolder = (made: string) => kreislauf(['verify'], { DATA_DIR: made, LANG: 'en_GB.UTF-8' }).ended

  test('it looks while a server runs, opens it by itself when none does, and says when there is nothing to be read', async () => {
    const used = await folder()
    const server = await startServer('start', used)
    expect(await verifyFolder(used)).toMatchObject({ code: 0, out: 'The register is still empty.\n' })
    await stopServer(server)
    const nothing = [verifyFolder(await folder()), kreislauf(['verify'], envOf('postgres')).ended]
    expect(await verifyFolder(used)).toMatchObject({ code: 0, out: 'The register is still empty.\n' })
    const [missing, earlier] = await Promise.all(nothing)
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('no database') })
    expect(earlier).toMatchObject({ code: 2, err: expect.stringContaining('npx kreislauf migrate') })
  }, 120_000)
})
