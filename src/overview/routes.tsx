import { Hono } from 'hono'
import { OutsideCirclePage } from '#views/overview/outside-circle-page.tsx'
import { StartPage } from '#views/overview/start-page.tsx'
import { texts } from '#views/overview/texts.ts'
import { shownDeadline } from '../calendar/showing.ts'
import type { Belonging } from '../groups/belonging.ts'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { answer } from '../web/answer.ts'
import { dayOf } from '../web/days.ts'
import { authorize, found } from '../web/gate.ts'
import { actorsOf } from './belonging.ts'
import { around, myGroups, underWay } from './mine.ts'
import { dayPartOf, startOfDayAgo } from './moment.ts'
import { newsSince } from './news.ts'
import { outsideView } from './outside.ts'
import { mayReadCircle } from './policy.ts'
import { waitingFor } from './waiting.ts'

type Here = Pick<SignedInEnv['Variables'], 'person' | 'ports' | 'locale'>

const dutiesShown = 7
const mattersShown = 3
const newsShown = 8
const newsDays = 3

async function startPage({ person, ports: { db }, locale }: Here) {
  const { now } = locale
  const actors = await actorsOf(db, person, now)
  const since = startOfDayAgo(now, newsDays)
  const known = await around(db, actors)
  const [duties, groups, news] = await Promise.all([
    waitingFor(db, person, actors, known),
    myGroups(db, actors, person.id, known),
    newsSince(db, actors, person.id, since, newsShown),
  ])
  return (
    <StartPage
      name={person.name.split(' ')[0] ?? person.name}
      dayPart={dayPartOf(now)}
      duties={duties.slice(0, dutiesShown)}
      more={Math.max(0, duties.length - dutiesShown)}
      groups={groups}
      underWay={underWay(known.matters, actors).slice(0, mattersShown)}
      news={news}
      newsSince={since}
      locale={locale}
    />
  )
}

/** What waits for me, what moves in my groups, and the way to the circle. */
export const overviewRoutes = new Hono<SignedInEnv & { Variables: Pick<Belonging, 'mine'> }>()
  .get('/', async (c) => {
    const facts = { title: texts[c.var.locale.lang].title, section: 'start' } as const
    return c.render(await startPage(c.var), facts)
  })
  .get('/circle', async (c) => {
    const { person, ports, locale } = c.var
    const actors = await actorsOf(ports.db, person, locale.now)
    authorize(mayReadCircle(actors))
    const inCircle = actors.find(({ group }) => group.kind === 'circle')
    if (inCircle) return answer(c, paths.group(inCircle.group))
    const view = found(await outsideView(ports.db, actors, locale.now))
    const deadlines = view.deadlines.map(shownDeadline(c.var.mine, dayOf(locale.now)))
    return c.render(<OutsideCirclePage {...{ view, deadlines, locale }} />, {
      title: view.circle.name,
      section: 'circle',
    })
  })
