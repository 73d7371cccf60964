import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { inject } from 'vitest'
import { connect, type Place, socketPlace } from '#src/runtime/postgres/database.ts'

export const emptyTemplate = 'empty_template'
export const baseTemplate = 'base_template'

export const copyDatabase = (client: postgres.Sql, name: string, template: string) =>
  client`create database ${client(name)} template ${client(template)} strategy file_copy`

/** A database of one's own: migrated, and with the sample alliance's people and groups unless it shall be empty. */
export async function freshDatabase(template = baseTemplate): Promise<Place> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = connect(socketPlace(inject('socket')), { max: 1 })
  await copyDatabase(client, name, template)
  await client.end()
  return socketPlace(inject('socket'), name)
}
