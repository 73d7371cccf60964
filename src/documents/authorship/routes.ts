import { inGroup } from '../../groups/in-group.ts'
import { oneDocument, paperIn } from '../here.ts'
import { authorsOf } from './authors.ts'

/** For the editor: whose client ids those are that it meets in the text. */
export const authorRoutes = inGroup.createApp().get(`${oneDocument}/authors`, async (c) => {
  const paper = await paperIn(c.var, c.req.param('id'))
  const authors = await authorsOf(c.var.ports.db, paper.id)
  return c.json({ authors: Object.fromEntries(authors.map(({ clientId, ...author }) => [clientId, author])) })
})
