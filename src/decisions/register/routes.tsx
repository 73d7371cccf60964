import { HTTPException } from 'hono/http-exception'
import { DecisionPage } from '#views/decisions/decision-page.tsx'
import { LogPage } from '#views/decisions/log-page.tsx'
import { TextPage } from '#views/decisions/text-page.tsx'
import { texts } from '#views/decisions/texts.ts'
import { isInVersion } from '../../documents/attachments/in-versions.ts'
import { pictureBytes } from '../../documents/attachments/keeping.ts'
import { showPicture } from '../../documents/attachments/showing.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { isMember } from '../../groups/actor.ts'
import { findActor, groupsOf } from '../../groups/membership.ts'
import { type SignedInEnv, signedIn } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { logFilter } from '../forms.ts'
import { mayOfferReferral, mayReadDecisions } from '../policy.ts'
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
      const snapshot = found(await snapshotById(ports.db, found(decision.snapshotId)))
      const back = { href: paths.decision(decision.cited), label: `${decision.cited} · ${decision.title}` }
      const pictures = (id: string) => paths.decisionPicture(decision.cited, { id })
      return c.render(<TextPage {...{ snapshot, back, pictures, locale }} />, {
        title: snapshot.title,
        section: 'decisions',
      })
    })
    .get(`${oneDecision}/attachments/:id{${uuid}}`, async (c) => {
      const { ports } = c.var
      const decision = await decisionFor(c.var, c.req.param('number'))
      const snapshot = found(await snapshotById(ports.db, found(decision.snapshotId)))
      const id = c.req.param('id')
      if (!(await isInVersion(ports.db, snapshot, id))) throw new HTTPException(404)
      return showPicture(c, id, () => pictureBytes(ports.db, snapshot.groupId, id))
    })
