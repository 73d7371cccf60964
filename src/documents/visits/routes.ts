import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { oneDocument, paperIn } from '../here.ts'
import { readDraft } from '../reading.ts'
import { leaveEditor, seeAll } from './seeing.ts'

/** Whoever has seen what is new, or leaves the editor, has seen the text as it is. */
export const visitRoutes = inGroup.createApp().post(`${oneDocument}/visit`, async (c) => {
  const { actor, ports } = c.var
  const paper = await paperIn(c.var, c.req.param('id'))
  const { content } = await readDraft(ports, paper)
  const look = { personId: actor.person.id, documentId: paper.id }
  const see = c.req.query('from') === 'editor' ? leaveEditor : seeAll
  await see(ports.db, look, content)
  return answer(c, paths.documentDraft(actor.group, paper))
})
