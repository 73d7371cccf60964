import type { Context } from 'hono'
import { mentionMail } from '#views/documents/comments-mails.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import type { Settings } from '../../ports.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { oneDocument, paperIn } from '../here.ts'
import type { Paper } from '../model.ts'
import { mayComment } from '../policy.ts'
import { changeRemark, deleteRemark } from './changing.ts'
import { conversationOf } from './conversation.ts'
import { backForm, filterForm, remarkForm, threadForm } from './forms.ts'
import { hangingOf } from './hanging.ts'
import { isFull, isTooLong, speaksTooFast } from './limits.ts'
import { type MentionLetter, mailMentions, markRead } from './notices.ts'
import { type Here, page, pageFacts, stateOf, turnDown } from './page-routes.tsx'
import { mayBeginThread, mayChangeRemark, mayReopen, mayResolve } from './policy.ts'
import { readersOf } from './readers.ts'
import { reopen, resolve } from './resolving.ts'
import { beginThread, reply } from './saying.ts'
import { findRemark, findThread } from './threads.ts'

/** Where the mail about mentions leads, in the language of whoever gets it. */
export const mentionLetter =
  ({ publicUrl }: Pick<Settings, 'publicUrl'>): MentionLetter =>
  ({ name, lang, mentions }) => {
    const [first] = mentions
    const to = first ? paths.comments(first.group, first.document, { state: 'all', calls: 'on' }) : paths.start()
    return mentionMail({ name, lang: lang ?? 'de', href: publicUrl + to, mentions })
  }

const ofThread = `${oneDocument}/threads/:thread{${uuid}}` as const
const ofRemark = `${oneDocument}/remarks/:remark{${uuid}}` as const

const wantsJson = (c: Context) => c.req.header('Accept')?.includes('application/json') ?? false

/** A script stays where it is; a form leads back to the page that it stands on. */
const done = (c: Context, { actor }: Here, paper: Paper, back: string | null, thread: string) =>
  wantsJson(c) ? c.json({ thread }) : answer(c, back ?? paths.thread(actor.group, paper, { id: thread }))

/** After the answer: nobody waits for a mail server. */
const tell = ({ ports, settings }: Here) => ports.defer(mailMentions(ports, mentionLetter(settings)))

/** The conversations beside a text: read by everybody who may read it, led by those who may comment. */
export const commentRoutes = inGroup
  .createApp()
  .get(`${oneDocument}/comments`, async (c) => {
    const paper = await paperIn(c.var, c.req.param('id'))
    return c.render(await page(c.var, paper, filterForm.parse(c.req.query())), pageFacts(c.var))
  })
  .get(`${oneDocument}/threads`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const threads = await conversationOf(ports.db, actor, paper, stateOf(ports, paper))
    const people = mayComment(actor, paper) ? await readersOf(ports.db, paper) : []
    return c.json({
      people: people.filter(({ id }) => id !== actor.person.id),
      threads: threads.map(({ thread: { id, on, quote, suggestionId, rowId, resolvedAt }, part, remarks }) => ({
        ...{ id, on, quote, suggestionId, rowId, part, open: resolvedAt === null },
        remarks: remarks.map(({ author, spoken, remark: { createdAt } }) => ({ author, words: spoken, at: createdAt })),
      })),
    })
  })
  .post(`${oneDocument}/threads`, form(threadForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(mayBeginThread(actor, paper))
    const down = turnDown(c, c.var, paper, 'remark-new', input)
    if (!input.ok) return down()
    if (await speaksTooFast(ports.db, actor.person.id)) return down('too_fast')
    if (await isFull(ports.db, paper.id)) return down('too_many')
    const hanging = await hangingOf(input.value, stateOf(ports, paper))
    if (!hanging) return down('moved')
    const thread = await change(ports, (tx, record) =>
      beginThread(tx, record, paper, actor, { hanging, said: input.value }),
    )
    tell(c.var)
    return done(c, c.var, paper, input.value.back, thread)
  })
  .post(`${ofThread}/remarks`, form(remarkForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const thread = found(await findThread(ports.db, paper.id, c.req.param('thread')))
    authorize(mayComment(actor, paper))
    const down = turnDown(c, c.var, paper, `reply-${thread.id}`, input)
    if (!input.ok) return down()
    if (await speaksTooFast(ports.db, actor.person.id)) return down('too_fast')
    if (await isTooLong(ports.db, thread.id)) return down('too_many')
    const isSaid = await change(ports, (tx, record) => reply(tx, record, paper, actor, { thread, said: input.value }))
    if (!isSaid) return down('resolved')
    tell(c.var)
    return done(c, c.var, paper, input.value.back, thread.id)
  })
  .post(`${ofThread}/resolution`, form(backForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const thread = found(await findThread(ports.db, paper.id, c.req.param('thread')))
    authorize(mayResolve(actor, paper, { ...thread, resolvedAt: null }))
    await change(ports, (tx, record) => resolve(tx, record, paper, actor, thread))
    return done(c, c.var, paper, input.ok ? input.value.back : null, thread.id)
  })
  .post(`${ofThread}/reopening`, form(backForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const thread = found(await findThread(ports.db, paper.id, c.req.param('thread')))
    authorize(mayReopen(actor, paper, { ...thread, resolvedAt: new Date() }))
    await change(ports, (tx, record) => reopen(tx, record, paper, actor, thread))
    return done(c, c.var, paper, input.ok ? input.value.back : null, thread.id)
  })
  .post(ofRemark, form(remarkForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const { remark, thread } = found(await findRemark(ports.db, paper.id, c.req.param('remark')))
    authorize(mayChangeRemark(actor, paper, { ...remark, deletedAt: null }))
    const down = turnDown(c, c.var, paper, `change-${remark.id}`, input)
    if (!input.ok) return down()
    const typed = input.value.words
    if (!(await change(ports, (tx, record) => changeRemark(tx, record, paper, actor, { remark, typed }))))
      return down('gone')
    tell(c.var)
    return done(c, c.var, paper, input.value.back, thread.id)
  })
  .post(`${ofRemark}/deletion`, form(backForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const { remark, thread } = found(await findRemark(ports.db, paper.id, c.req.param('remark')))
    authorize(mayChangeRemark(actor, paper, { ...remark, deletedAt: null }))
    await change(ports, (tx, record) => deleteRemark(tx, record, paper, actor, remark))
    return done(c, c.var, paper, input.ok ? input.value.back : null, thread.id)
  })
  .post(`${ofRemark}/reading`, form(backForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const { remark, thread } = found(await findRemark(ports.db, paper.id, c.req.param('remark')))
    await markRead(ports.db, actor.person.id, remark.id)
    return done(c, c.var, paper, input.ok ? input.value.back : null, thread.id)
  })
