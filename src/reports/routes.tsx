import type { Context } from 'hono'
import { NewReportPage } from '#views/reports/new-page.tsx'
import { ReportPage } from '#views/reports/report-page.tsx'
import { ReportsPage } from '#views/reports/reports-page.tsx'
import { texts } from '#views/reports/texts.ts'
import { change } from '../activity/model.ts'
import { placeOf } from '../groups/actor.ts'
import { type GroupEnv, inGroup } from '../groups/in-group.ts'
import { findActor, groupsOf } from '../groups/membership.ts'
import { circleActor } from '../groups/register.ts'
import { type SignedInEnv, signedIn } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { dayOf } from '../web/days.ts'
import { form, type Refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { reportForm } from './forms.ts'
import { allReports, findReport, groupsWithoutReport } from './model.ts'
import { mayReadReports, mayReport } from './policy.ts'
import { prefilled } from './prefilled.ts'
import { giveReport, toldUntil } from './writing.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>
type Outside = Pick<SignedInEnv['Variables'], 'person' | 'ports' | 'locale'>

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].newReport, section: placeOf(actor) })

async function newPage({ actor, ports, locale }: Here, refusal?: Refused) {
  const since = await toldUntil(ports.db, actor)
  const { group } = actor
  const before = await prefilled(ports.db, group.id, since)
  return <NewReportPage locale={locale} group={group} since={since} before={before} refused={refusal ?? null} />
}

const refuseHere = async (c: Context, here: Here, input: Refused) => refuse(c, await newPage(here, input), facts(here))

/** A group reports to the circle. */
export const reportRoutes = inGroup
  .createApp()
  .get('/reports/new', async (c) => {
    authorize(mayReport(c.var.actor))
    return c.render(await newPage(c.var), facts(c.var))
  })
  .post('/reports', form(reportForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayReport(actor))
    if (!input.ok) return refuseHere(c, c.var, input)
    const { achieved = '', stuck = '', needed = '' } = input.value
    const lines = { achieved, stuck, needed }
    const report = await change(ports, (tx, record) => giveReport(tx, record, actor, lines))
    return answer(c, paths.report(report))
  })

const reader = async ({ ports, person }: Outside) => authorize(mayReadReports(await groupsOf(ports.db, person.id)))

/** Groups of one's own from which a report could come now. */
async function reporting({ ports, person }: Outside) {
  const mine = await groupsOf(ports.db, person.id)
  const actors = await Promise.all(mine.map(({ slug }) => findActor(ports.db, person, slug)))
  return actors.flatMap((actor) => (actor && mayReport(actor) ? [actor.group] : []))
}

/** What the groups have told the circle, for everybody in the alliance. */
export const allReportRoutes = signedIn
  .createApp()
  .get('/reports', async (c) => {
    const { ports, locale } = c.var
    await reader(c.var)
    const title = texts[locale.lang].reports
    return c.render(
      <ReportsPage
        locale={locale}
        reports={await allReports(ports.db)}
        missing={await groupsWithoutReport(ports.db, dayOf(locale.now))}
        mine={await reporting(c.var)}
      />,
      { title, section: 'circle' },
    )
  })
  .get(`/reports/:id{${uuid}}`, async (c) => {
    const { ports, locale, person } = c.var
    await reader(c.var)
    const report = found(await findReport(ports.db, c.req.param('id')))
    const isInside = (await circleActor(ports.db, person)) !== null
    return c.render(<ReportPage locale={locale} report={report} />, {
      title: texts[locale.lang].reportOf({ group: report.group.name }),
      section: isInside ? 'circle' : 'groups',
    })
  })
