import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { inject } from 'vitest'
import { loadSample } from '#src/dev/sample.ts'
import { connect, openDatabase, type Place, socketPlace } from '#src/runtime/postgres/database.ts'

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

async function fillSample(client: postgres.Sql, template: string, now: Date): Promise<void> {
  const unfinished = `${template}_unfinished`
  await copyDatabase(client, unfinished, emptyTemplate)
  const { db, end } = openDatabase(socketPlace(inject('socket'), unfinished), 1)
  await loadSample(db, now)
  await end()
  await client`alter database ${client(unfinished)} rename to ${client(template)}`
}

/** The template with the whole sample alliance as it stands today; whoever needs it first in a run fills it. */
export async function sampleTemplate(): Promise<string> {
  const now = new Date()
  const template = `sample_${now.toISOString().slice(0, 10)}`
  const client = connect(socketPlace(inject('socket')), { max: 1 })
  await client`select pg_advisory_lock(1)`
  const filled = await client`select from pg_database where datname = ${template}`
  if (filled.length === 0) await fillSample(client, template, now)
  await client.end()
  return template
}
