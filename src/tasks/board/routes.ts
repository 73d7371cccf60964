import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize, offered } from '../../web/gate.ts'
import { type PlaceForm, placeForm } from '../forms.ts'
import { mayBegin } from '../policy.ts'
import { oneTask, taskIn } from '../showing.tsx'
import { type Move, moveCard } from './placing.ts'

function moveIn({ move, column, below }: PlaceForm): Move {
  if (move === 'up' || move === 'down') return { by: move }
  return move ? { to: move } : { to: column, below: below ?? null }
}

/** A card is put somewhere else: by hand, by keys or by its buttons. */
export const boardRoutes = inGroup.createApp().post(`${oneTask}/place`, form(placeForm), async (c) => {
  const { actor, ports } = c.var
  const task = await taskIn(c.var, c.req.param('id'))
  authorize(mayBegin(actor, task))
  const wanted = offered(c.var.form)
  const move = moveIn(wanted)
  await change(ports, (tx, record) => moveCard(tx, record, task, { move, actorId: actor.person.id }))
  return answer(c, wanted.back || paths.tasks(actor.group, { view: 'board' }))
})
