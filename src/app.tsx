import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { jsxRenderer } from 'hono/jsx-renderer'
import { PageLayout } from '#views/layout/page.tsx'
import { ProblemPage, problemTitle } from '#views/layout/problem.tsx'
import { change } from './activity/model.ts'
import { activityRoutes, personalStreamRoutes } from './activity/routes.ts'
import { markSeen } from './activity/seen.ts'
import { seatConsequence } from './decisions/leaving.ts'
import { documentSyncRoutes } from './documents/sync-routes.ts'
import { allianceGroupRoutes } from './groups/alliance-routes.tsx'
import { enterGroup, inGroup } from './groups/in-group.ts'
import { invitationRoutes } from './groups/invitation-routes.tsx'
import { groupsOf } from './groups/membership.ts'
import { groupRoutes } from './groups/routes.tsx'
import { setUpRoutes } from './groups/set-up-routes.tsx'
import { mailboxRoutes } from './identity/mailbox-routes.tsx'
import { languageRoutes, myRoutes } from './identity/my-routes.tsx'
import { signInRoutes } from './identity/routes.tsx'
import { requirePerson, signedIn } from './identity/signed-in.ts'
import type { Ports, Settings } from './ports.ts'
import { releaseTasks } from './tasks/releasing.ts'
import { myTaskRoutes, taskRoutes } from './tasks/routes.tsx'
import { assetUrls, type Manifest } from './web/assets.ts'
import { limitBody } from './web/body-limit.ts'
import type { AppEnv } from './web/env.ts'
import { healthRoutes } from './web/health.ts'
import { chooseLanguage } from './web/language.ts'
import { requestLog } from './web/request-log.ts'
import { sameOrigin } from './web/same-origin.ts'
import { securityHeaders } from './web/security-headers.ts'

const inGroups = () =>
  inGroup
    .createApp()
    .use(requirePerson, enterGroup, markSeen)
    .route('/', activityRoutes)
    .route('/', groupRoutes({ change, consequences: [releaseTasks, seatConsequence] }))
    .route('/', documentSyncRoutes)
    .route('/', taskRoutes)

const forPeople = () =>
  signedIn
    .createApp()
    .use(requirePerson, markSeen)
    .route('/', personalStreamRoutes)
    .route('/', myRoutes({ groupsOf }))
    .route('/', allianceGroupRoutes({ change }))
    .route('/', myTaskRoutes)

const forEverybody = () =>
  new Hono<AppEnv>()
    .route('/', signInRoutes)
    .route('/', setUpRoutes)
    .route('/', languageRoutes)
    .route('/', invitationRoutes({ change }))

/** What only the demo and tests show; a production server has no such address. */
const forTrying = () => new Hono<AppEnv>().route('/', mailboxRoutes)

const pageLayout = (manifest: Manifest) => {
  const asset = assetUrls(manifest)
  return jsxRenderer(({ children, ...facts }, c: Context) => (
    <PageLayout
      locale={c.var.locale}
      facts={facts}
      person={c.var.person ?? null}
      seen={c.var.seen ?? 0}
      mode={c.var.settings.mode}
      asset={asset}
    >
      {children}
    </PageLayout>
  ))
}

async function problem(error: Error, c: Context<AppEnv>) {
  const status = error instanceof HTTPException ? error.status : 500
  if (status === 500) c.var.ports.log.error('request.failed', error, { id: c.var.requestId })
  c.status(status)
  const { locale, requestId } = c.var
  const signedIn = 'person' in c.var
  return c.render(<ProblemPage {...{ locale, status, signedIn, requestId }} />, { title: problemTitle(locale, status) })
}

/** The whole product as one function: a platform brings its ports and gets something that answers requests. */
export function createApp(portsOf: (c: Context) => Ports, settings: Settings, manifest: Manifest) {
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('ports', portsOf(c))
      c.set('settings', settings)
      await next()
    })
    .use(requestLog, securityHeaders, chooseLanguage)
    .route('/', healthRoutes)
    .use(pageLayout(manifest))
    .use(sameOrigin, limitBody)
    .route('/', forEverybody())
    .route('/', settings.mode === 'production' ? new Hono<AppEnv>() : forTrying())
    .route('/', forPeople())
    .route('/groups/:group', inGroups())
    .onError(problem)
    .notFound((c) => problem(new HTTPException(404), c))
}
