import type { Context } from 'hono'
import { LeaveAlliancePage } from '#views/handovers/leave-alliance-page.tsx'
import { texts } from '#views/handovers/leave-texts.ts'
import { change, type RecordEvent } from '../../activity/model.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { circleActor } from '../../groups/register.ts'
import { isClosed } from '../../identity/closing.ts'
import { findPerson } from '../../identity/people.ts'
import type { Person } from '../../identity/schema.ts'
import { type SignedInEnv, signedIn } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { mayLeaveAlliance } from '../policy.ts'
import { leaveAlliance, NotLeftIn, type Part, partsOf } from './alliance.ts'
import { chosen, leaveAllianceForm, successorField } from './forms.ts'
import type { Wish } from './successor.ts'

type Here = Pick<SignedInEnv['Variables'], 'person' | 'ports' | 'locale'>

const one = `/departures/:id{${uuid}}` as const

/** Somebody who belongs to the alliance; to whoever may not see them off they are not there. */
async function leaver({ ports, person }: Here, id: string): Promise<Person> {
  const may = mayLeaveAlliance(id, person, await circleActor(ports.db, person))
  const target = found(may ? await findPerson(ports.db, id) : null)
  return found((await isClosed(ports.db, id)) ? null : target)
}

/** Who coordinates the alliance sees how much is open; what it is only in groups of their own. */
async function partsSeenBy({ ports, person }: Here, target: Person): Promise<Part[]> {
  const parts = await partsOf(ports.db, target.id, person)
  if (target.id === person.id) return parts
  return parts.map((part) => ({ ...part, others: part.others.filter(({ roles }) => roles.includes('lead')) }))
}

const page = async (here: Here, target: Person, refusal?: Refused) => (
  <LeaveAlliancePage
    locale={here.locale}
    target={target}
    isMe={target.id === here.person.id}
    parts={await partsSeenBy(here, target)}
    refused={refusal}
  />
)

const facts = ({ locale }: Here) => ({ title: texts[locale.lang].allianceTitle, section: 'me' as const })

/** What was chosen for each group; somebody else's id is refused behind the lock. */
function wishesIn(parts: Part[], typed: Record<string, unknown>): Map<string, Wish> {
  const givenBy = typeof typed.givenBy === 'string' ? typed.givenBy : ''
  const wishFor = ({ id }: Part['group']) => ({ successorId: chosen(typed[successorField(id)]), givenBy })
  return new Map(parts.map(({ group }) => [group.id, wishFor(group)]))
}

const caught = (error: unknown) => {
  if (error instanceof NotLeftIn) return error
  throw error
}

/** One step over all groups, and the account is closed. */
export const leavingAllianceRoutes = ({ consequences }: { consequences: DepartureConsequence<RecordEvent>[] }) => {
  const refuseHere = async (c: Context, here: Here, target: Person, input: Refused) =>
    refuse(c, await page(here, target, input), facts(here))
  return signedIn
    .createApp()
    .get(one, async (c) => {
      const target = await leaver(c.var, c.req.param('id'))
      return c.render(await page(c.var, target), facts(c.var))
    })
    .post(one, form(leaveAllianceForm), async (c) => {
      const { ports, person, form: input } = c.var
      const target = await leaver(c.var, c.req.param('id'))
      if (!input.ok) return refuseHere(c, c.var, target, input)
      const wishes = wishesIn(await partsOf(ports.db, target.id, person), input.value)
      const leaving = { personId: target.id, by: person, wishes, consequences }
      const left = await change(ports, (tx, record) => leaveAlliance(tx, record, leaving)).catch(caught)
      if (left instanceof NotLeftIn) {
        const { field, code } = left.problem
        const name = field === 'givenBy' ? field : successorField(left.group.id)
        return refuseHere(c, c.var, target, refused(input.value, name, code))
      }
      await ports.bus.revoke({ personId: target.id, final: true })
      return answer(c, target.id === person.id ? paths.signIn() : paths.groups())
    })
}
