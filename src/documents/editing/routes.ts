import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { inGroup } from '../../groups/in-group.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { schemaVersion } from '../markup.ts'
import { findGuestsOf } from '../model.ts'
import { mayEditDocument, mayReadDocument } from '../policy.ts'

/** An editor of an earlier schema would delete, for everybody, what it does not know: until it is reloaded it may read. */
const isOutdated = (schema: string | undefined) => schema !== undefined && Number(schema) !== schemaVersion

const opensSocket = (c: Context) => c.req.header('Upgrade')?.toLowerCase() === 'websocket'

/**
 * The door to co-editing: the same one as to every page of the group. Whoever was turned away asks without a socket why,
 * as the refusal of a socket tells a page nothing.
 */
export const documentSyncRoutes = inGroup.createApp().get(`/documents/:id{${uuid}}/sync`, async (c) => {
  const { actor, ports, settings, sessionId } = c.var
  // No form protection looks at a socket's opening, and a browser sends our cookie along from any page.
  authorize(!opensSocket(c) || settings.origins.includes(c.req.header('Origin') ?? ''))
  const paper = found(await findGuestsOf(ports.db, actor.group.id, c.req.param('id')))
  if (!mayReadDocument(actor, paper)) throw new HTTPException(404)
  if (!opensSocket(c)) return c.body(null, 204)
  return ports.rooms.join(c, {
    documentId: paper.id,
    groupId: actor.group.id,
    personId: actor.person.id,
    personName: actor.person.name,
    sessionId,
    access: mayEditDocument(actor, paper) && !isOutdated(c.req.query('schema')) ? 'write' : 'read',
  })
})
