import { Hono } from 'hono'
import { CirclePage } from '#views/overview/circle-page.tsx'
import { GroupPage } from '#views/overview/group-page.tsx'
import { GuestPage } from '#views/overview/guest-page.tsx'
import { deadlinesAhead } from '../calendar/deadlines.ts'
import { shownDeadline } from '../calendar/showing.ts'
import { has } from '../groups/actor.ts'
import type { Belonging } from '../groups/belonging.ts'
import type { GroupEnv } from '../groups/in-group.ts'
import { taskAbilities } from '../tasks/policy.ts'
import { addDays, dayOf } from '../web/days.ts'
import { openObjections } from './circle/open-objections.ts'
import { circleView, daysAhead } from './circle/view.ts'
import { type GroupSpace, groupSpace } from './group-space.ts'
import { beginnings, mayReadOverview } from './policy.ts'
import { textsFor } from './texts.ts'

/** Whoever mounts it has read how far things had come before the page asks anything. */
type SeenEnv = GroupEnv & { Variables: { seen: number } & Pick<Belonging, 'mine'> }

type Here = Pick<SeenEnv['Variables'], 'actor' | 'ports' | 'locale' | 'seen' | 'mine'>

const papersShown = 50

/** What both the circle and a working group show on their first page. */
async function shared({ actor, ports: { db }, locale, seen }: Here) {
  const { group } = actor
  const space = await groupSpace(db, actor, locale.now)
  const tasks = space.tasks.map((task) => ({ task, group, may: taskAbilities(actor, task, locale.now) }))
  return { group, me: actor.person.id, space, tasks, may: beginnings(actor), seen, locale }
}

async function guestPage({ actor, ports, locale }: Here) {
  return <GuestPage group={actor.group} papers={await textsFor(ports.db, actor, papersShown)} locale={locale} />
}

/** What the circle is deciding on: its own rounds, and what it has made of referrals. */
const proposalsIn = ({ deciding, inbox }: GroupSpace): string[] => [
  ...deciding.rounds.map(({ round }) => round.proposalId),
  ...inbox.flatMap(({ takenUp }) => takenUp?.proposalId ?? []),
]

async function circlePage(here: Here) {
  const { actor, ports, locale, mine } = here
  const [common, view] = await Promise.all([shared(here), circleView(ports.db, actor.group, locale.now)])
  return (
    <CirclePage
      {...common}
      view={view}
      deadlines={view.deadlines.map(shownDeadline(mine, dayOf(locale.now)))}
      objections={await openObjections(ports.db, proposalsIn(common.space))}
      mine={mine.map(({ id }) => id)}
    />
  )
}

async function groupPage(here: Here) {
  const { actor, ports, locale, mine } = here
  const myPart = has(actor, 'lead') ? 'lead' : has(actor, 'delegate') ? 'delegate' : 'member'
  const today = dayOf(locale.now)
  const until = addDays(today, daysAhead.deadlines)
  const [common, deadlines] = await Promise.all([
    shared(here),
    deadlinesAhead(ports.db, { until, groupId: actor.group.id }),
  ])
  return <GroupPage {...common} deadlines={deadlines.map(shownDeadline(mine, today))} myPart={myPart} />
}

const pageFor = (here: Here) => {
  const { actor } = here
  if (!mayReadOverview(actor)) return guestPage(here)
  return actor.group.kind === 'circle' ? circlePage(here) : groupPage(here)
}

/** The first page of a group; that of the circle shows what waits for whom. */
export const groupPageRoutes = new Hono<SeenEnv>().get('/', async (c) => {
  const { group } = c.var.actor
  const section = group.kind === 'circle' ? 'circle' : 'groups'
  return c.render(await pageFor(c.var), { title: group.name, section })
})
