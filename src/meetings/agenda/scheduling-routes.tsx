import { z } from 'zod'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { findReferral } from '../../referrals/model.ts'
import { answer } from '../../web/answer.ts'
import { form, optional } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { findMeeting, nextMeeting } from '../model.ts'
import { maySchedule } from '../policy.ts'
import { scheduleReferral } from './scheduling.ts'

/** Which meeting; none: the next one. */
const scheduleForm = z.object({ meeting: optional(z.uuid()).catch(undefined) })

/** "Auf die Tagesordnung von KK-07"; where none is planned, planning one comes first and takes the matter along. */
export const schedulingRoutes = inGroup
  .createApp()
  .post(`/referrals/:id{${uuid}}/meeting`, form(scheduleForm), async (c) => {
    const { actor, ports, locale, form: input } = c.var
    const { db } = ports
    const referral = found(await findReferral(db, actor.group.id, c.req.param('id')))
    authorize(maySchedule(actor, referral))
    const wanted = input.ok ? input.value.meeting : undefined
    const meeting = wanted
      ? found(await findMeeting(db, actor.group.id, wanted))
      : await nextMeeting(db, actor.group.id, locale.now)
    if (!meeting) return answer(c, paths.newMeeting(actor.group, referral.id))
    await change(ports, (tx, record) => scheduleReferral(tx, record, actor, meeting, referral))
    return answer(c, paths.referral(actor.group, referral))
  })
