import { z } from 'zod'
import { AgendaPage } from '#views/decisions/agenda-page.tsx'
import { texts } from '#views/decisions/agenda-texts.ts'
import { change } from '../../activity/model.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, line, type Refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { officersOf } from '../officers.ts'
import { mayFinishWish, mayReadAgenda, mayWish, whoFinishes } from './policy.ts'
import { doneWishes, findWish, openWishes } from './wishes.ts'
import { finishWish, wishFor } from './wishing.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneWish = `/agenda/:id{${uuid}}` as const

const wishForm = z.object({ title: line() })

async function page({ actor, ports: { db }, locale }: Here, refused?: Refused) {
  const { group } = actor
  return (
    <AgendaPage
      {...{ group, locale, refused }}
      open={await openWishes(db, group.id)}
      done={await doneWishes(db, group.id)}
      may={{ wish: mayWish(actor), finish: mayFinishWish(actor) }}
      finishers={whoFinishes(await officersOf(db, group.id), group)}
    />
  )
}

const facts = ({ actor, locale }: Here) =>
  ({ title: texts[locale.lang].title, section: actor.group.kind === 'circle' ? 'circle' : 'groups' }) as const

/** What the group takes up when it next meets. */
export const agendaRoutes = inGroup
  .createApp()
  .get('/agenda', async (c) => {
    authorize(mayReadAgenda(c.var.actor))
    return c.render(await page(c.var), facts(c.var))
  })
  .post('/agenda', form(wishForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayWish(actor))
    if (!input.ok) return refuse(c, await page(c.var, input), facts(c.var))
    const draft = {
      groupId: actor.group.id,
      title: input.value.title,
      why: 'wish',
      addedById: actor.person.id,
    } as const
    await change(ports, (tx, record) => wishFor(tx, record, draft))
    return answer(c, paths.agenda(actor.group))
  })
  .post(`${oneWish}/completion`, async (c) => {
    const { actor, ports } = c.var
    authorize(mayReadAgenda(actor))
    const wish = found(await findWish(ports.db, actor.group.id, c.req.param('id')))
    authorize(mayFinishWish(actor))
    await change(ports, (tx, record) => finishWish(tx, record, wish, actor.person.id))
    return answer(c, paths.agenda(actor.group))
  })
