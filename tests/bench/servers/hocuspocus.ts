import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'
import { connect, type Place } from '#src/runtime/postgres/database.ts'
import { serve } from './serving.ts'

/** As its documentation shows it: the database extension, on a table of its own; waiting times as they come. */
serve(async (place: Place) => {
  const sql = connect(place, { max: 10 })
  const database = new Database({
    fetch: async ({ documentName }) => {
      const [row] = await sql`select bytes from texts where name = ${documentName}`
      return row?.bytes ?? null
    },
    store: async ({ documentName, state }) => {
      await sql`
        insert into texts (name, bytes) values (${documentName}, ${state})
        on conflict (name) do update set bytes = excluded.bytes`
    },
  })
  const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, extensions: [database] })
  await server.listen()
  return server.address.port
})
