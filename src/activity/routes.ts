import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { inGroup } from '../groups/in-group.ts'
import { groupsOf } from '../groups/membership.ts'
import { signedIn } from '../identity/signed-in.ts'
import type { Signal } from '../ports.ts'
import { form } from '../web/form.ts'
import { authorize } from '../web/gate.ts'
import { latestSeq } from './model.ts'
import { mayListen } from './policy.ts'
import { streamSignals, type Unrecorded } from './stream.ts'
import { markVisit } from './visits.ts'

export interface StreamRoutes {
  unrecorded: Unrecorded
}

/** What a guest may hear of: in which groups, and which signals there. */
export interface HeardAsGuest {
  groupIds: string[]
  names: ReadonlySet<string>
}

interface PersonalStream extends StreamRoutes {
  heardAsGuest: (db: Database, personId: string) => Promise<HeardAsGuest>
}

/** Pages listen to all groups of the person; where somebody is a guest, to the things they were invited to. */
export const personalStreamRoutes = ({ unrecorded, heardAsGuest }: PersonalStream) =>
  signedIn.createApp().get('/stream', async (c) => {
    const { ports, person } = c.var
    const mine = await groupsOf(ports.db, person.id)
    const own = mine.filter(({ standing }) => standing === 'member').map(({ id }) => id)
    const guest = await heardAsGuest(ports.db, person.id)
    const lets = ({ groupId, name }: Signal) => own.includes(groupId) || guest.names.has(name)
    return streamSignals(c, c.var, { groupIds: [...own, ...guest.groupIds], lets }, unrecorded)
  })

const visit = z.object({ seen: z.coerce.number().int().min(0) })

export const activityRoutes = ({ unrecorded }: StreamRoutes) =>
  inGroup
    .createApp()
    .get('/stream', (c) => {
      authorize(mayListen(c.var.actor))
      return streamSignals(c, c.var, { groupIds: [c.var.actor.group.id] }, unrecorded)
    })
    .post('/visit', form(visit), async (c) => {
      const { actor, ports } = c.var
      const seen = c.var.form.ok ? c.var.form.value.seen : 0
      await markVisit(ports.db, actor.person.id, actor.group.id, Math.min(seen, await latestSeq(ports.db)))
      return c.body(null, 204)
    })
