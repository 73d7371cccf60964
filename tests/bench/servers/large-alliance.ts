import { createHash, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { mailOf, type PersonKey } from '#src/dev/cast.ts'
import type { LargeSize } from '#src/dev/large/size.ts'
import { enlarge } from '#src/dev/large.ts'
import { loadSample } from '#src/dev/sample.ts'
import { connect, migrateDatabase, openDatabase, type Place } from '#src/runtime/postgres/database.ts'
import type { Ground } from '../running/postgres.ts'

export interface SignedIn {
  get(path: string): Promise<{ status: number; type: string; text: string }>
}

interface LargeAlliance {
  place: Place
  /** What this person gets from the server at this port. */
  sessions(port: number, person: PersonKey): SignedIn['get']
  end(): Promise<void>
}

const secretOf = (person: PersonKey) => `secret-of-${person}`
const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex')

const getter =
  (port: number, person: PersonKey): SignedIn['get'] =>
  (path) =>
    new Promise((resolve, reject) => {
      const headers = { Cookie: `session=${secretOf(person)}`, Host: 'localhost', 'Accept-Language': 'de' }
      request({ host: '127.0.0.1', port, path, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            text: Buffer.concat(parts).toString('utf8'),
          }),
        )
      })
        .on('error', reject)
        .end()
    })

/** The sample alliance grown to this size, in a database of its own, with everybody signed in. */
export async function largeAlliance(ground: Ground, size: LargeSize): Promise<LargeAlliance> {
  const name = `large_${randomUUID().replaceAll('-', '')}`
  const place = await ground.createDatabase(name)
  await migrateDatabase(place)
  const { db, end } = openDatabase(place, 1)
  await loadSample(db, new Date())
  await enlarge(db, size)
  await end()
  const sql = connect(place, { max: 1 })
  for (const person of ['henrike', 'swantje', 'luca'] as const)
    await sql`
      insert into sessions (id, user_id, expires_at, ends_at)
      select ${hashed(secretOf(person))}, id, now() + '1 day', now() + '1 day' from people where email = ${mailOf(person)}`
  await sql.end()
  return { place, sessions: getter, end: () => ground.dropDatabase(name) }
}
