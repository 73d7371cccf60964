import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { commentsScript } from '#views/documents/comments-block.tsx'
import { SuggestionsPage, type SuggestionsPageProps } from '#views/documents/suggestions-page.tsx'
import { texts } from '#views/documents/suggestions-texts.ts'
import { placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { conversationOf } from '../comments/conversation.ts'
import { stateOf } from '../comments/page-routes.tsx'
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Paper } from '../model.ts'
import { mayComment } from '../policy.ts'
import { acceptSuggestions } from './accepting.ts'
import { toldEntry, toldOwn, wantsData } from './answering.ts'
import { suggestionForm } from './forms.ts'
import { clientsOf, findSuggestion, openOf, openSuggestions, settledSuggestions } from './listing.ts'
import { mayDecideSuggestions, maySuggest, mayWithdraw, suggestionAbilities } from './policy.ts'
import { saveSuggestion } from './saving.ts'
import type { Suggestion } from './schema.ts'
import { rejectSuggestions, withdrawSuggestion } from './settling.ts'

const ofText = `${oneDocument}/suggestions` as const
const oneSuggestion = `${ofText}/:suggestion{${uuid}}` as const

type Shown = Pick<SuggestionsPageProps, 'shown' | 'outcome'>

async function page(here: Here, paper: Paper, { shown, outcome = null }: Shown) {
  const { actor, ports, locale } = here
  const entries = await (shown === 'open' ? openSuggestions : settledSuggestions)(ports.db, paper.id)
  const suggestions = entries.map((entry) => ({ ...entry, may: suggestionAbilities(actor, paper, entry) }))
  const may = {
    suggest: maySuggest(actor, paper),
    decide: mayDecideSuggestions(actor, paper),
    comment: mayComment(actor, paper),
  }
  const threads = await conversationOf(here, paper, stateOf(ports, paper))
  const about = { group: actor.group, document: paper, me: actor.person }
  return <SuggestionsPage {...{ ...about, suggestions, threads, shown, may, outcome, locale }} />
}

const factsOf = ({ actor, locale }: Here, { title }: Paper) => ({
  title: texts[locale.lang].titleOf({ title }),
  section: placeOf(actor),
  scripts: [commentsScript],
})

/** What somebody met with who decided: as data for the editor, as the page for everybody else. */
async function met(c: Context, here: Here, paper: Paper, outcome: NonNullable<Shown['outcome']>, data: object) {
  if (wantsData(c)) return c.json(data, 409)
  return refuse(c, await page(here, paper, { shown: 'open', outcome }), factsOf(here, paper))
}

const tooLate = async (c: Context, here: Here, paper: Paper, id: string) => {
  const { state } = found(await findSuggestion(here.ports.db, paper.id, id))
  return met(c, here, paper, { kind: 'too_late' }, { problem: 'settled', state })
}

/** Its author gets it as it was decided on: what they wrote after that is what is not in there. */
const tooLateForAuthor = async (c: Context, here: Here, paper: Paper, id: string) => {
  const decided = found(await findSuggestion(here.ports.db, paper.id, id))
  const suggestion = toldOwn(here.actor, paper, decided, await clientsOf(here.ports.db, id))
  return met(c, here, paper, { kind: 'too_late' }, { problem: 'settled', state: decided.state, suggestion })
}

const isId = (words: string) => new RegExp(`^${uuid}$`).test(words)

const done = (c: Context, { actor }: Here, paper: Paper, state: Suggestion['state']) =>
  wantsData(c) ? c.json({ state }) : answer(c, paths.suggestions(actor.group, paper))

/** The tab that was asked for, or the one in which the suggestion is that a link leads to. */
async function shownOn(c: Context, { db }: Here['ports'], paper: Paper): Promise<'open' | 'settled'> {
  const { state, suggestion = '' } = c.req.query()
  if (state === 'settled') return 'settled'
  const linked = isId(suggestion) ? await findSuggestion(db, paper.id, suggestion) : undefined
  return linked && linked.state !== 'open' ? 'settled' : 'open'
}

/** What somebody has proposed and nobody has decided. */
async function openByAuthor(c: Context, { db }: Here['ports'], paper: Paper): Promise<string[]> {
  const author = c.req.query('author') ?? ''
  return isId(author) ? openOf(db, paper.id, author) : []
}

/** Written by a script of ours or by nobody. */
const unreadable = () => {
  throw new HTTPException(400)
}

/** Changes of a text that people propose: kept beside it, shown, accepted or set aside. */
export const suggestionRoutes = inGroup
  .createApp()
  .get(ofText, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    c.header('Vary', 'Accept', { append: true })
    if (!wantsData(c)) {
      const shown = await shownOn(c, ports, paper)
      return c.render(await page(c.var, paper, { shown }), factsOf(c.var, paper))
    }
    const entries = await openSuggestions(ports.db, paper.id)
    return c.json({ suggestions: entries.map((entry) => toldEntry(actor, paper, entry)) })
  })
  .post(ofText, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(maySuggest(actor, paper))
    const sent = suggestionForm.safeParse(await c.req.json().catch(unreadable))
    if (!sent.success) return c.json({ problem: 'unreadable' }, 422)
    const saved = await saveSuggestion(ports, paper, actor, sent.data)
    if (saved.ok) return c.json({ suggestion: toldOwn(actor, paper, saved.suggestion, sent.data.clients) })
    const { problem, stored } = saved
    if (problem === 'missing') return c.json({ problem }, 409)
    if (problem === 'too_often') return c.json({ problem }, 429)
    if (!stored) return c.json({ problem }, 422)
    const suggestion = toldOwn(actor, paper, stored, await clientsOf(ports.db, stored.id))
    return c.json({ problem, suggestion, state: stored.state }, 409)
  })
  .post(`${oneSuggestion}/acceptance`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const { id } = found(await findSuggestion(ports.db, paper.id, c.req.param('suggestion')))
    authorize(mayDecideSuggestions(actor, paper))
    const { accepted, gone } = await acceptSuggestions(ports, paper, actor, [id])
    if (accepted.length > 0) return done(c, c.var, paper, 'accepted')
    return gone.length > 0 ? met(c, c.var, paper, { kind: 'gone' }, { problem: 'gone' }) : tooLate(c, c.var, paper, id)
  })
  .post(`${oneSuggestion}/rejection`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const { id } = found(await findSuggestion(ports.db, paper.id, c.req.param('suggestion')))
    authorize(mayDecideSuggestions(actor, paper))
    const [isDone] = await rejectSuggestions(ports, paper, actor, [id])
    return isDone ? done(c, c.var, paper, 'rejected') : tooLate(c, c.var, paper, id)
  })
  .post(`${oneSuggestion}/withdrawal`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    const suggestion = found(await findSuggestion(ports.db, paper.id, c.req.param('suggestion')))
    authorize(mayWithdraw(actor, paper, { ...suggestion, state: 'open' }))
    const isDone = await withdrawSuggestion(ports, paper, actor, suggestion.id)
    return isDone ? done(c, c.var, paper, 'withdrawn') : tooLateForAuthor(c, c.var, paper, suggestion.id)
  })
  .post(`${ofText}/acceptances`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(mayDecideSuggestions(actor, paper))
    const which = await openByAuthor(c, ports, paper)
    const { accepted, gone } = await acceptSuggestions(ports, paper, actor, which)
    if (wantsData(c)) return c.json({ accepted, left: gone })
    if (gone.length > 0) return met(c, c.var, paper, { kind: 'left', count: gone.length }, {})
    return answer(c, paths.suggestions(actor.group, paper))
  })
  .post(`${ofText}/rejections`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(mayDecideSuggestions(actor, paper))
    const rejected = await rejectSuggestions(ports, paper, actor, await openByAuthor(c, ports, paper))
    return wantsData(c) ? c.json({ rejected }) : answer(c, paths.suggestions(actor.group, paper))
  })
