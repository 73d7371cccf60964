import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { beginningForm, remarkForm, stepForm, stepMarkForm, stepMoveForm } from '../forms.ts'
import { mayBegin, mayDeleteRemark, mayRemark, mayWorkOn } from '../policy.ts'
import { type Here, oneTask, refuseOn, taskIn } from '../showing.tsx'
import { begin, halt } from './beginning.ts'
import { deleteRemark, findRemark, say } from './remarks.ts'
import { addStep, markStep, moveStep, removeStep } from './steps.ts'

const oneStep = `${oneTask}/steps/:step{${uuid}}`
const oneRemark = `${oneTask}/remarks/:remark{${uuid}}`

/** Somebody who may works on a task; what has ended meanwhile the verbs leave as it is. */
async function workOn(here: Here, id: string) {
  const task = await taskIn(here, id)
  authorize(mayWorkOn(here.actor, task))
  return task
}

/** What is done with a task between writing it down and ending it. */
export const workRoutes = inGroup
  .createApp()
  .post(`${oneTask}/beginning`, form(beginningForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayBegin(actor, task))
    await change(ports, (tx, record) => begin(tx, record, task, { actorId: actor.person.id }))
    return answer(c, (input.ok && input.value.back) || paths.task(actor.group, task))
  })
  .post(`${oneTask}/halt`, form(beginningForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayBegin(actor, task))
    await change(ports, (tx, record) => halt(tx, record, task, { actorId: actor.person.id }))
    return answer(c, (input.ok && input.value.back) || paths.task(actor.group, task))
  })
  .post(`${oneTask}/steps`, form(stepForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await workOn(c.var, c.req.param('id'))
    if (!input.ok) return refuseOn(c, c.var, task, { form: 'step', input })
    const { words } = input.value
    await change(ports, (tx, record) => addStep(tx, { record, task, actorId: actor.person.id }, words))
    return answer(c, paths.task(actor.group, task))
  })
  .post(`${oneStep}/mark`, form(stepMarkForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await workOn(c.var, c.req.param('id'))
    const mark = { stepId: c.req.param('step'), isDone: !input.ok || input.value.done === 'yes' }
    await change(ports, (tx, record) => markStep(tx, { record, task, actorId: actor.person.id }, mark))
    return answer(c, paths.task(actor.group, task))
  })
  .post(`${oneStep}/place`, form(stepMoveForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await workOn(c.var, c.req.param('id'))
    const by = input.ok && input.value.to === 'down' ? 1 : -1
    const move = { stepId: c.req.param('step'), by } as const
    await change(ports, (tx, record) => moveStep(tx, { record, task, actorId: actor.person.id }, move))
    return answer(c, paths.task(actor.group, task))
  })
  .post(`${oneStep}/removal`, async (c) => {
    const { actor, ports } = c.var
    const task = await workOn(c.var, c.req.param('id'))
    const stepId = c.req.param('step')
    await change(ports, (tx, record) => removeStep(tx, { record, task, actorId: actor.person.id }, stepId))
    return answer(c, paths.task(actor.group, task))
  })
  .post(`${oneTask}/remarks`, form(remarkForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayRemark(actor))
    if (!input.ok) return refuseOn(c, c.var, task, { form: 'remark', input })
    const { words } = input.value
    await change(ports, (tx, record) => say(tx, record, task, { words, actorId: actor.person.id }))
    return answer(c, paths.task(actor.group, task))
  })
  .post(`${oneRemark}/deletion`, async (c) => {
    const { actor, ports } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    const remark = found(await findRemark(ports.db, task, c.req.param('remark')))
    authorize(mayDeleteRemark(actor, remark))
    await change(ports, (tx, record) => deleteRemark(tx, record, task, remark))
    return answer(c, paths.task(actor.group, task))
  })
