import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { PublishedPage, WithdrawnPage } from '#views/documents/published-page.tsx'
import type { AppEnv } from '../../web/env.ts'
import { found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { isInVersion } from '../attachments/in-versions.ts'
import { pictureBytes } from '../attachments/keeping.ts'
import { showPicture } from '../attachments/showing.ts'
import { withNamedRows } from '../comparisons/naming.ts'
import type { AdoptionsOf } from '../stages/matter.ts'
import { publicationAt } from './model.ts'
import { publicStanding } from './standing.ts'

const onePublication = '/published/:slug{[a-z0-9]+(?:-[a-z0-9]+)*}' as const

type Around = { asset: (name: string) => string; adoptionsOf: AdoptionsOf }

/** What was published, for everybody, signed in or not: a plain page without names and votes (`DOMAIN.md 5.5`). */
export const publishedRoutes = ({ asset, adoptionsOf }: Around) =>
  new Hono<AppEnv>()
    .get(onePublication, async (c) => {
      const { ports, locale } = c.var
      const entry = found(await publicationAt(ports.db, c.req.param('slug')))
      if (entry.withdrawn) return c.html(<WithdrawnPage {...{ entry, asset, locale }} />, 410)
      // Whoever looks for it finds it.
      c.header('X-Robots-Tag', 'all')
      const shown = { ...entry, snapshot: await withNamedRows(ports.db, entry.snapshot) }
      const standing = await publicStanding(ports.db, entry, adoptionsOf)
      return c.html(<PublishedPage {...{ entry: shown, standing, asset, locale }} />)
    })
    .get(`${onePublication}/attachments/:id{${uuid}}`, async (c) => {
      const { ports } = c.var
      const { snapshot, withdrawn } = found(await publicationAt(ports.db, c.req.param('slug')))
      const id = c.req.param('id')
      if (withdrawn || !(await isInVersion(ports.db, snapshot, id))) throw new HTTPException(404)
      return showPicture(c, id, () => pictureBytes(ports.db, snapshot.groupId, id))
    })
