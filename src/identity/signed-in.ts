import type { Context } from 'hono'
import { createFactory } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { paths } from '../paths.ts'
import type { AppEnv } from '../web/env.ts'
import type { Person } from './schema.ts'
import { personBehind } from './sessions.ts'

export type SignedInEnv = AppEnv & { Variables: { person: Person; sessionId: string } }

export const signedIn = createFactory<SignedInEnv>()

const wantsPage = (c: Context) =>
  ['GET', 'HEAD'].includes(c.req.method) &&
  !c.req.header('Upgrade') &&
  /text\/html|\*\/\*/.test(c.req.header('Accept') ?? '*/*')

/** From here on every handler knows who is asking. A page leads to the sign-in and comes back afterwards. */
export const requirePerson = signedIn.createMiddleware(async (c, next) => {
  const { ports, settings } = c.var
  const known = await personBehind(ports.db, settings, c.req.header('Cookie'))
  if (!known) {
    if (!wantsPage(c)) throw new HTTPException(401)
    const wanted = new URL(c.req.url)
    return c.redirect(paths.signIn(wanted.pathname + wanted.search), 303)
  }
  c.set('person', known.person)
  c.set('sessionId', known.sessionId)
  if (known.person.lang) c.set('locale', { ...c.var.locale, lang: known.person.lang })
  if (known.renewed) c.header('Set-Cookie', known.renewed, { append: true })
  await next()
})
