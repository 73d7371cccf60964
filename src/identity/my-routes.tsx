import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { createFactory } from 'hono/factory'
import { z } from 'zod'
import { type GroupOfMine, MePage } from '#views/identity/me-page.tsx'
import { texts } from '#views/identity/texts.ts'
import type { Database } from '../db/database.ts'
import { paths } from '../paths.ts'
import type { Settings } from '../ports.ts'
import { answer, refuse } from '../web/answer.ts'
import type { AppEnv } from '../web/env.ts'
import { form, line, type Refused, refused } from '../web/form.ts'
import { found } from '../web/gate.ts'
import { languageCookie } from '../web/language.ts'
import { ownPath } from '../web/own-path.ts'
import { whoAsks } from './entering.ts'
import { isNameTaken, rename, speak } from './people.ts'
import { endOtherSessions, endSession, isSecure, sessionsOf } from './sessions.ts'
import { type SignedInEnv, signedIn } from './signed-in.ts'

/** Known one floor above, handed in by the app. */
interface Higher {
  groupsOf: (db: Database, personId: string) => Promise<GroupOfMine[]>
  wantsMentionMails: (db: Database, personId: string) => Promise<boolean>
  wantsRoundMails: (db: Database, personId: string) => Promise<boolean>
  wantsTaskMails: (db: Database, personId: string) => Promise<boolean>
  isNamedInBooks: (db: Database, personId: string) => Promise<boolean>
}

const newName = z.object({ name: line(100) })

const choice = z.object({ lang: z.enum(['de', 'en']) })

const aYear = 365 * 24 * 60 * 60

/** The page from which a form of ours came, or the start page. */
function cameFrom(c: Context, { origins }: Settings): string {
  const referer = c.req.header('Referer') ?? ''
  if (!URL.canParse(referer)) return paths.start()
  const { origin, pathname, search } = new URL(referer)
  return origins.includes(origin) ? ownPath(pathname + search) : paths.start()
}

/** German or English: remembered in this browser and, when signed in, with the person. */
export const languageRoutes = createFactory<AppEnv>()
  .createApp()
  .post('/language', form(choice), async (c) => {
    const { ports, settings, form: input } = c.var
    if (!input.ok) return answer(c, cameFrom(c, settings))
    const { lang } = input.value
    const known = await whoAsks(c, c.var)
    if (known) await speak(ports.db, known.person.id, lang)
    setCookie(c, languageCookie, lang, {
      path: '/',
      maxAge: aYear,
      sameSite: 'Lax',
      httpOnly: true,
      secure: isSecure(settings),
    })
    return answer(c, cameFrom(c, settings))
  })

type Here = Pick<SignedInEnv['Variables'], 'ports' | 'person' | 'sessionId' | 'locale'>

async function myPage({ ports, person, sessionId, locale }: Here, higher: Higher, refused?: Refused) {
  return (
    <MePage
      locale={locale}
      person={person}
      groups={await higher.groupsOf(ports.db, person.id)}
      wantsMentionMails={await higher.wantsMentionMails(ports.db, person.id)}
      wantsRoundMails={await higher.wantsRoundMails(ports.db, person.id)}
      wantsTaskMails={await higher.wantsTaskMails(ports.db, person.id)}
      isNamedInBooks={await higher.isNamedInBooks(ports.db, person.id)}
      sessions={await sessionsOf(ports.db, person.id)}
      current={sessionId}
      refused={refused}
    />
  )
}

const facts = ({ locale }: Here) => ({ title: texts[locale.lang].me, section: 'me' }) as const

/** What concerns only myself. */
export const myRoutes = (higher: Higher) =>
  signedIn
    .createApp()
    .get('/me', async (c) => c.render(await myPage(c.var, higher), facts(c.var)))
    .post('/me/name', form(newName), async (c) => {
      const { ports, person, form: input } = c.var
      const refuseName = async (wrong: Refused) => refuse(c, await myPage(c.var, higher, wrong), facts(c.var))
      if (!input.ok) return refuseName(input)
      const isTaken = await isNameTaken(ports.db, input.value.name, person.email)
      if (isTaken) return refuseName(refused(input.value, 'name', 'taken'))
      await rename(ports.db, person.id, input.value.name)
      return answer(c, paths.me())
    })
    .post('/me/sessions/end', async (c) => {
      const { ports, person, sessionId } = c.var
      for (const ended of await endOtherSessions(ports.db, person.id, sessionId)) {
        await ports.bus.revoke({ personId: person.id, sessionId: ended, final: true })
      }
      return answer(c, paths.me())
    })
    .post('/me/sessions/:id{[0-9a-f]{64}}/end', async (c) => {
      const { ports, person } = c.var
      const mine = await sessionsOf(ports.db, person.id)
      const session = found(mine.find(({ id }) => id === c.req.param('id')))
      await endSession(ports.db, session.id)
      await ports.bus.revoke({ personId: person.id, sessionId: session.id, final: true })
      return answer(c, paths.me())
    })
