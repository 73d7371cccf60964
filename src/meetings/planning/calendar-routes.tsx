import { and, gt, not } from 'drizzle-orm'
import { Hono } from 'hono'
import { AllMeetingsPage } from '#views/meetings/meetings-page.tsx'
import { texts } from '#views/meetings/texts.ts'
import type { Belonging } from '../../groups/belonging.ts'
import type { SignedInEnv } from '../../identity/signed-in.ts'
import { authorize } from '../../web/gate.ts'
import { meetingEntries } from '../model.ts'
import { mayReadAllMeetings } from '../policy.ts'
import { meetings } from '../schema.ts'
import { isOverIn } from '../standing.ts'

type Env = SignedInEnv & { Variables: Pick<Belonging, 'mine'> }

/** When the groups of the alliance meet, for everybody who is a member of one (`DOMAIN.md 5.5`). */
export const allMeetingRoutes = new Hono<Env>().get('/meetings', async (c) => {
  const { mine, ports, locale } = c.var
  authorize(mayReadAllMeetings(mine))
  const coming = await meetingEntries(ports.db, and(gt(meetings.endsAt, locale.now), not(isOverIn)), { limit: 200 })
  const own = mine.filter(({ standing }) => standing === 'member').map(({ id }) => id)
  return c.render(<AllMeetingsPage coming={coming} mine={own} locale={locale} />, {
    title: texts[locale.lang].all,
    section: 'circle',
  })
})
