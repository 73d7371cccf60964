import type { Actor } from '../../groups/actor.ts'
import type { Ports } from '../../ports.ts'
import type { Here } from '../here.ts'
import type { Paper } from '../model.ts'
import { type Draft, readDraft } from '../reading.ts'
import { type News, newsFor } from './news.ts'
import { findVisit, seeText } from './seeing.ts'

/** A page that fetches a piece of itself again is not somebody who looks. */
export const isRefresh = (target: string | undefined) => target?.includes('#paper-') ?? false

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
export async function lookAtDraft(ports: Ports, { person }: Pick<Actor, 'person'>, { id }: Paper): Promise<void> {
  const { content } = await readDraft(ports, { id })
  await seeText(ports.db, { personId: person.id, documentId: id }, content)
}
