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
import { mayComment } from '../policy.ts'
import { changeRemark, deleteRemark } from './changing.ts'
import { conversationAt } from './conversation.ts'
import { backForm, filterForm, remarkForm, threadForm } from './forms.ts'
import { hangingOf } from './hanging.ts'
import { isFull, isTooLong, speaksTooFast } from './limits.ts'
import { type MentionLetter, mailMentions } from './notices.ts'
import { type Here, page, pageFacts, stateOf, turnDown } from './page-routes.tsx'
import { mayBeginThread, mayChangeRemark, mayReopen, mayResolve } from './policy.ts'
import { markAllRead, markRead } from './read-mentions.ts'
import { reopen, resolve } from './resolving.ts'
import { beginThread, reply } from './saying.ts'
import { besideDraft, type Table } from './table.ts'
import { findRemark, findThread } from './threads.ts'

/** Where the mail about mentions leads, in the language of whoever gets it. */
export const mentionLetter =
  ({ publicUrl }: Pick<Settings, 'publicUrl'>): MentionLetter =>
  ({ name, lang, mentions }) => {
    const [first] = mentions
    const to = first ? paths.comments(first.group, first.beside, { state: 'all', calls: 'on' }) : paths.start()
    const [href, off] = [publicUrl + to, publicUrl + paths.myMails()]
    return mentionMail({ name, lang: lang ?? 'de', href, off, mentions })
  }

const wantsJson = (c: Context) => c.req.header('Accept')?.includes('application/json') ?? false

/** A script stays where it is; a form leads back to the page that it stands on. */
const done = (c: Context, { actor }: Here, { at }: Table, back: string | null, thread: string) =>
  wantsJson(c) ? c.json({ thread }) : answer(c, back ?? paths.thread(actor.group, at, { id: thread }))

/** After the answer: nobody waits for a mail server. */
const tell = ({ ports, settings }: Here) => ports.defer(mailMentions(ports, mentionLetter(settings)))

/** A thing that people talk about, as this actor may see it; to everybody else it is not there. */
export type TableIn = (here: Here, id: string) => Promise<Table>

/**
 * The conversations about a text, below the address of the text: read by everybody who may read it, led by those who may
 * comment.
 */
export function conversationRoutes<Path extends string>(one: Path, tableIn: TableIn) {
  const ofThread = `${one}/threads/:thread{${uuid}}` as const
  const ofRemark = `${one}/remarks/:remark{${uuid}}` as const
  const threadIn = async ({ ports }: Here, table: Table, id = '') => found(await findThread(ports.db, table, id))
  const remarkIn = async ({ ports }: Here, table: Table, id = '') => found(await findRemark(ports.db, table, id))

  return inGroup
    .createApp()
    .get(`${one}/comments`, async (c) => {
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      return c.render(await page(c.var, table, filterForm.parse(c.req.query())), pageFacts(c.var, table.paper))
    })
    .get(`${one}/threads`, async (c) => {
      const { actor, ports } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      const threads = await conversationAt({ actor, ports }, table)
      const people = mayComment(actor, table.paper) ? await table.readers(ports.db) : []
      return c.json({
        people: people.filter(({ id }) => id !== actor.person.id),
        threads: threads.map(({ thread: { id, on, quote, suggestionId, rowId, resolvedAt }, part, remarks }) => ({
          ...{ id, on, quote, suggestionId, rowId, part, open: resolvedAt === null },
          remarks: remarks.map(({ author, spoken, remark: { createdAt } }) => ({
            author,
            words: spoken,
            at: createdAt,
          })),
        })),
      })
    })
    .post(`${one}/threads`, form(threadForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      authorize(mayBeginThread(actor, table.paper))
      const down = turnDown(c, c.var, table, { form: 'remark-new' }, input)
      if (!input.ok) return down()
      if (await speaksTooFast(ports.db, actor.person.id)) return down('too_fast')
      if (await isFull(ports.db, table.place.documentId)) return down('too_many')
      const hanging = await hangingOf(ports.db, input.value, table)
      if (!hanging) return down('moved')
      const thread = await change(ports, (tx, record) =>
        beginThread(tx, record, table, actor, { hanging, said: input.value }),
      )
      tell(c.var)
      return done(c, c.var, table, input.value.back, thread)
    })
    .post(`${ofThread}/remarks`, form(remarkForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      const thread = await threadIn(c.var, table, c.req.param('thread'))
      authorize(mayComment(actor, table.paper))
      const down = turnDown(c, c.var, table, { form: `reply-${thread.id}`, thread: thread.id }, input)
      if (!input.ok) return down()
      if (await speaksTooFast(ports.db, actor.person.id)) return down('too_fast')
      if (await isTooLong(ports.db, thread.id)) return down('too_many')
      const isSaid = await change(ports, (tx, record) => reply(tx, record, table, actor, { thread, said: input.value }))
      if (!isSaid) return down('resolved')
      tell(c.var)
      return done(c, c.var, table, input.value.back, thread.id)
    })
    .post(`${ofThread}/resolution`, form(backForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      const thread = await threadIn(c.var, table, c.req.param('thread'))
      authorize(mayResolve(actor, table.paper, { ...thread, resolvedAt: null }))
      await change(ports, (tx, record) => resolve(tx, record, table, actor, thread))
      return done(c, c.var, table, input.ok ? input.value.back : null, thread.id)
    })
    .post(`${ofThread}/reopening`, form(backForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      const thread = await threadIn(c.var, table, c.req.param('thread'))
      authorize(mayReopen(actor, table.paper, { ...thread, resolvedAt: new Date() }))
      await change(ports, (tx, record) => reopen(tx, record, table, actor, thread))
      return done(c, c.var, table, input.ok ? input.value.back : null, thread.id)
    })
    .post(ofRemark, form(remarkForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      const { remark, thread } = await remarkIn(c.var, table, c.req.param('remark'))
      authorize(mayChangeRemark(actor, table.paper, { ...remark, deletedAt: null }))
      const down = turnDown(c, c.var, table, { form: `change-${remark.id}`, thread: thread.id }, input)
      if (!input.ok) return down()
      const typed = input.value.words
      if (!(await change(ports, (tx, record) => changeRemark(tx, record, table, actor, { remark, typed }))))
        return down('gone')
      tell(c.var)
      return done(c, c.var, table, input.value.back, thread.id)
    })
    .post(`${ofRemark}/deletion`, form(backForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      const { remark, thread } = await remarkIn(c.var, table, c.req.param('remark'))
      authorize(mayChangeRemark(actor, table.paper, { ...remark, deletedAt: null }))
      await change(ports, (tx, record) => deleteRemark(tx, record, table, actor, remark))
      return done(c, c.var, table, input.ok ? input.value.back : null, thread.id)
    })
    .post(`${ofRemark}/reading`, form(backForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      const { remark, thread } = await remarkIn(c.var, table, c.req.param('remark'))
      await markRead(ports.db, actor.person.id, remark.id)
      return done(c, c.var, table, input.ok ? input.value.back : null, thread.id)
    })
    .post(`${one}/mentions/reading`, form(backForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const table = await tableIn(c.var, c.req.param('id') ?? '')
      await markAllRead(ports.db, actor.person.id, table.threads)
      return answer(c, (input.ok && input.value.back) || paths.comments(actor.group, table.at))
    })
}

/** Beside the draft of a group. */
export const commentRoutes = conversationRoutes(oneDocument, async (here, id) => {
  const paper = await paperIn(here, id)
  return besideDraft(paper, stateOf(here.ports, paper))
})
