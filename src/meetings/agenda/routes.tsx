import type { Context } from 'hono'
import { agendaScript } from '#views/meetings/agenda-script.ts'
import { ItemPage, type ItemPageProps } from '#views/meetings/item-page.tsx'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize, offered } from '../../web/gate.ts'
import { itemHere, type MeetingHere, meetingHere, oneItem, oneMeeting } from '../here.ts'
import type { MeetingEntry } from '../model.ts'
import { holdMeeting } from '../planning/holding.ts'
import { mayArrangeAgenda } from '../policy.ts'
import { meetingPage } from '../showing.tsx'
import { addItem, changeItem, moveItem, removeItem } from './arranging.ts'
import type { AgendaEntry } from './entries.ts'
import { fillAgenda } from './filling.ts'
import { itemChangeForm, itemForm, orderForm, removalForm } from './forms.ts'

const facts = ({ actor }: MeetingHere, { cited }: MeetingEntry) => ({
  title: cited,
  section: placeOf(actor),
  scripts: [agendaScript],
})

/** The meeting, for those who may arrange its agenda. */
async function arranged(here: MeetingHere, id: string): Promise<MeetingEntry> {
  const meeting = await meetingHere(here, id)
  authorize(mayArrangeAgenda(here.actor))
  return meeting
}

async function arrangedItem(here: MeetingHere, id: string, itemId: string) {
  const meeting = await arranged(here, id)
  return { meeting, item: (await itemHere(here, meeting.id, itemId)).item }
}

const itemPage = (
  { actor, locale }: MeetingHere,
  meeting: MeetingEntry,
  item: AgendaEntry,
  refused: ItemPageProps['refused'],
) => <ItemPage {...{ meeting, item, refused, locale }} group={actor.group} />

const refuseItem = async (
  c: Context,
  here: MeetingHere,
  meeting: MeetingEntry,
  item: AgendaEntry,
  refusal: ItemPageProps['refused'],
) => refuse(c, await itemPage(here, meeting, item, refusal), facts(here, meeting))

/** What a meeting talks about, in which order and for how long (`DOMAIN.md 5.2`). */
export const agendaItemRoutes = inGroup
  .createApp()
  .post(`${oneMeeting}/intake`, async (c) => {
    const { actor, ports } = c.var
    const meeting = await arranged(c.var, c.req.param('id'))
    await change(ports, async (tx, record) => fillAgenda(tx, record, await holdMeeting(tx, meeting), actor.person.id))
    return answer(c, paths.meeting(actor.group, meeting))
  })
  .post(`${oneMeeting}/order`, form(orderForm), async (c) => {
    const { actor, ports } = c.var
    const meeting = await arranged(c.var, c.req.param('id'))
    const move = offered(c.var.form)
    await change(ports, (tx, record) => moveItem(tx, record, actor, meeting, move))
    return answer(c, paths.meeting(actor.group, meeting))
  })
  .post(`${oneMeeting}/items`, form(itemForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const meeting = await arranged(c.var, c.req.param('id'))
    if (!input.ok) return refuse(c, await meetingPage(c.var, meeting, input), facts(c.var, meeting))
    const words = { ...input.value, goal: input.value.goal ?? '' }
    await change(ports, (tx, record) => addItem(tx, record, actor, meeting, words))
    return answer(c, paths.meeting(actor.group, meeting))
  })
  .get(oneItem, async (c) => {
    const { meeting, item } = await arrangedItem(c.var, c.req.param('id'), c.req.param('item'))
    return c.render(await itemPage(c.var, meeting, item, null), facts(c.var, meeting))
  })
  .post(oneItem, form(itemChangeForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { meeting, item } = await arrangedItem(c.var, c.req.param('id'), c.req.param('item'))
    if (!input.ok) return refuseItem(c, c.var, meeting, item, { form: 'change', input })
    const { title = '', goal = '', minutes } = input.value
    const isOpenTalk = item.source === 'miscellaneous'
    const type = isOpenTalk && input.value.type !== 'information' ? 'discussion' : input.value.type
    const words = { title: title || (item.source === 'free' ? item.title : ''), goal, minutes, type }
    await change(ports, (tx, record) => changeItem(tx, record, actor, meeting, item, words))
    return answer(c, paths.meeting(actor.group, meeting))
  })
  .post(`${oneItem}/removal`, form(removalForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { meeting, item } = await arrangedItem(c.var, c.req.param('id'), c.req.param('item'))
    if (!input.ok) return refuseItem(c, c.var, meeting, item, { form: 'remove', input })
    await change(ports, (tx, record) => removeItem(tx, record, actor, meeting, item, input.value.reason))
    return answer(c, paths.meeting(actor.group, meeting))
  })
