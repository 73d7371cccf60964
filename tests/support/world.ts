import type { Hono } from 'hono'
import { inject } from 'vitest'
import { createApp, type Provided } from '#src/app.tsx'
import type { Database } from '#src/db/database.ts'
import type { Base } from '#src/dev/base.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import type { Actor } from '#src/groups/actor.ts'
import { findActor } from '#src/groups/membership.ts'
import { startSession } from '#src/identity/sessions.ts'
import type { Log, SentMail, Settings } from '#src/ports.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { type NodePorts, nodePorts } from '#src/runtime/node.ts'
import type { Place } from '#src/runtime/postgres/database.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { type Browse, browse } from './browse.ts'
import { emptyTemplate, freshDatabase, sampleTemplate } from './databases.ts'
import { endsAfterwards } from './open-worlds.ts'

export type GroupKey = keyof Base['groups']

export interface World extends Base {
  place: Place
  db: Database
  ports: NodePorts
  settings: Settings
  // biome-ignore lint/suspicious/noExplicitAny: whatever the app's own environment is, it answers requests
  app: Hono<any>
  /** Newest first. */
  mails(): readonly SentMail[]
  actor(person: PersonKey, group: GroupKey): Promise<Actor>
  /** A browser in which this person has signed in. */
  as(person: PersonKey): Promise<Browse>
  anonymous: Browse
}

export const testSettings: Settings = {
  publicUrl: 'http://localhost:3000',
  origins: ['http://localhost:3000'],
  trustedProxies: 0,
  mode: 'test',
}

const silent: Log = { info: () => undefined, error: () => undefined }

/** Problems of the server are part of what a failing test has to say. */
const loud: Log = {
  info: () => undefined,
  error: (event, error) => process.stderr.write(`${event} ${describe(error)}\n`),
}

const describe = (error: unknown) =>
  error instanceof Error ? `${error.stack}\n${String(error.cause ?? '')}` : String(error)

interface Wishes {
  /** Nobody there yet: not even the sample people and groups. */
  empty?: boolean
  /** The whole sample alliance, whose people and groups are others than those given here. */
  sample?: boolean
  settings?: Partial<Settings>
  /** For tests that cause failures on purpose. */
  quiet?: boolean
  /** For tests that read it. */
  log?: Log
  /** For tests in which files are not made as they usually are. */
  provided?: Partial<Provided>
}

/** A database with the sample people and groups, and the app on it. */
export async function world({
  empty = false,
  sample = false,
  quiet = false,
  log = quiet ? silent : loud,
  ...given
}: Wishes = {}): Promise<World> {
  const place = await freshDatabase(sample ? await sampleTemplate() : empty ? emptyTemplate : undefined)
  const mail = keptMail()
  const ports = await nodePorts({ place, mail, log })
  endsAfterwards(ports.end)
  const settings = { ...testSettings, ...given.settings }
  const app = createApp(() => ports, settings, { ...readProvided(), ...given.provided })
  const { people, groups } = inject('base')
  const fetch = (request: Request) => app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
  const actor = async (person: PersonKey, group: GroupKey) => {
    const found = await findActor(ports.db, people[person], groups[group].slug)
    if (!found) throw new Error(`${person} does not belong to ${group}`)
    return found
  }
  const as = async (person: PersonKey) => {
    const { cookie } = await startSession(ports.db, settings, people[person].id, 'Test')
    return browse(fetch, settings.publicUrl, cookie.split(';')[0])
  }
  const anonymous = browse(fetch, settings.publicUrl)
  return { people, groups, place, db: ports.db, ports, settings, app, mails: mail.kept, actor, as, anonymous }
}
