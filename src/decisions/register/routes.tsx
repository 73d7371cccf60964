import { Hono } from 'hono'
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
import type { Belonging } from '../../groups/belonging.ts'
import { findActor } from '../../groups/membership.ts'
import type { SignedInEnv } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { latestHead } from '../chain/heads.ts'
import { noOrigin, type OriginOf } from '../origin.ts'
import { mayReadDecisions } from '../policy.ts'
import { abilitiesOf, outsideAbilities } from './abilities.ts'
import { correctedSince } from './corrected.ts'
import type { FateOf } from './fate.ts'
import { type DecisionEntry, decisionByCitation, logSlice } from './log.ts'
import { logChoices } from './log-choices.ts'
import { logPlace, logQuery } from './log-forms.ts'
import { inNoMinutes, type MinutesOf } from './minutes.ts'
import { endedBy, signedNotes } from './notes.ts'
import { carriedOut } from './progress.ts'
import { sheetOf } from './sheet.ts'

type Env = SignedInEnv & { Variables: Pick<Belonging, 'mine'> }
type Here = Pick<Env['Variables'], 'mine' | 'ports'>

/** Open to every member of the alliance; somebody who is only a guest somewhere is none. */
const authorizeReader = ({ mine }: Here) => authorize(mayReadDecisions(mine))

async function decisionFor(here: Here, cited: string): Promise<DecisionEntry> {
  authorizeReader(here)
  return found(await decisionByCitation(here.ports.db, cited))
}

/** What was decided on, and the versions in which it was put right since. */
async function textsOf(db: Database, decision: DecisionEntry): Promise<Snapshot[]> {
  const corrected = (await correctedSince(db, [decision])).get(decision.id) ?? []
  const ids = [found(decision.snapshotId), ...corrected.map(({ id }) => id)]
  return (await Promise.all(ids.map((id) => snapshotById(db, id)))).filter((one) => one !== null)
}

const oneDecision = '/decisions/:number{[A-Z]{2,4}-[0-9]{4}-[0-9]{3,6}}' as const

/** What only higher floors know. */
interface Known {
  fateOf: FateOf
  originOf?: OriginOf
  minutesOf?: MinutesOf
}

/** What the register shows of each decision besides itself. */
const besidesWith =
  ({ fateOf, minutesOf = inNoMinutes }: Known) =>
  async (db: Database, decisions: DecisionEntry[]) => {
    const ids = decisions.map(({ id }) => id)
    const [fates, corrected, notes, ended, progress, minutes] = await Promise.all([
      fateOf(db, ids),
      correctedSince(db, decisions),
      signedNotes(db, ids),
      endedBy(db, ids),
      carriedOut(db, ids),
      minutesOf(db, ids),
    ])
    return { fates, corrected, notes, ended, progress, minutes }
  }

/** The register of the whole alliance (`DOMAIN.md 5.5`). */
export const decisionLogRoutes = (known: Known) => {
  const { fateOf, originOf = noOrigin, minutesOf = inNoMinutes } = known
  const besides = besidesWith(known)
  return new Hono<Env>()
    .get('/decisions', async (c) => {
      const { ports, locale } = c.var
      authorizeReader(c.var)
      const filter = logQuery.parse(c.req.query())
      const [slice, choices, head] = await Promise.all([
        logSlice(ports.db, filter, logPlace.parse(c.req.query()).page),
        logChoices(ports.db),
        latestHead(ports.db),
      ])
      const about = await besides(ports.db, slice.decisions)
      return c.render(<LogPage {...{ filter, slice, choices, head, locale }} {...about} />, {
        title: texts[locale.lang].decisions,
        section: 'decisions',
      })
    })
    .get(oneDecision, async (c) => {
      const { person, ports, locale } = c.var
      const decision = await decisionFor(c.var, c.req.param('number'))
      const actor = await findActor(ports.db, person, decision.group.slug)
      const inside = actor && isMember(actor) ? actor : null
      const edition = c.req.query('edition') === 'public' ? 'public' : inside ? 'internal' : 'alliance'
      const [sheet, fates, minutes] = await Promise.all([
        sheetOf(ports.db, { decision, edition }, originOf),
        fateOf(ports.db, [decision.id]),
        minutesOf(ports.db, [decision.id]),
      ])
      const fate = fates.get(decision.id) ?? null
      return c.render(
        <DecisionPage
          {...{ sheet, fate, locale }}
          minutes={minutes.get(decision.id) ?? null}
          isMember={inside !== null}
          isInside={edition === 'internal'}
          may={inside ? await abilitiesOf(ports.db, inside, sheet, fate) : outsideAbilities}
        />,
        { title: `${decision.cited} ${sheet.decision.title}`, section: 'decisions' },
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
}
