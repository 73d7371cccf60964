import { HTTPException } from 'hono/http-exception'
import type { GroupEnv } from '../groups/in-group.ts'
import { found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import type { IntoTasks } from './comments/into-tasks.ts'
import { findDocument, type Paper } from './model.ts'
import { mayReadDocument } from './policy.ts'

export type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'> & { intoTasks?: IntoTasks }

export const oneDocument = `/documents/:id{${uuid}}` as const

/** A paper that this actor may read; to everybody else it is not there. */
export async function paperIn({ actor, ports }: Here, id: string): Promise<Paper> {
  const paper = found(await findDocument(ports.db, actor.group.id, id))
  if (!mayReadDocument(actor, paper)) throw new HTTPException(404)
  return paper
}
