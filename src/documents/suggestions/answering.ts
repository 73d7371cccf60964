import type { Context } from 'hono'
import { toBase64 } from 'lib0/buffer'
import type { Actor } from '../../groups/actor.ts'
import type { Paper } from '../model.ts'
import type { Entry } from './listing.ts'
import { suggestionAbilities } from './policy.ts'
import type { Suggestion } from './schema.ts'

/** Asked for by the editor's script, not by a page. */
export const wantsData = (c: Context): boolean => c.req.header('Accept')?.includes('application/json') === true

/** A suggestion as the editor gets it. */
export const toldEntry = (actor: Actor, paper: Paper, entry: Entry) => ({
  id: entry.id,
  author: { id: entry.authorId, name: entry.author },
  mine: entry.authorId === actor.person.id,
  createdAt: entry.createdAt,
  changedAt: entry.changedAt,
  version: entry.version,
  update: toBase64(entry.update),
  clients: entry.clients,
  changes: entry.shown.changes,
  collision: entry.collision,
  gone: entry.gone,
  doubles: entry.doubles,
  may: suggestionAbilities(actor, paper, entry),
  threadCount: entry.threads,
})

export type ToldSuggestion = ReturnType<typeof toldEntry>

/** One's own, just after it was stored: how it stands is told by the list. */
export const toldOwn = (actor: Actor, paper: Paper, stored: Suggestion, clients: number[]) =>
  toldEntry(actor, paper, {
    ...{ ...stored, clients, author: actor.person.name, settledBy: null, threads: 0 },
    ...{ gone: false, collision: false, doubles: '' },
  })
