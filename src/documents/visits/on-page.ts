import type { HonoRequest } from 'hono'
import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import type { Here } from '../here.ts'
import type { Paper } from '../model.ts'
import { type Draft, readDraft } from '../reading.ts'
import { type News, newsFor } from './news.ts'
import { findVisit, seeText } from './seeing.ts'

/** A page that fetches a piece of itself again is not somebody who looks: links are plain ones, only pieces come this way. */
const isRefresh = (target: string | undefined) => target !== undefined

/** Browsers and mail programs fetch ahead what somebody might open. */
const isAhead = (...purposes: (string | undefined)[]) =>
  purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose ?? ''))

/** Somebody has come to read: only that moves the mark of what they have seen, and nothing but that mark. */
export const isLook = (asked: Pick<HonoRequest, 'method' | 'header'>): boolean =>
  asked.method === 'GET' &&
  !isRefresh(asked.header('HX-Target')) &&
  !isAhead(asked.header('Sec-Purpose'), asked.header('Purpose'), asked.header('X-Purpose'), asked.header('X-Moz'))

/** What the reading view tells of what others changed; `isLook`: somebody has come to read. */
export async function newsOnPage(
  { actor, ports }: Pick<Here, 'actor' | 'ports'>,
  paper: Paper,
  draft: Draft,
  isLook: boolean,
): Promise<News | null> {
  const look = { personId: actor.person.id, documentId: paper.id }
  const visit = isLook ? await seeText(ports.db, look, draft.content) : await findVisit(ports.db, look)
  return newsFor(ports.db, visit, draft)
}

/** Whoever opens the editor sees the draft as it is. */
export async function lookAtDraft(
  ports: Ports,
  { person }: Pick<Actor, 'person'>,
  { id }: Pick<Paper, 'id'>,
): Promise<void> {
  const { content } = await readDraft(ports, { id })
  await seeText(ports.db, { personId: person.id, documentId: id }, content)
}
