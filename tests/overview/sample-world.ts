import { eq } from 'drizzle-orm'
import { type GroupKey, mailOf, type PersonKey } from '#src/dev/cast.ts'
import { groups } from '#src/groups/schema.ts'
import { people } from '#src/identity/schema.ts'
import { startSession } from '#src/identity/sessions.ts'
import { browse } from '../support/browse.ts'
import { world } from '../support/world.ts'

const only = <T>(rows: T[]): T => {
  const [row] = rows
  if (!row) throw new Error('The sample does not know it')
  return row
}

/** The whole sample alliance as it stands this week, and its people in their browsers. */
export async function sampleWorld(wishes: Parameters<typeof world>[0] = {}) {
  const { db, ports, settings, app } = await world({ ...wishes, sample: true })
  const fetch = (request: Request) => app.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
  const person = async (key: PersonKey) =>
    only(
      await db
        .select()
        .from(people)
        .where(eq(people.email, mailOf(key))),
    )
  const group = async (key: GroupKey) => only(await db.select().from(groups).where(eq(groups.slug, key)))
  const as = async (key: PersonKey) => {
    const { cookie } = await startSession(db, settings, (await person(key)).id, 'Test')
    return browse(fetch, settings.publicUrl, cookie.split(';')[0])
  }
  /** The words of a page, without its frame. */
  const read = async (key: PersonKey, path: string, headers?: Record<string, string>) => {
    const response = await (await as(key))(path, { headers })
    return { status: response.status, ...wordsOf(await response.text()) }
  }
  const anonymous = browse(fetch, settings.publicUrl)
  return { db, ports, app, person, group, as, anonymous, read }
}

function wordsOf(html: string) {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const text = main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return {
    html: main,
    text: text
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/g, ' ')
      .replace(/ ([.,;:!?“])/g, '$1'),
  }
}
