import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { pipeline } from 'node:stream'

export interface Relay {
  port: number
  /** As if the database were away: whoever is connected is cut off, and nobody gets in. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

const port = ({ address }: { address: unknown }) =>
  typeof address === 'object' && address && 'port' in address ? Number(address.port) : 0

/** A door on loopback to the PostgreSQL behind a unix socket, for clients that know only addresses; it can be shut. */
export async function relayTo(folder: string): Promise<Relay> {
  const through = new Set<Socket>()
  let isShut = false
  const server = createServer((client) => {
    if (isShut) return client.destroy()
    const database = connect(join(folder, '.s.PGSQL.5432'))
    for (const end of [client, database]) {
      through.add(end)
      end.once('close', () => through.delete(end))
    }
    pipeline(client, database, () => undefined)
    pipeline(database, client, () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cutAll = () => {
    for (const end of through) end.destroy()
  }
  return {
    port: port({ address: server.address() }),
    cut: () => {
      isShut = true
      cutAll()
    },
    mend: () => {
      isShut = false
    },
    close: () => {
      cutAll()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
