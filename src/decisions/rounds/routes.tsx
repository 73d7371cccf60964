import { RoundPage } from '#views/decisions/round-page.tsx'
import { TextPage } from '#views/decisions/text-page.tsx'
import { change } from '../../activity/model.ts'
import { withNamedRows } from '../../documents/comparisons/naming.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import type { Sendings } from '../paper-stage.ts'
import { leadsRounds, mayCount } from '../policy.ts'
import { placesOf } from '../seats/places.ts'
import { countRound } from './closing.ts'
import { untilAllIsIn } from './due.ts'
import type { RoundEntry } from './entries.ts'
import { markOpened } from './notices/reach.ts'
import { isRunning } from './policy.ts'
import { factsOf, type Here, propsOf, refuseOn, roundIn } from './showing.tsx'
import type { Undecided } from './undecided.ts'

const oneRound = `/rounds/:id{${uuid}}` as const

/** Whoever may answer and has the round in front of them is reached (`DOMAIN.md 4.6`). */
async function noteOpened({ actor, ports }: Here, entry: RoundEntry) {
  const places = isRunning(entry) ? await placesOf(ports.db, entry.round.id, actor.person.id) : []
  if (places.length > 0) await markOpened(ports.db, entry.round, actor.person.id)
}

/** Looking at a round and counting it: whoever is too late is told what is true by then. */
export const roundRoutes = ({ sendings, undecided }: { sendings: Sendings; undecided: Undecided }) =>
  inGroup
    .createApp()
    .get(oneRound, async (c) => {
      const entry = await roundIn(c.var, c.req.param('id'))
      await noteOpened(c.var, entry)
      return c.render(<RoundPage {...(await propsOf(c.var, entry))} />, factsOf(c.var, entry))
    })
    .get(`${oneRound}/text`, async (c) => {
      const { actor, ports, locale } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      const snapshot = found(await snapshotById(ports.db, found(entry.round.snapshotId)))
      const back = { href: paths.round(actor.group, entry.round), label: entry.round.title }
      const pictures = (id: string) => paths.attachment(actor.group, { id })
      const shown = await withNamedRows(ports.db, snapshot)
      return c.render(<TextPage {...{ snapshot: shown, back, pictures, locale }} />, factsOf(c.var, entry))
    })
    .post(`${oneRound}/count`, async (c) => {
      const { actor, ports } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(leadsRounds(actor))
      if (!entry.count) {
        authorize(mayCount(actor, entry))
        await untilAllIsIn(ports.db, entry.round)
        const counted = await change(ports, (tx, record) =>
          countRound(tx, record, entry.round, actor.person.id, sendings, undecided),
        )
        if (!counted) return refuseOn(c, c.var, await roundIn(c.var, entry.round.id), refused({}, 'count', 'not_yet'))
      }
      return answer(c, paths.round(actor.group, entry.round))
    })
