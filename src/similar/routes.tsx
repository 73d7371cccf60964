import { SimilarPage } from '#views/similar/similar-page.tsx'
import { texts } from '#views/similar/texts.ts'
import { placeOf } from '../groups/actor.ts'
import { inGroup } from '../groups/in-group.ts'
import { groupsOf } from '../groups/membership.ts'
import { cleanText } from '../web/clean.ts'
import { authorize } from '../web/gate.ts'
import { similarTo } from './model.ts'
import { mayLookForSimilar, openTo } from './policy.ts'
import { mayLookUp, retryAfter } from './throttle.ts'

const longest = 200

const typedIn = (title: string | undefined) =>
  cleanText(title ?? '')
    .slice(0, longest)
    .trim()

/** What others are at already, while somebody types a title, or on a page of its own. */
export const similarRoutes = inGroup.createApp().get('/similar', async (c) => {
  const { actor, person, ports, locale } = c.var
  authorize(mayLookForSimilar(actor))
  const typed = typedIn(c.req.query('title'))
  const facts = { title: texts[locale.lang].title, section: placeOf(actor) }
  if (typed !== '' && !(await mayLookUp(ports.db, person.id))) {
    c.status(429)
    c.header('Retry-After', String(retryAfter))
    return c.render(<SimilarPage group={actor.group} typed={typed} similar={null} locale={locale} />, facts)
  }
  const similar = await similarTo(ports.db, typed, openTo(await groupsOf(ports.db, person.id)))
  return c.render(<SimilarPage group={actor.group} typed={typed} similar={similar} locale={locale} />, facts)
})
