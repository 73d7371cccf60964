import { type Context, Hono } from 'hono'
import { jsxRenderer } from 'hono/jsx-renderer'
import { activityRoutes, personalStreamRoutes } from './activity/routes.ts'
import { enterGroup, inGroup } from './groups/in-group.ts'
import { requirePerson, signedIn } from './identity/signed-in.ts'
import type { Ports, Settings } from './ports.ts'
import { limitBody } from './web/body-limit.ts'
import type { AppEnv } from './web/env.ts'
import { chooseLanguage } from './web/language.ts'
import { sameOrigin } from './web/same-origin.ts'
import { securityHeaders } from './web/security-headers.ts'

const inGroups = () => inGroup.createApp().use(requirePerson, enterGroup).route('/', activityRoutes)

const forPeople = () => signedIn.createApp().use(requirePerson).route('/', personalStreamRoutes)

/** The whole product as one function: a platform brings its ports and gets something that answers requests. */
export function createApp(portsOf: (c: Context) => Ports, settings: Settings) {
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('ports', portsOf(c))
      c.set('settings', settings)
      await next()
    })
    .use(securityHeaders, chooseLanguage)
    .use(jsxRenderer(({ children }) => <html lang="de">{children}</html>))
    .use(sameOrigin, limitBody)
    .route('/groups/:group', inGroups())
    .route('/', forPeople())
}
