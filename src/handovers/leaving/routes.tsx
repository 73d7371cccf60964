import type { Context } from 'hono'
import { HandoversPage } from '#views/handovers/handovers-page.tsx'
import { LeavePage } from '#views/handovers/leave-page.tsx'
import { texts } from '#views/handovers/leave-texts.ts'
import { change, type RecordEvent } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import type { DepartureConsequence } from '../../groups/departure.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { isKeptWithout } from '../../groups/keeping.ts'
import { findPersonIn, type PersonIn, peopleIn } from '../../groups/people.ts'
import { maySeePerson } from '../../groups/policy.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { mayHandOver, mayReadHandovers } from '../policy.ts'
import { chosen, leaveForm } from './forms.ts'
import { leave, NotLeft, passesRoles } from './handing-over.ts'
import { handoversIn } from './history.ts'
import { holdingsOf } from './holdings.ts'
import type { Wish } from './successor.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'person' | 'ports' | 'locale'>

const departure = `/people/:id{${uuid}}/departure` as const

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].title, section: placeOf(actor) })

async function leavePage({ actor, ports, locale }: Here, target: PersonIn, refusal?: Refused) {
  const { group } = actor
  const people = await peopleIn(ports.db, group.id)
  const where = { groupId: group.id, personId: target.person.id, membershipId: target.membership.id }
  return (
    <LeavePage
      locale={locale}
      group={group}
      target={target}
      isMe={target.person.id === actor.person.id}
      held={await holdingsOf(ports.db, where)}
      others={people.filter(
        (one) => one.membership.standing === 'member' && one.person.id !== target.person.id && maySeePerson(actor, one),
      )}
      isLastKeeper={!isKeptWithout(group, people, target.membership.id)}
      passesRoles={passesRoles(actor, people, target)}
      refused={refusal}
    />
  )
}

const targetIn = async ({ actor, ports }: Here, id: string) => {
  const target = found(await findPersonIn(ports.db, actor.group.id, id))
  authorize(mayHandOver(actor, target.membership))
  return target
}

/** The problem that kept it from happening, or null. */
export const caught = (error: unknown) => {
  if (error instanceof NotLeft) return error.problem
  throw error
}

/** Leaving a group in one step: what somebody holds, who takes over, and goodbye (`DOMAIN.md 3.8`). */
export const leavingRoutes = ({ consequences }: { consequences: DepartureConsequence<RecordEvent>[] }) => {
  const refuseHere = async (c: Context, here: Here, target: PersonIn, input: Refused) =>
    refuse(c, await leavePage(here, target, input), facts(here))
  const leaveNow = ({ ports, actor }: Here, target: PersonIn, wish: Wish) =>
    change(ports, (tx, record) => leave(tx, record, { actor, target, wish, consequences })).then(() => null, caught)
  return inGroup
    .createApp()
    .get('/handovers', async (c) => {
      const { actor, ports, locale } = c.var
      authorize(mayReadHandovers(actor))
      const all = await handoversIn(ports.db, actor.group.id)
      const title = texts[locale.lang].handovers
      return c.render(<HandoversPage locale={locale} group={actor.group} handovers={all} />, {
        title,
        section: placeOf(actor),
      })
    })
    .get(departure, async (c) => {
      const target = await targetIn(c.var, c.req.param('id'))
      return c.render(await leavePage(c.var, target), facts(c.var))
    })
    .post(departure, form(leaveForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const target = await targetIn(c.var, c.req.param('id'))
      if (!input.ok) return refuseHere(c, c.var, target, input)
      const { successor, givenBy = '' } = input.value
      const successorId = chosen(successor)
      const problem = await leaveNow(c.var, target, { successorId, givenBy })
      if (problem) return refuseHere(c, c.var, target, refused(input.value, problem.field, problem.code))
      const { id: personId } = target.person
      await ports.bus.revoke({ personId, groupId: actor.group.id, final: true })
      if (successorId) await ports.bus.revoke({ personId: successorId, groupId: actor.group.id, final: false })
      return answer(c, personId === actor.person.id ? paths.groups() : paths.people(actor.group))
    })
}
