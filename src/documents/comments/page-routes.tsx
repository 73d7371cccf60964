import type { Context } from 'hono'
import { commentsScript } from '#views/documents/comments-block.tsx'
import { newThreadForm } from '#views/documents/comments-form.tsx'
import { CommentsPage } from '#views/documents/comments-page.tsx'
import { texts } from '#views/documents/comments-texts.ts'
import { problemOf } from '#views/kit/form-state.ts'
import { placeOf } from '../../groups/actor.ts'
import type { GroupEnv } from '../../groups/in-group.ts'
import type { Ports } from '../../ports.ts'
import type { PageFacts } from '../../web/answer.ts'
import { type Accepted, type Refused, refused } from '../../web/form.ts'
import { currentState } from '../editing/log.ts'
import type { Paper } from '../model.ts'
import { mayComment } from '../policy.ts'
import { conversationAt } from './conversation.ts'
import { filtered, pageOf } from './filtering.ts'
import type { Filter } from './forms.ts'
import type { IntoTasks } from './into-tasks.ts'
import { retryAfter } from './limits.ts'
import type { Table } from './table.ts'

export type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale' | 'settings'> & { intoTasks?: IntoTasks }

/** The draft with what is being typed right now; asked for only where something hangs on its words. */
export const stateOf =
  ({ db, rooms }: Pick<Ports, 'db' | 'rooms'>, { id }: Pick<Paper, 'id'>) =>
  async (): Promise<Uint8Array> => {
    await rooms.settle(id)
    return currentState(db, id)
  }

export const pageFacts = (
  { actor, locale }: Pick<Here, 'actor' | 'locale'>,
  { title }: Pick<Paper, 'title'>,
): PageFacts => ({
  title: texts[locale.lang].titleOf({ title }),
  section: placeOf(actor),
  scripts: [commentsScript],
})

export const isClosed = ({ actor }: Pick<Here, 'actor'>, { paper }: Pick<Table, 'paper'>) =>
  actor.group.state === 'dissolved' || paper.stage === 'archived'

const everything: Filter = { state: 'open' }

interface RefusedHere {
  form: string
  input: Refused
}

export async function page(here: Here, table: Table, filter: Filter = everything, refusal?: RefusedHere) {
  const { actor, locale } = here
  const all = await conversationAt(here, table)
  const speakers = new Map(all.flatMap(({ remarks }) => remarks.map(({ author }) => [author.id, author] as const)))
  const threads = filtered(all, filter, actor.person.id)
  return (
    <CommentsPage
      group={actor.group}
      document={table.at}
      me={actor.person}
      found={threads}
      part={pageOf(threads, filter.page)}
      hasOthers={all.length > threads.length}
      filter={filter}
      speakers={[...speakers.values()]}
      mayComment={mayComment(actor, table.paper)}
      isClosed={isClosed(here, table)}
      refused={refusal}
      locale={locale}
    />
  )
}

/** For a script: one sentence; the words are still where they were typed. */
const sentence = ({ locale }: Here, input: Refused) => {
  const form = { id: newThreadForm, locale, refused: input, problems: texts[locale.lang].problems }
  const [field = 'words'] = Object.keys(input.problems)
  return problemOf(form, field) ?? ''
}

/** Says why a remark was not taken: on the page of comments with everything as it was typed, or to the script. */
export const turnDown =
  (
    c: Context,
    here: Here,
    table: Table,
    { form, thread }: { form: string; thread?: string },
    input: Accepted<{ words: string }> | Refused,
  ) =>
  async (code?: string) => {
    const typed = input.ok ? { ...input.value } : input.typed
    const refusal = input.ok ? refused(typed, 'words', code ?? 'missing') : input
    if (code === 'too_fast') c.header('Retry-After', String(retryAfter))
    const status = code === 'too_fast' ? 429 : 422
    if (c.req.header('Accept')?.includes('application/json'))
      return c.json({ problem: code ?? 'unfit', said: sentence(here, refusal) }, status)
    c.status(status)
    return c.render(
      await page(here, table, { state: 'all', thread }, { form, input: refusal }),
      pageFacts(here, table.paper),
    )
  }
