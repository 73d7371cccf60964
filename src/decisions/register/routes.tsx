import { HTTPException } from 'hono/http-exception'
import { DecisionPage } from '#views/decisions/decision-page.tsx'
import { LogPage } from '#views/decisions/log-page.tsx'
import { TextPage } from '#views/decisions/text-page.tsx'
import { texts } from '#views/decisions/texts.ts'
import type { Database } from '../../db/database.ts'
import { isInVersion } from '../../documents/attachments/in-versions.ts'
import { pictureBytes } from '../../documents/attachments/keeping.ts'
import { showPicture } from '../../documents/attachments/showing.ts'
import { withNamedRows } from '../../documents/comparisons/naming.ts'
import type { Snapshot } from '../../documents/schema.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { isMember } from '../../groups/actor.ts'
import { findActor, groupsOf } from '../../groups/membership.ts'
import { type SignedInEnv, signedIn } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { logFilter } from '../forms.ts'
import { mayOfferReferral, mayReadDecisions } from '../policy.ts'
import { correctedSince } from './corrected.ts'
import type { FateOf } from './fate.ts'
import { type DecisionEntry, decisionByCitation, decisionLog, logChoices } from './log.ts'
import { sheetOf } from './sheet.ts'

type Here = Pick<SignedInEnv['Variables'], 'person' | 'ports'>

/** Open to every member of the alliance; somebody who is only a guest somewhere is none. */
async function authorizeReader({ person, ports }: Here) {
  authorize(mayReadDecisions(await groupsOf(ports.db, person.id)))
}

async function decisionFor(here: Here, cited: string): Promise<DecisionEntry> {
  await authorizeReader(here)
  return found(await decisionByCitation(here.ports.db, cited))
}

/** What was decided on, and the versions in which it was put right since. */
async function textsOf(db: Database, decision: DecisionEntry): Promise<Snapshot[]> {
  const corrected = (await correctedSince(db, [decision])).get(decision.id) ?? []
  const ids = [found(decision.snapshotId), ...corrected.map(({ id }) => id)]
  return (await Promise.all(ids.map((id) => snapshotById(db, id)))).filter((one) => one !== null)
}

const oneDecision = '/decisions/:number{[A-Z]{2,4}-[0-9]{4}-[0-9]{3,6}}' as const

/** The register of the whole alliance (`DOMAIN.md 5.5`). */
export const decisionLogRoutes = ({ fateOf }: { fateOf: FateOf }) =>
  signedIn
    .createApp()
    .get('/decisions', async (c) => {
      const { ports, locale } = c.var
      await authorizeReader(c.var)
      const filter = logFilter.parse(c.req.query())
      const decisions = await decisionLog(ports.db, filter)
      const ids = decisions.map(({ id }) => id)
      return c.render(
        <LogPage
          filter={filter}
          choices={await logChoices(ports.db)}
          decisions={decisions}
          fates={await fateOf(ports.db, ids)}
          corrected={await correctedSince(ports.db, decisions)}
          locale={locale}
        />,
        { title: texts[locale.lang].decisions, section: 'decisions' },
      )
    })
    .get(oneDecision, async (c) => {
      const { person, ports, locale } = c.var
      const decision = await decisionFor(c.var, c.req.param('number'))
      const actor = await findActor(ports.db, person, decision.group.slug)
      const isInside = actor !== null && isMember(actor)
      const fate = (await fateOf(ports.db, [decision.id])).get(decision.id) ?? null
      return c.render(
        <DecisionPage
          sheet={await sheetOf(ports.db, decision, isInside)}
          fate={fate}
          isInside={isInside}
          mayRefer={isInside && decision.outcome === 'adopted' && !fate && mayOfferReferral(actor)}
          locale={locale}
        />,
        { title: `${decision.cited} ${decision.title}`, section: 'decisions' },
      )
    })
    .get(`${oneDecision}/text`, async (c) => {
      const { ports, locale } = c.var
      const decision = await decisionFor(c.var, c.req.param('number'))
      const [decided, ...later] = await textsOf(ports.db, decision)
      const asked = c.req.query('version')
      const snapshot = found(asked ? later.find(({ suffix }) => suffix === asked) : decided)
      const back = { href: paths.decision(decision.cited), label: `${decision.cited} · ${decision.title}` }
      const pictures = (id: string) => paths.decisionPicture(decision.cited, { id })
      const latest = later.at(-1)
      const href = paths.decisionSnapshot(decision.cited, latest?.suffix)
      const next = latest && latest !== snapshot ? { href, latest } : null
      const shown = await withNamedRows(ports.db, snapshot)
      return c.render(<TextPage {...{ snapshot: shown, back, pictures, next, locale }} />, {
        title: snapshot.title,
        section: 'decisions',
      })
    })
    .get(`${oneDecision}/attachments/:id{${uuid}}`, async (c) => {
      const { ports } = c.var
      const id = c.req.param('id')
      for (const snapshot of await textsOf(ports.db, await decisionFor(c.var, c.req.param('number'))))
        if (await isInVersion(ports.db, snapshot, id))
          return showPicture(c, id, () => pictureBytes(ports.db, snapshot.groupId, id))
      throw new HTTPException(404)
    })
