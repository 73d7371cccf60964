import type { Context } from 'hono'
import { NewPollPage } from '#views/meetings/polls/new-poll-page.tsx'
import { PollPage, type PollPageProps } from '#views/meetings/polls/poll-page.tsx'
import { PollsPage } from '#views/meetings/polls/polls-page.tsx'
import { texts } from '#views/meetings/polls/texts.ts'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { type Accepted, form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { openPoll } from './asking.ts'
import { chooseDate, discardPoll } from './closing.ts'
import { choicesIn, closingForm, datesIn, type PollInput, pollForm, problemsIn, replyForm } from './forms.ts'
import { findPoll, type PollEntry, pollsOf } from './model.ts'
import { mayOpenPoll, mayReadPolls, mayReply } from './policy.ts'
import { reply } from './replying.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const onePoll = `/polls/:id{${uuid}}`

/** Enough for everybody to look at it once. */
const daysToAnswer = 5

const facts = ({ actor, locale }: Here, title: 'title' | 'ask' = 'title') => ({
  title: texts[locale.lang][title],
  section: placeOf(actor),
})

const pollIn = async ({ actor, ports }: Here, id: string): Promise<PollEntry> =>
  found(await findPoll(ports.db, actor.group.id, id))

function newPage({ actor, locale }: Here, refusal?: Refused) {
  const today = dayOf(locale.now)
  const answerBy = addDays(today, daysToAnswer)
  return <NewPollPage group={actor.group} today={today} answerBy={answerBy} refused={refusal} locale={locale} />
}

function pollPage({ actor, locale }: Here, poll: PollEntry, refusal?: PollPageProps['refused']) {
  const may = { reply: mayReply(actor), close: mayOpenPoll(actor) }
  return <PollPage {...{ poll, may, locale }} group={actor.group} me={actor.person.id} refused={refusal} />
}

const refuseOn = async (c: Context, here: Here, poll: PollEntry, refusal: PollPageProps['refused']) =>
  refuse(c, pollPage(here, poll, refusal), facts(here))

/** Well-formed days are not enough: there must be some, and ahead of us. */
function judged({ locale }: Here, input: Accepted<PollInput> | Refused): Accepted<PollInput> | Refused {
  if (!input.ok) return input
  const problems = problemsIn(input.value, locale.now, dayOf(locale.now))
  return Object.keys(problems).length > 0 ? { ok: false, problems, typed: input.value } : input
}

/** Finding a date for a meeting of the group. */
export const pollRoutes = inGroup
  .createApp()
  .get('/polls', async (c) => {
    const { actor, ports, locale } = c.var
    authorize(mayReadPolls(actor))
    const polls = await pollsOf(ports.db, actor.group.id)
    return c.render(<PollsPage {...{ polls, locale }} group={actor.group} mayAsk={mayOpenPoll(actor)} />, facts(c.var))
  })
  .get('/polls/new', (c) => {
    authorize(mayOpenPoll(c.var.actor))
    return c.render(newPage(c.var), facts(c.var, 'ask'))
  })
  .post('/polls', form(pollForm), async (c) => {
    const { actor, ports } = c.var
    authorize(mayOpenPoll(actor))
    const input = judged(c.var, c.var.form)
    if (!input.ok) return refuse(c, newPage(c.var, input), facts(c.var, 'ask'))
    const { minutes, where, place = '', note = '', answerBy } = input.value
    const draft = { minutes, form: where, place, note, answerBy, dates: datesIn(input.value) }
    const poll = await change(ports, (tx, record) => openPoll(tx, record, actor, draft))
    return answer(c, paths.poll(actor.group, poll))
  })
  .get(onePoll, async (c) => {
    authorize(mayReadPolls(c.var.actor))
    return c.render(pollPage(c.var, await pollIn(c.var, c.req.param('id'))), facts(c.var))
  })
  .post(`${onePoll}/replies`, form(replyForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const poll = await pollIn(c.var, c.req.param('id'))
    authorize(mayReply(actor))
    const typed = input.ok ? input.value : input.typed
    const choices = choicesIn(
      typed,
      poll.dates.map(({ id }) => id),
    )
    if (!choices) return refuseOn(c, c.var, poll, { form: 'reply', input: refused(typed, 'replies', 'missing') })
    await change(ports, (tx, record) => reply(tx, record, actor, poll, choices))
    return answer(c, paths.poll(actor.group, poll))
  })
  .post(`${onePoll}/closing`, form(closingForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const poll = await pollIn(c.var, c.req.param('id'))
    authorize(mayOpenPoll(actor))
    if (!input.ok) return refuseOn(c, c.var, poll, { form: 'closing', input })
    const meeting = await change(ports, (tx, record) => chooseDate(tx, record, actor, poll, input.value.date))
    if (meeting === 'is_past')
      return refuseOn(c, c.var, poll, { form: 'closing', input: refused(input.value, 'date', meeting) })
    return answer(c, meeting ? paths.meeting(actor.group, meeting) : paths.poll(actor.group, poll))
  })
  .post(`${onePoll}/discard`, async (c) => {
    const { actor, ports } = c.var
    const poll = await pollIn(c.var, c.req.param('id'))
    authorize(mayOpenPoll(actor))
    await change(ports, (tx, record) => discardPoll(tx, record, actor, poll))
    return answer(c, paths.poll(actor.group, poll))
  })
