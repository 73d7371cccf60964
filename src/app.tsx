import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { jsxRenderer } from 'hono/jsx-renderer'
import { PageLayout } from '#views/layout/page.tsx'
import { ProblemPage, problemTitle } from '#views/layout/problem.tsx'
import { change } from './activity/model.ts'
import { activityRoutes, personalStreamRoutes } from './activity/routes.ts'
import { markSeen } from './activity/seen.ts'
import { allDeadlineRoutes, deadlineRoutes } from './calendar/routes.tsx'
import { bookNameRoutes } from './decisions/book/my-routes.ts'
import { isNamedInBooks } from './decisions/book/naming.ts'
import { bookRoutes } from './decisions/book/routes.tsx'
import { chainRoutes } from './decisions/chain/routes.tsx'
import { editionRoutes } from './decisions/editions/routes.tsx'
import { matterWith } from './decisions/paper-stage.ts'
import { adoptionsOf } from './decisions/register/adoptions.ts'
import { citedDecisions } from './decisions/register/quoted.ts'
import { decisionLogRoutes } from './decisions/register/routes.tsx'
import { seatConsequence } from './decisions/rounds/leaving.ts'
import { wantsRoundMails } from './decisions/rounds/notices/mail-wish.ts'
import { roundMailRoutes } from './decisions/rounds/notices/routes.tsx'
import { decisionRoutes } from './decisions/routes.tsx'
import { conversationAsOrigin } from './documents/comments/as-origin.ts'
import { leadingTo } from './documents/comments/into-tasks.ts'
import { mentionMailRoutes } from './documents/comments/mail-routes.ts'
import { wantsMentionMails } from './documents/comments/mail-wish.ts'
import type { Convert } from './documents/conversion/converted.ts'
import { endMandates } from './documents/corrections/leaving.ts'
import { editsSince } from './documents/editing/edits.ts'
import { documentSyncRoutes } from './documents/editing/routes.ts'
import type { Make } from './documents/export/outgoing.ts'
import { closePapers, heardAsGuest } from './documents/guests.ts'
import { keptRoutes } from './documents/keeping/routes.ts'
import { publishedRoutes } from './documents/publications/public-routes.tsx'
import { documentRoutes } from './documents/routes.tsx'
import { forgetVisits } from './documents/visits/forgetting.ts'
import { allianceGroupRoutes } from './groups/alliance-routes.tsx'
import { markBelonging } from './groups/belonging.ts'
import { ideaRoutes } from './groups/idea-routes.tsx'
import { enterGroup, inGroup } from './groups/in-group.ts'
import { invitationRoutes } from './groups/invitation-routes.tsx'
import { groupsOf } from './groups/membership.ts'
import { groupRoutes } from './groups/routes.tsx'
import { setUpRoutes } from './groups/set-up-routes.tsx'
import { dissolvedIn } from './handovers/ending/in-book.ts'
import { withOrigin } from './handovers/ending/origin-note.ts'
import { endingRoutes } from './handovers/ending/routes.tsx'
import { leavingAllianceRoutes } from './handovers/leaving/alliance-routes.tsx'
import { leavingRoutes } from './handovers/leaving/routes.tsx'
import { mailboxRoutes } from './identity/mailbox-routes.tsx'
import { languageRoutes, myRoutes } from './identity/my-routes.tsx'
import { onlyOnce } from './identity/only-once.ts'
import { signInRoutes } from './identity/routes.tsx'
import { requirePerson, signedIn } from './identity/signed-in.ts'
import { plannedFor } from './meetings/agenda/planned-for.ts'
import { approvedMinutesRoutes } from './meetings/minutes/alliance-routes.tsx'
import { decisionsInMinutes } from './meetings/minutes/in-register.ts'
import { allMeetingRoutes } from './meetings/planning/calendar-routes.tsx'
import { meetingRoutes } from './meetings/routes.tsx'
import { circleListRoutes } from './overview/circle/routes.tsx'
import { groupPageRoutes } from './overview/group-routes.tsx'
import { kitRoutes, publicRoutes } from './overview/public-routes.tsx'
import { overviewRoutes } from './overview/routes.tsx'
import type { Ports, Settings } from './ports.ts'
import { answerWithDecision } from './referrals/answers/deciding.ts'
import { deferUndecided } from './referrals/answers/deferring.ts'
import { fatesOf } from './referrals/fates.ts'
import { sentIn } from './referrals/in-book.ts'
import { originOf } from './referrals/origins.ts'
import { referralRoutes } from './referrals/routes.tsx'
import { sentPicture } from './referrals/sending/pictures.ts'
import { sendings } from './referrals/sending/sent-paper.ts'
import { wayOf } from './referrals/way.ts'
import { allReportRoutes, reportRoutes } from './reports/routes.tsx'
import { similarRoutes } from './similar/routes.tsx'
import { tasksFromComments } from './tasks/comments/made.ts'
import { wantsTaskMails } from './tasks/notices/mail-wish.ts'
import { taskMailRoutes } from './tasks/notices/routes.tsx'
import { releaseTasks } from './tasks/releasing.ts'
import { myTaskRoutes, taskRoutes } from './tasks/routes.tsx'
import { trailGroupRoutes } from './trail/group-routes.tsx'
import { markDecisions, markThings } from './trail/marking.ts'
import { trailRoutes } from './trail/routes.tsx'
import { assetUrls, importUrls, type Manifest } from './web/assets.ts'
import { limitBody } from './web/body-limit.ts'
import type { AppEnv } from './web/env.ts'
import { forPages, opensSocket } from './web/for-pages.ts'
import { healthRoutes } from './web/health.ts'
import { chooseLanguage } from './web/language.ts'
import { requestLog } from './web/request-log.ts'
import { sameOrigin } from './web/same-origin.ts'
import { securityHeaders } from './web/security-headers.ts'

/** Besides its ports a platform brings what the build left, and a place where strange files are read. */
export interface Provided {
  manifest: Manifest
  convert: Convert
  make: Make
}

/** What texts show and higher floors know. */
const known = { wayOf: withOrigin(wayOf), cited: citedDecisions, matterOf: matterWith(sendings), adoptionsOf }

/** What is put in order when somebody leaves a group, besides what they hand over. */
const onLeaving = [releaseTasks, closePapers, forgetVisits, endMandates, seatConsequence]

const inGroups = ({ convert, make }: Provided) =>
  inGroup
    .createApp()
    .use(enterGroup, forPages(markThings), leadingTo(tasksFromComments))
    .route('/', groupPageRoutes)
    .route('/', circleListRoutes)
    .route('/', activityRoutes({ unrecorded: editsSince }))
    .route('/', groupRoutes({ change }))
    .route('/', leavingRoutes({ consequences: onLeaving }))
    .route('/', reportRoutes)
    .route('/', ideaRoutes)
    .route('/', documentSyncRoutes)
    .route('/', documentRoutes({ ...known, sentPicture, convert, make }))
    .route('/', taskRoutes({ commentedIn: conversationAsOrigin }))
    .route(
      '/',
      decisionRoutes({
        consequences: [answerWithDecision],
        fateOf: fatesOf,
        originOf,
        sendings,
        undecided: deferUndecided,
      }),
    )
    .route('/', referralRoutes({ plannedFor }))
    .route('/', meetingRoutes())
    .route('/', similarRoutes)
    .route('/', trailGroupRoutes)
    .route('/', deadlineRoutes)

/** Everything for which one has to be somebody. */
const forPeople = (provided: Provided) =>
  signedIn
    .createApp()
    .use(requirePerson, onlyOnce, forPages(markSeen), forPages(markBelonging), forPages(markDecisions))
    .route('/', personalStreamRoutes({ unrecorded: editsSince, heardAsGuest }))
    .route('/', myRoutes({ groupsOf, wantsMentionMails, wantsRoundMails, wantsTaskMails, isNamedInBooks }))
    .route('/', mentionMailRoutes)
    .route('/', roundMailRoutes)
    .route('/', taskMailRoutes)
    .route('/', bookNameRoutes)
    .route('/', allianceGroupRoutes({ change }))
    .route('/', leavingAllianceRoutes({ consequences: onLeaving }))
    .route('/', endingRoutes({ consequences: onLeaving }))
    .route('/', allReportRoutes)
    .route('/', keptRoutes)
    .route('/', myTaskRoutes)
    .route('/', trailRoutes({ fateOf: fatesOf }))
    .route('/', decisionLogRoutes({ fateOf: fatesOf, originOf, minutesOf: decisionsInMinutes }))
    .route('/', chainRoutes)
    .route('/', editionRoutes({ ...provided, originOf }))
    .route('/', bookRoutes({ ...provided, sentIn, dissolvedIn, originOf }))
    .route('/', overviewRoutes)
    .route('/', allDeadlineRoutes)
    .route('/', allMeetingRoutes)
    .route('/', approvedMinutesRoutes)
    .route('/groups/:group', inGroups(provided))

const forEverybody = (asset: (name: string) => string) =>
  new Hono<AppEnv>()
    .route('/', publicRoutes)
    .route('/', signInRoutes)
    .route('/', setUpRoutes)
    .route('/', languageRoutes)
    .route('/', invitationRoutes({ change, arrivals: [closePapers] }))
    .route('/', publishedRoutes({ asset, adoptionsOf }))

/** What only the demo and tests show; a production server has no such address. */
const forTrying = () => new Hono<AppEnv>().route('/', mailboxRoutes).route('/', kitRoutes)

const pageLayout = (manifest: Manifest) => {
  const [asset, imports] = [assetUrls(manifest), importUrls(manifest)]
  return jsxRenderer(({ children, ...facts }, c: Context) => (
    <PageLayout
      locale={c.var.locale}
      facts={facts}
      person={c.var.person ?? null}
      isOutside={c.var.isOutside ?? false}
      seen={c.var.seen ?? 0}
      mode={c.var.settings.mode}
      asset={asset}
      imports={imports}
      marked={c.var.marked}
      around={c.error ? null : c.var.around}
    >
      {children}
    </PageLayout>
  ))
}

async function problem(error: Error, c: Context<AppEnv>) {
  const status = error instanceof HTTPException ? error.status : 500
  if (status === 500) c.var.ports.log.error('request.failed', error, { id: c.var.requestId })
  c.status(status)
  if (opensSocket(c)) return c.body(null)
  const { locale, requestId } = c.var
  const signedIn = 'person' in c.var
  return c.render(<ProblemPage {...{ locale, status, signedIn, requestId }} />, { title: problemTitle(locale, status) })
}

/** Pages travel over village lines; a stream must not wait until it is worth packing. */
const compressPages = compress({ contentTypeFilter: /^text\/html/ })

/** The whole product as one function: a platform brings its ports and gets something that answers requests. */
export function createApp(portsOf: (c: Context) => Ports, settings: Settings, provided: Provided) {
  return new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set('ports', portsOf(c))
      c.set('settings', settings)
      await next()
    })
    .use(requestLog, forPages(compressPages), forPages(securityHeaders), forPages(chooseLanguage))
    .route('/', healthRoutes)
    .use(forPages(pageLayout(provided.manifest)))
    .use(sameOrigin, limitBody)
    .route('/', forEverybody(assetUrls(provided.manifest)))
    .route('/', settings.mode === 'production' ? new Hono<AppEnv>() : forTrying())
    .route('/', forPeople(provided))
    .onError(problem)
    .notFound((c) => problem(new HTTPException(404), c))
}
