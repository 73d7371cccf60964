import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { pipeline, Transform } from 'node:stream'

export type Way = 'up' | 'down' | 'both'

export interface Relay {
  port: number
  /** As if what is behind it were away: whoever is connected is cut off, and nobody gets in. */
  cut(): void
  mend(): void
  /** What travels this way does not arrive before it is let go. */
  hold(way: Way): void
  letGo(): void
  close(): Promise<void>
}

const port = ({ address }: { address: unknown }) =>
  typeof address === 'object' && address && 'port' in address ? Number(address.port) : 0

/** Where everything passes that travels one way, or waits in its order. */
class Gate {
  #passing = Promise.resolve()
  #open: () => void = () => undefined

  shut(): void {
    this.open()
    this.#passing = new Promise((resolve) => {
      this.#open = resolve
    })
  }

  open(): void {
    this.#open()
  }

  passage(): Transform {
    return new Transform({ transform: (piece, _, passed) => void this.#passing.then(() => passed(null, piece)) })
  }
}

/** A door on loopback to whatever `reach` connects with; it can be shut, and what goes through it can be held back. */
export async function relayTo(reach: () => Socket): Promise<Relay> {
  const through = new Set<Socket>()
  const [up, down] = [new Gate(), new Gate()]
  let isShut = false
  const server = createServer((client) => {
    if (isShut) return client.destroy()
    const behind = reach()
    for (const end of [client, behind]) {
      through.add(end)
      end.once('close', () => through.delete(end))
    }
    pipeline(client, up.passage(), behind, () => undefined)
    pipeline(behind, down.passage(), client, () => undefined)
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
    hold: (way) => {
      if (way !== 'down') up.shut()
      if (way !== 'up') down.shut()
    },
    letGo: () => {
      for (const gate of [up, down]) gate.open()
    },
    close: () => {
      cutAll()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** To the PostgreSQL behind a unix socket, for clients that know only addresses. */
export const relayToPostgres = (folder: string): Promise<Relay> => relayTo(() => connect(join(folder, '.s.PGSQL.5432')))
