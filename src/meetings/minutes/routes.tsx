import { minutesMail } from '#views/meetings/minutes-letter.ts'
import { texts } from '#views/meetings/minutes-texts.ts'
import { minutesWords } from '#views/meetings/minutes-words.ts'
import { change } from '../../activity/model.ts'
import { isLook } from '../../documents/visits/on-page.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import type { Settings } from '../../ports.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { findItem } from '../agenda/entries.ts'
import { mayRunMeeting } from '../attendance/policy.ts'
import { type MeetingHere, meetingHere, oneMeeting } from '../here.ts'
import type { MeetingEntry } from '../model.ts'
import { approve } from './approving.ts'
import { minutesOf } from './beginning.ts'
import { circulate } from './circulating.ts'
import { endWriting } from './closing.ts'
import { circulationForm, noteForm } from './forms.ts'
import { lineRoutes } from './line-routes.tsx'
import { type MinutesLetter, sendMinutesLetters } from './mailing.ts'
import { minutesFacts } from './model.ts'
import { discardNote, notesOn, proposeNote, signNote } from './noting.ts'
import { objectionRoutes } from './objection-routes.tsx'
import { laterInSession, memberIds } from './page-facts.ts'
import { mayCirculate, mayPutRight, mayReadMinutes, maySignNote } from './policy.ts'
import { lookAtMinutes } from './reading.ts'
import { facts, page, refuseOn } from './showing.tsx'
import { bringUpToDate } from './writing.ts'

const oneNote = `${oneMeeting}/minutes/notes/:note{${uuid}}` as const

/** What is being typed right now belongs to what is frozen. */
async function settle({ ports }: MeetingHere, meeting: MeetingEntry) {
  const minutes = await minutesOf(ports.db, meeting.id)
  if (minutes) await ports.rooms.settle(minutes.documentId)
}

async function noteHere(here: MeetingHere, id: string, noteId: string) {
  const meeting = await meetingHere(here, id)
  const note = found((await notesOn(here.ports.db, meeting.id)).find((one) => one.id === noteId))
  const members = await memberIds(here.ports.db, meeting.groupId)
  authorize(mayPutRight(here.actor, await minutesFacts(here.ports.db, meeting.id), members))
  return { meeting, note }
}

/** What a mail about minutes that go round says. */
export const minutesLetter =
  ({ publicUrl }: Pick<Settings, 'publicUrl'>): MinutesLetter =>
  (facts) =>
    minutesMail({ ...facts, publicUrl })

/** Minutes: written together, sent round, contested, put right, approved (`DOMAIN.md 3.7`). */
export const minutesRoutes = inGroup
  .createApp()
  .get(`${oneMeeting}/minutes`, async (c) => {
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayReadMinutes(c.var.actor))
    if (isLook(c.req)) c.var.ports.defer(lookAtMinutes(c.var.ports, c.var.actor, meeting))
    return c.render(await page(c.var, meeting), facts(c.var, meeting))
  })
  .post(`${oneMeeting}/minutes/circulations`, form(circulationForm), async (c) => {
    const { actor, ports, settings, locale, form: input } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayCirculate(actor, meeting))
    if (!input.ok) return refuseOn(c, c.var, meeting, { form: 'circulation', at: '', input })
    if (meeting.endedAt === null)
      return refuseOn(c, c.var, meeting, { form: 'circulation', at: '', input: refused({}, 'days', 'not_over') })
    if ((await minutesFacts(ports.db, meeting.id)).state === 'draft')
      await bringUpToDate(ports, actor, meeting, minutesWords(locale))
    await settle(c.var, meeting)
    const note = texts[locale.lang].circulationNote
    const sent = await change(ports, (tx, record) =>
      circulate(tx, record, actor, meeting, { days: input.value.days, note }),
    )
    if (sent !== 'sent')
      return refuseOn(c, c.var, meeting, { form: 'circulation', at: '', input: refused(input.value, 'days', sent) })
    ports.defer(sendMinutesLetters(ports, minutesLetter(settings)))
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneMeeting}/minutes/approval`, async (c) => {
    const { actor, ports, locale } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    const inSession = await laterInSession(ports.db, meeting)
    authorize(inSession !== null && mayRunMeeting(actor, inSession))
    await settle(c.var, meeting)
    const note = texts[locale.lang].approvalNote({ number: inSession.cited })
    const approved = await change(ports, (tx, record) => approve(tx, record, actor, meeting, inSession.id, note))
    if (approved !== 'approved')
      return refuseOn(c, c.var, meeting, { form: 'approval', at: '', input: refused({}, 'approval', approved) })
    await endWriting(ports, meeting)
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneMeeting}/minutes/notes`, form(noteForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    const minutes = await minutesFacts(ports.db, meeting.id)
    authorize(minutes.state === 'approved' && mayPutRight(actor, minutes, await memberIds(ports.db, meeting.groupId)))
    if (!input.ok) return refuseOn(c, c.var, meeting, { form: 'note', at: '', input })
    const { itemId = null, ...words } = input.value
    if (itemId) found(await findItem(ports.db, meeting, itemId))
    await change(ports, (tx, record) => proposeNote(tx, record, actor, meeting, { itemId, ...words }))
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneNote}/signature`, async (c) => {
    const { actor, ports } = c.var
    const { meeting, note } = await noteHere(c.var, c.req.param('id'), c.req.param('note'))
    authorize(note.signedAt !== null || note.discardedAt !== null || maySignNote(actor, note))
    await change(ports, (tx, record) => signNote(tx, record, actor, meeting, note.id))
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneNote}/discard`, async (c) => {
    const { actor, ports } = c.var
    const { meeting, note } = await noteHere(c.var, c.req.param('id'), c.req.param('note'))
    await change(ports, (tx) => discardNote(tx, meeting, note.id))
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .route('/', lineRoutes)
  .route('/', objectionRoutes)
