import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { PeoplePage, type RefusedHere } from '#views/groups/people-page.tsx'
import { texts } from '#views/groups/texts.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { dayOf } from '../web/days.ts'
import { type Accepted, form, type Refused, refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { placeOf } from './actor.ts'
import { setLastDay } from './departure.ts'
import { asMandate, inviteForm, lastDayForm, mandateForm, roleForm } from './forms.ts'
import { type GroupEnv, inGroup } from './in-group.ts'
import { sendInvitation } from './invitation-routes.tsx'
import { invite, isMemberAlready, openInvitations } from './invitations.ts'
import { isKeptWithout } from './keeping.ts'
import { linksOf } from './links.ts'
import { giveMandate, mandatesOf } from './mandate.ts'
import { findPersonIn, type PersonIn, peopleIn } from './people.ts'
import {
  keeperOf,
  mayChangeGuest,
  mayGiveMandate,
  mayGiveRole,
  mayInvite,
  maySeePerson,
  peopleAbilities,
  rolesFor,
} from './policy.ts'
import type { Change } from './recording.ts'
import { revokeInvitation } from './revoking.ts'
import { endRole, giveRole } from './roles.ts'
import { currentRules } from './rule-sets.ts'
import { type Role, role as roleEnum } from './schema.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'person' | 'ports' | 'settings' | 'locale'>

const onePerson = `/people/:id{${uuid}}` as const

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].people, section: placeOf(actor) })

const looksAfter = ({ actor }: Here, people: PersonIn[]) =>
  people.filter(({ roles }) => roles.includes(keeperOf(actor.group.kind)))

async function peoplePage(here: Here, refusal?: RefusedHere) {
  const { actor, ports, locale } = here
  const { group } = actor
  const people = await peopleIn(ports.db, group.id)
  const keepers = looksAfter(here, people)
  const may = peopleAbilities(actor)
  return (
    <PeoplePage
      locale={locale}
      group={group}
      me={actor.person.id}
      people={people.filter((entry) => maySeePerson(actor, entry))}
      roles={rolesFor(group.kind)}
      lastKeeper={keepers.find(({ membership }) => !isKeptWithout(group, people, membership.id))?.membership.id ?? null}
      keepers={keepers.map(({ person }) => person.name)}
      invitations={may.invite ? await openInvitations(ports.db, group.id) : []}
      mandates={await mandatesOf(ports.db, group.id)}
      links={(await linksOf(ports.db)).find((one) => one.group.id === group.id) ?? null}
      today={dayOf(locale.now)}
      rules={await currentRules(ports.db, group.id)}
      may={may}
      refused={refusal}
    />
  )
}

const refuseHere = async (c: Context, here: Here, refusal?: RefusedHere) =>
  refuse(c, await peoplePage(here, refusal), facts(here))

const personIn = async ({ actor, ports }: Here, id: string): Promise<PersonIn> =>
  found(await findPersonIn(ports.db, actor.group.id, id))

type RoleInput = Accepted<{ role: Role; endsOn?: string; givenBy?: string }> | Refused

/** Well-formed is not enough: the role must exist here. */
const judgedRole = ({ actor }: Here, input: RoleInput): RoleInput =>
  input.ok && !rolesFor(actor.group.kind).includes(input.value.role) ? refused(input.value, 'role', 'unknown') : input

async function judgedInvitation<T extends { email: string }>({ actor, ports }: Here, input: Accepted<T> | Refused) {
  if (!input.ok) return input
  const known = await isMemberAlready(ports.db, actor.group.id, input.value.email)
  return known ? refused(input.value, 'email', 'already_member') : input
}

/** Open pages and sockets of this person come back and are judged anew. */
const judgeAnew = ({ actor, ports }: Here, target: PersonIn) =>
  ports.bus.revoke({ personId: target.person.id, groupId: actor.group.id, final: false })

/** People, invitations, roles and the mandate of a group. */
export const groupRoutes = ({ change }: { change: Change }) =>
  inGroup
    .createApp()
    .get('/people', async (c) => c.render(await peoplePage(c.var), facts(c.var)))
    .post('/invitations', form(inviteForm), async (c) => {
      const { actor, ports } = c.var
      authorize(mayInvite(actor))
      const input = await judgedInvitation(c.var, c.var.form)
      if (!input.ok) return refuseHere(c, c.var, { form: 'invite', input })
      const { email, standing, endsOn } = input.value
      const invitation = { email, standing, endsOn: standing === 'guest' ? (endsOn ?? null) : null, role: null }
      const token = await change(ports, (tx, record) => invite(tx, record, actor.group, actor.person, invitation))
      return sendInvitation(c, c.var, { group: actor.group, invitation, token }, paths.people(actor.group))
    })
    .post(`/invitations/:id{${uuid}}/revocation`, async (c) => {
      const { actor, ports } = c.var
      authorize(mayInvite(actor))
      if (!(await revokeInvitation(ports.db, c.req.param('id'), actor.group.id))) throw new HTTPException(404)
      return answer(c, paths.people(actor.group))
    })
    .post(`${onePerson}/roles`, form(roleForm), async (c) => {
      const { actor, ports, locale } = c.var
      const target = await personIn(c.var, c.req.param('id'))
      authorize(mayGiveRole(actor))
      const input = judgedRole(c.var, c.var.form)
      const refuseRole = (wrong: Refused) =>
        refuseHere(c, c.var, { form: 'role', membershipId: target.membership.id, input: wrong })
      if (!input.ok) return refuseRole(input)
      const { role, endsOn = null, givenBy = '' } = input.value
      const term = { role, endsOn, givenBy, startsOn: dayOf(locale.now) }
      const problem = await change(ports, (tx, record) => giveRole(tx, record, actor, target, term))
      if (problem) return refuseRole(refused(input.value, problem.field, problem.code))
      await judgeAnew(c.var, target)
      return answer(c, paths.people(actor.group))
    })
    .post(`${onePerson}/roles/:role{[a-z_]+}/end`, async (c) => {
      const { actor, ports } = c.var
      const target = await personIn(c.var, c.req.param('id'))
      const role = found(roleEnum.enumValues.find((known) => known === c.req.param('role')))
      authorize(mayGiveRole(actor))
      const ended = await change(ports, (tx, record) => endRole(tx, record, actor, target, role))
      if (!ended) return refuseHere(c, c.var)
      await judgeAnew(c.var, target)
      return answer(c, paths.people(actor.group))
    })
    .post(`${onePerson}/last-day`, form(lastDayForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const target = await personIn(c.var, c.req.param('id'))
      authorize(mayChangeGuest(actor))
      if (!input.ok) return refuseHere(c, c.var, { form: 'lastDay', membershipId: target.membership.id, input })
      await setLastDay(ports.db, target.membership, input.value.endsOn)
      await judgeAnew(c.var, target)
      return answer(c, paths.people(actor.group))
    })
    .post('/mandate', form(mandateForm), async (c) => {
      const { actor, ports, locale, form: input } = c.var
      authorize(mayGiveMandate(actor))
      if (!input.ok) return refuseHere(c, c.var, { form: 'mandate', input })
      const mandate = asMandate(input.value)
      await change(ports, (tx, record) => giveMandate(tx, record, actor, mandate, dayOf(locale.now)))
      return answer(c, paths.people(actor.group))
    })
