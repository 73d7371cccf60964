import { Hono } from 'hono'
import { ExceptionsPage } from '#views/overview/exceptions-block.tsx'
import { MandatesPage, ReportsPage } from '#views/overview/health-pages.tsx'
import { LinksPage } from '#views/overview/links-page.tsx'
import { texts } from '#views/overview/lists-texts.ts'
import { ReturnedPage } from '#views/overview/returned-page.tsx'
import { ReviewsPage } from '#views/overview/reviews-block.tsx'
import { UnfinishedPage } from '#views/overview/unfinished-page.tsx'
import { WaysPage } from '#views/overview/ways-page.tsx'
import { placeOf } from '../../groups/actor.ts'
import type { Belonging } from '../../groups/belonging.ts'
import type { GroupEnv } from '../../groups/in-group.ts'
import { linksOf } from '../../groups/links.ts'
import { allGroups } from '../../groups/register.ts'
import { plannedFor } from '../../meetings/agenda/planned-for.ts'
import { returnedBy } from '../../referrals/model.ts'
import { groupsWithoutReport } from '../../reports/model.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { authorize, found } from '../../web/gate.ts'
import { pageIn, sliceIn, sliceOf, spanOf } from '../../web/slices.ts'
import { mayLookAfterCircle, mayReadOverview } from '../policy.ts'
import { exceptionsOf } from './exceptions.ts'
import { mandateCases } from './health.ts'
import { reviewsDue } from './reviews.ts'
import { type UnfinishedFilter, unfinishedDecisions } from './unfinished.ts'
import { daysAhead } from './view.ts'
import { waysOf } from './ways.ts'

type ListEnv = GroupEnv & { Variables: Pick<Belonging, 'mine'> }
type Here = Pick<ListEnv['Variables'], 'actor' | 'ports' | 'locale'>

/** To a working group these pages are not there. */
function inCircle({ actor }: Here): void {
  found(actor.group.kind === 'circle' ? actor : null)
  authorize(mayLookAfterCircle(actor))
}

type Title = Extract<keyof (typeof texts)['de'], `${string}Title`>

const facts = ({ actor, locale }: Here, title: Title) => ({
  title: texts[locale.lang][title],
  section: placeOf(actor),
})

const whys = ['late', 'without'] as const

async function unfinishedPage({ actor, ports: { db }, locale }: Here, asked: Record<string, string | undefined>) {
  const groups = (await allGroups(db, locale.now)).map(({ group }) => group)
  const from = groups.find(({ slug }) => slug === asked.from)
  const filter: UnfinishedFilter = { why: whys.find((why) => why === asked.why), groupId: from?.id }
  const page = pageIn(asked.page)
  const { entries } = await unfinishedDecisions(db, dayOf(locale.now), filter, spanOf(page))
  const chosen = { why: filter.why, from: from?.slug }
  return <UnfinishedPage circle={actor.group} list={sliceOf(entries, page)} {...{ chosen, groups, locale }} />
}

/** The lists behind the numbers of the circle's first page, and the two pictures (`DOMAIN.md 5.1`). */
export const circleListRoutes = new Hono<ListEnv>()
  .get('/unfinished', async (c) => {
    inCircle(c.var)
    return c.render(await unfinishedPage(c.var, c.req.query()), facts(c.var, 'unfinishedTitle'))
  })
  .get('/reviews', async (c) => {
    const { actor, ports, locale } = c.var
    inCircle(c.var)
    const page = pageIn(c.req.query('page'))
    const until = addDays(dayOf(locale.now), daysAhead.reviews)
    const list = sliceOf(await reviewsDue(ports.db, until, spanOf(page)), page)
    return c.render(<ReviewsPage circle={actor.group} {...{ list, locale }} />, facts(c.var, 'reviewsTitle'))
  })
  .get('/returned', async (c) => {
    const { actor, ports, locale } = c.var
    inCircle(c.var)
    const list = sliceIn(await returnedBy(ports.db, actor.group.id), pageIn(c.req.query('page')))
    return c.render(<ReturnedPage circle={actor.group} {...{ list, locale }} />, facts(c.var, 'returnedTitle'))
  })
  .get('/exceptions', async (c) => {
    const { actor, ports, locale } = c.var
    inCircle(c.var)
    const exceptions = await exceptionsOf(ports.db, actor.group.id, locale.now)
    return c.render(
      <ExceptionsPage circle={actor.group} {...{ exceptions, locale }} />,
      facts(c.var, 'exceptionsTitle'),
    )
  })
  .get('/health/mandates', async (c) => {
    const { actor, ports, locale, mine } = c.var
    inCircle(c.var)
    const groups = (await allGroups(ports.db, locale.now)).filter(
      ({ group }) => group.kind === 'working_group' && group.state !== 'dissolved',
    )
    const cases = mandateCases(groups, dayOf(locale.now))
    const mineIds = mine.map(({ id }) => id)
    return c.render(
      <MandatesPage circle={actor.group} mine={mineIds} {...{ cases, locale }} />,
      facts(c.var, 'mandatesTitle'),
    )
  })
  .get('/health/reports', async (c) => {
    const { actor, ports, locale } = c.var
    inCircle(c.var)
    const missing = await groupsWithoutReport(ports.db, dayOf(locale.now))
    return c.render(<ReportsPage circle={actor.group} {...{ missing, locale }} />, facts(c.var, 'reportsTitle'))
  })
  .get('/health/links', async (c) => {
    const { actor, ports, locale } = c.var
    inCircle(c.var)
    const links = await linksOf(ports.db, locale.now)
    return c.render(<LinksPage circle={actor.group} {...{ links, locale }} />, facts(c.var, 'linksTitle'))
  })
  .get('/ways', async (c) => {
    const { actor, ports, locale } = c.var
    authorize(mayReadOverview(actor))
    const ways = await waysOf(ports.db, actor.group, { now: locale.now, plannedFor })
    return c.render(<WaysPage group={actor.group} {...{ ways, locale }} />, facts(c.var, 'waysTitle'))
  })
