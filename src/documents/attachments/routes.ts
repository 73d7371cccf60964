import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { type Here, oneDocument, paperIn } from '../here.ts'
import { keepPicture, pictureBytes } from './keeping.ts'
import { limitFor } from './limits.ts'
import { papersWith, type SentPicture } from './looking.ts'
import { pictureIn } from './picture.ts'
import { mayAttach, maySeePicture } from './policy.ts'
import { showPicture } from './showing.ts'

const patience = 10 * 60

export const attachmentRoutes = ({ sentPicture }: { sentPicture: SentPicture }) => {
  /** In which group it is kept, for those who may see it here. */
  async function holderOf({ actor, ports: { db } }: Here, id: string): Promise<string | null> {
    const isHere = maySeePicture(actor, await papersWith(db, actor.group.id, id))
    return isHere ? actor.group.id : sentPicture(db, actor, id)
  }

  return inGroup
    .createApp()
    .post(`${oneDocument}/attachments`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayAttach(actor, paper))
      const judged = pictureIn(new Uint8Array(await c.req.arrayBuffer()))
      if (!judged.ok) return c.json({ code: judged.code }, 422)
      const kept = {
        ...{ groupId: actor.group.id, documentId: paper.id, personId: actor.person.id },
        picture: judged.picture,
      }
      const limit = await limitFor(ports.db, kept)
      if (limit === 'too_often') return c.json({ code: limit }, 429, { 'Retry-After': String(patience) })
      if (limit) return c.json({ code: limit }, 422)
      const id = await change(ports, (tx) => keepPicture(tx, kept))
      return c.json({ id, width: kept.picture.width, height: kept.picture.height }, 201)
    })
    .get(`/attachments/:id{${uuid}}`, async (c) => {
      const id = c.req.param('id')
      const holder = found(await holderOf(c.var, id))
      return showPicture(c, id, () => pictureBytes(c.var.ports.db, holder, id))
    })
}
