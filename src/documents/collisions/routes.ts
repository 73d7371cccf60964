import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { oneDocument, paperIn } from '../here.ts'
import { collisionForm } from './forms.ts'
import { findCollision, pointOut, settle } from './model.ts'
import { mayPointOut, maySettle } from './policy.ts'

const ofText = `${oneDocument}/collisions` as const

/** Sentences changed on both sides while somebody was without connection: told by the tab that came back, decided by people. */
export const collisionRoutes = inGroup
  .createApp()
  .post(ofText, form(collisionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(mayPointOut(actor, paper))
    if (!input.ok) return c.body(null, 422)
    await change(ports, (tx, record) => pointOut(tx, record, paper, actor, input.value))
    return answer(c, paths.editDocument(actor.group, paper))
  })
  .post(`${ofText}/:collision{${uuid}}/settlement`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const collision = found(await findCollision(ports.db, paper.id, c.req.param('collision')))
    authorize(maySettle(actor, paper))
    await change(ports, (tx, record) => settle(tx, record, paper, actor, collision))
    return answer(c, paths.editDocument(actor.group, paper))
  })
