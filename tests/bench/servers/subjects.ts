import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { schemaVersion } from '#src/documents/markup.ts'
import { connect } from '#src/runtime/postgres/database.ts'
import { Child } from '../running/child.ts'
import { addTexts, crowd } from './crowd.ts'
import type { Stage, Subject, Surroundings } from './subject.ts'

interface Started {
  server: Child
  port: number
}

async function start(file: string, given: unknown, env = {}, nodeArgs: string[] = []): Promise<Started> {
  const server = new Child({ file: `servers/${file}.ts`, core: 'server', env, nodeArgs })
  return { server, port: await server.ask<number>('start', given) }
}

type Rest = (
  started: () => Started,
) => Pick<Stage, 'texts' | 'door'> & { another?: Stage['another']; end?(): Promise<void> }

/** What all of them have in common: they are started, started again, and end. */
async function stageOf(
  starting: (nodeArgs?: string[]) => Promise<Started>,
  nodeArgs: string[],
  rest: Rest,
): Promise<Stage> {
  let started = await starting(nodeArgs)
  const { end, ...more } = rest(() => started)
  return {
    ...more,
    get server() {
      return started.server
    },
    again: async (args) => {
      started = await starting(args)
    },
    end: async () => {
      await started.server.stop()
      await end?.()
    },
  }
}

const uniqueNames = (count: number) => Array.from({ length: count }, () => `text-${randomUUID()}`)

const echo: Subject = {
  name: 'echo',
  title: 'bare echo (`ws`)',
  keeps: false,
  begin: (_around, nodeArgs = []) =>
    stageOf(
      (args) => start('echo', null, {}, args),
      nodeArgs,
      (started) => ({
        texts: async (count) => uniqueNames(count),
        door: (name) => ({ port: started().port, path: `/${name}`, name, dialect: 'echo' }),
      }),
    ),
}

const yWebsocket: Subject = {
  name: 'y-websocket',
  title: 'y-websocket server 0.1.1',
  keeps: true,
  begin: async ({ folder }, nodeArgs = []) => {
    const kept = join(folder, `level-${randomUUID()}`)
    await mkdir(kept)
    const starting = (args?: string[]) => start('y-websocket', null, { YPERSISTENCE: kept }, args)
    return stageOf(starting, nodeArgs, (started) => ({
      texts: async (count, old) => {
        const names = uniqueNames(count)
        const updates = old ? [old.state, ...old.updates] : []
        for (const name of old ? names : []) await started().server.ask('keep', { name, updates })
        return names
      },
      door: (name) => ({ port: started().port, path: `/${name}`, name, dialect: 'plain' }),
    }))
  },
}

const hocuspocus: Subject = {
  name: 'hocuspocus',
  title: 'Hocuspocus 4.7',
  keeps: true,
  begin: async ({ ground }, nodeArgs = []) => {
    const database = `peer_${randomUUID().replaceAll('-', '')}`
    const place = await ground.createDatabase(database)
    const sql = connect(place, { max: 1 })
    await sql`create table texts (name text primary key, bytes bytea not null)`
    const { mergeUpdates } = await import('yjs')
    return stageOf(
      (args) => start('hocuspocus', place, {}, args),
      nodeArgs,
      (started) => ({
        texts: async (count, old) => {
          const names = uniqueNames(count)
          const bytes = old && Buffer.from(mergeUpdates([old.state, ...old.updates]))
          if (bytes) await sql`insert into texts select name, ${bytes} from unnest(${names}::text[]) as name`
          return names
        },
        door: (name) => ({ port: started().port, path: '/', name, dialect: 'named' }),
        end: async () => {
          await sql.end()
          await ground.dropDatabase(database)
        },
      }),
    )
  },
}

const kreislauf: Subject = {
  name: 'kreislauf',
  title: 'Kreislauf',
  keeps: true,
  begin: async ({ ground }, nodeArgs = []) => {
    const database = `ours_${randomUUID().replaceAll('-', '')}`
    const place = await ground.createDatabase(database, await crowd(ground))
    const sql = connect(place, { max: 1 })
    const starting = (args?: string[]) => start('kreislauf', place, {}, args)
    const doorTo =
      (port: number): Stage['door'] =>
      (name, client) => ({
        port,
        path: `/groups/en/documents/${name}/sync?saved=1&schema=${schemaVersion}`,
        headers: { Origin: 'http://localhost', Cookie: `session=secret-${client}` },
        name,
        dialect: 'plain',
      })
    return stageOf(starting, nodeArgs, (started) => ({
      texts: (count, old) => addTexts(sql, count, old),
      door: (name, client) => doorTo(started().port)(name, client),
      another: async () => {
        const { server, port } = await starting()
        return { server, door: doorTo(port), end: () => server.stop() }
      },
      end: async () => {
        await sql.end()
        await ground.dropDatabase(database)
      },
    }))
  },
}

export const subjects: Subject[] = [kreislauf, hocuspocus, yWebsocket, echo]

export type { Surroundings }
