import type { Context } from 'hono'
import { IdeasIndexPage } from '#views/trail/ideas-index-page.tsx'
import { texts } from '#views/trail/texts.ts'
import { TrailPage } from '#views/trail/trail-page.tsx'
import type { FateOf } from '../decisions/register/fate.ts'
import type { Belonging } from '../groups/belonging.ts'
import { replacedIdeas } from '../groups/ideas.ts'
import { groupsOf } from '../groups/membership.ts'
import { type SignedInEnv, signedIn } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { cleanText } from '../web/clean.ts'
import { authorize, found } from '../web/gate.ts'
import { besideOf } from './beside.ts'
import { toCheck } from './checking.ts'
import type { Marking } from './marking.ts'
import { insideOf, mayReadTrails } from './policy.ts'
import { ideaByCode, ideasInBrief, isTopic, topicsInBrief } from './subjects.ts'
import { type Subject, strandsOf } from './trail.ts'

type Here = Context<SignedInEnv & { Variables: Partial<Marking> & Partial<Belonging> }>

/** So many decisions at once, and so many more with each step back. */
const atOnce = 20
const most = 200

const shownIn = (c: Here) => Math.min(most, Math.max(atOnce, Math.trunc(Number(c.req.query('shown'))) || atOnce))

async function insideFor({ var: { ports, person } }: Here): Promise<string[]> {
  const mine = await groupsOf(ports.db, person.id)
  authorize(mayReadTrails(mine))
  return insideOf(mine)
}

/** What a trail shows to this reader; one more than is shown tells whether there are older ones. */
async function trailFor(c: Here, subject: Subject, inside: string[], fateOf: FateOf) {
  const { db } = c.var.ports
  const limit = shownIn(c)
  const [found, beside] = await Promise.all([
    strandsOf(db, subject, { inside, fateOf, limit: limit + 1 }),
    besideOf(db, subject, inside),
  ])
  const strands = found.slice(0, limit)
  const decisionIds = strands.map(({ id }) => id)
  const waiting = await toCheck(db, inside, { groupIds: inside, decisionIds })
  c.set('marked', new Set(waiting.map(({ thing, thingId }) => `${thing} ${thingId}`)))
  const here = new Set([...decisionIds, ...strands.flatMap(({ tasks }) => tasks.own.map(({ id }) => id))])
  const toCheckHere = waiting.filter(({ thingId }) => here.has(thingId)).length
  return { strands, beside, toCheck: toCheckHere, more: found.length > limit ? Math.min(most, limit * 2) : null }
}

/** What the alliance stands for and talks about, and what has come of it (`DOMAIN.md 5.5`). */
export const trailRoutes = ({ fateOf }: { fateOf: FateOf }) =>
  signedIn
    .createApp()
    .get('/ideas', async (c) => {
      const { ports, locale } = c.var
      const inside = await insideFor(c)
      const [ideas, topics] = await Promise.all([ideasInBrief(ports.db), topicsInBrief(ports.db, inside)])
      const title = texts[locale.lang].title
      return c.render(<IdeasIndexPage {...{ ideas, topics, locale }} />, { title, section: 'decisions' })
    })
    .get('/ideas/:code{[A-Z]{1,3}[0-9]{1,2}}', async (c) => {
      const { ports, locale } = c.var
      const inside = await insideFor(c)
      const idea = found(await ideaByCode(ports.db, c.req.param('code')))
      const { more, ...trail } = await trailFor(c, { ideaId: idea.id, code: idea.code }, inside, fateOf)
      const replacedBy = (await replacedIdeas(ports.db)).get(idea.code) ?? null
      const older = more && paths.ideaTrail(idea.code, more)
      return c.render(<TrailPage {...{ ...trail, replacedBy, locale }} subject={idea} more={older || null} />, {
        title: texts[locale.lang].idea(idea),
        section: 'decisions',
      })
    })
    .get('/topics/:topic', async (c) => {
      const { ports, locale } = c.var
      const inside = await insideFor(c)
      const topic = cleanText(c.req.param('topic'))
      found((await isTopic(ports.db, inside, topic)) || null)
      const { more, ...trail } = await trailFor(c, { topic }, inside, fateOf)
      const older = more && paths.topicTrail(topic, more)
      return c.render(<TrailPage {...{ ...trail, locale }} subject={{ topic }} more={older || null} />, {
        title: texts[locale.lang].topic({ topic }),
        section: 'decisions',
      })
    })
