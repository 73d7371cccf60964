import type { Context } from 'hono'
import { itemTitle } from '#views/meetings/item-title.ts'
import { texts } from '#views/meetings/minutes-texts.ts'
import { itemLabel } from '#views/meetings/minutes-words.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { membersOf } from '../../tasks/adding.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import type { AgendaEntry } from '../agenda/entries.ts'
import { attendanceOf } from '../attendance/presence.ts'
import { itemHere, type MeetingHere, oneItem } from '../here.ts'
import type { MeetingEntry } from '../model.ts'
import { countOf, numberedItems } from './beginning.ts'
import { lineForm } from './forms.ts'
import { becomeDecision, becomeTask } from './lines.ts'
import { minutesFacts } from './model.ts'
import { namedIn } from './names-in-line.ts'
import { mayDecideByLine, mayLiftLine } from './policy.ts'
import { refuseOn } from './showing.tsx'
import { linesOf } from './skeleton.ts'
import { minutesNow } from './writing.ts'

/** Where the line stands in the minutes now; null when somebody has written it anew meanwhile. */
async function numberOf({ ports }: MeetingHere, meeting: MeetingEntry, itemId: string, quote: string) {
  const items = await numberedItems(ports.db, meeting.id)
  const number = items.find(({ item }) => item.id === itemId)?.number
  const content = await minutesNow(ports, meeting.id)
  const isThere = content && linesOf(content).some((line) => line.number === number && line.text === quote)
  return isThere && number !== undefined ? number : null
}

const isApproved = async ({ ports }: MeetingHere, meeting: MeetingEntry) =>
  (await minutesFacts(ports.db, meeting.id)).state === 'approved'

async function circumstances({ ports, locale }: MeetingHere, meeting: MeetingEntry, item: AgendaEntry, number: number) {
  const t = texts[locale.lang]
  const label = itemLabel(locale, meeting.cited, number)
  const present = t.peopleThere({ count: countOf(await attendanceOf(ports.db, meeting.id)) })
  return {
    place: meeting.place ? `${meeting.place} (${label})` : label,
    manner: t.manner({ label, title: itemTitle(locale, item) }),
    ...{ present, why: t.decidedInMeeting({ label }) },
  }
}

const gone = (c: Context, here: MeetingHere, meeting: MeetingEntry, itemId: string, code: string) =>
  refuseOn(c, here, meeting, { at: itemId, form: 'line', input: refused({}, 'quote', code) })

/** A line of the minutes becomes a decision or a task, with one click (`DOMAIN.md 3.7`). */
export const lineRoutes = inGroup
  .createApp()
  .post(`${oneItem}/decision`, form(lineForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { meeting, item } = await itemHere(c.var, c.req.param('id'), c.req.param('item'))
    authorize(mayDecideByLine(actor, meeting, item))
    if (!input.ok) return refuseOn(c, c.var, meeting, { at: item.id, form: 'line', input })
    const { quote } = input.value
    if (await isApproved(c.var, meeting)) return gone(c, c.var, meeting, item.id, 'approved')
    const number = await numberOf(c.var, meeting, item.id, quote)
    if (number === null) return gone(c, c.var, meeting, item.id, 'gone')
    const around = await circumstances(c.var, meeting, item, number)
    const became = await change(ports, (tx, record) =>
      becomeDecision(tx, record, { meeting, item, quote, actor }, around),
    )
    if ('problem' in became) return gone(c, c.var, meeting, item.id, became.problem)
    return answer(c, paths.minutesLine(actor.group, meeting, item))
  })
  .post(`${oneItem}/task`, form(lineForm), async (c) => {
    const { actor, ports, locale, form: input } = c.var
    const { meeting, item } = await itemHere(c.var, c.req.param('id'), c.req.param('item'))
    authorize(mayLiftLine(actor))
    if (!input.ok) return refuseOn(c, c.var, meeting, { at: item.id, form: 'line', input })
    const { quote, personIds } = input.value
    if (await isApproved(c.var, meeting)) return gone(c, c.var, meeting, item.id, 'approved')
    const number = await numberOf(c.var, meeting, item.id, quote)
    if (number === null) return gone(c, c.var, meeting, item.id, 'gone')
    const people = personIds.length > 0 ? personIds : namedIn(quote, await membersOf(ports.db, meeting.groupId))
    const label = itemLabel(locale, meeting.cited, number)
    await change(ports, (tx, record) =>
      becomeTask(tx, record, { meeting, item, quote, actor }, { label, personIds: people }),
    )
    return answer(c, paths.minutesLine(actor.group, meeting, item))
  })
