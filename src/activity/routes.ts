import { z } from 'zod'
import { inGroup } from '../groups/in-group.ts'
import { groupsOf } from '../groups/membership.ts'
import { signedIn } from '../identity/signed-in.ts'
import { form } from '../web/form.ts'
import { authorize } from '../web/gate.ts'
import { latestSeq } from './model.ts'
import { mayListen } from './policy.ts'
import { streamSignals, type Unrecorded } from './stream.ts'
import { markVisit } from './visits.ts'

export interface StreamRoutes {
  unrecorded: Unrecorded
}

/** Pages that put several groups together listen to all groups of the person. */
export const personalStreamRoutes = ({ unrecorded }: StreamRoutes) =>
  signedIn.createApp().get('/stream', async (c) => {
    const mine = await groupsOf(c.var.ports.db, c.var.person.id)
    const heard = mine.filter(({ standing }) => standing === 'member').map(({ id }) => id)
    return streamSignals(c, c.var, heard, unrecorded)
  })

const visit = z.object({ seen: z.coerce.number().int().min(0) })

export const activityRoutes = ({ unrecorded }: StreamRoutes) =>
  inGroup
    .createApp()
    .get('/stream', (c) => {
      authorize(mayListen(c.var.actor))
      return streamSignals(c, c.var, [c.var.actor.group.id], unrecorded)
    })
    .post('/visit', form(visit), async (c) => {
      const { actor, ports } = c.var
      const seen = c.var.form.ok ? c.var.form.value.seen : 0
      await markVisit(ports.db, actor.person.id, actor.group.id, Math.min(seen, await latestSeq(ports.db)))
      return c.body(null, 204)
    })
