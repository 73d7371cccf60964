import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { NewGroupPage } from '#views/groups/new-group-page.tsx'
import { RegisterPage } from '#views/groups/register-page.tsx'
import { texts } from '#views/groups/register-texts.ts'
import type { Database } from '../db/database.ts'
import { type SignedInEnv, signedIn } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { dayOf } from '../web/days.ts'
import { type Accepted, form, type Refused, refused } from '../web/form.ts'
import { authorize } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { asMandate, type InviteAnywhere, inviteAnywhereForm, type NewGroupInput, newGroupForm } from './forms.ts'
import { foundGroup } from './founding.ts'
import { sendInvitation } from './invitation-routes.tsx'
import { invite, isMemberAlready, type NewInvitation, openInvitations } from './invitations.ts'
import { join } from './joining.ts'
import { groupsOf } from './membership.ts'
import { isCoordinator, mayCreateGroup, mayInviteAnywhere, mayReadRegister } from './policy.ts'
import type { Change, RecordGroupEvent } from './recording.ts'
import { allGroups, allianceName, circleActor, circleOf, peopleOfAlliance } from './register.ts'
import { revokeInvitation } from './revoking.ts'
import type { Group } from './schema.ts'

type Here = Pick<SignedInEnv['Variables'], 'person' | 'ports' | 'settings' | 'locale'>

const registerFacts = ({ locale }: Here) => ({ title: texts[locale.lang].groups, section: 'groups' }) as const
const newGroupFacts = ({ locale }: Here) => ({ title: texts[locale.lang].newGroup, section: 'groups' }) as const

async function registerPage({ ports, person, locale }: Here, refusal?: Refused) {
  const coordinates = isCoordinator(await circleActor(ports.db, person))
  const mine = await groupsOf(ports.db, person.id)
  const standings = new Map(mine.map(({ id, standing }) => [id, standing]))
  const all = await allGroups(ports.db)
  return (
    <RegisterPage
      locale={locale}
      alliance={(await allianceName(ports.db)) ?? ''}
      groups={mayReadRegister(mine) ? all : all.filter(({ group }) => standings.has(group.id))}
      mine={standings}
      today={dayOf(locale.now)}
      coordination={coordinates ? { invitations: await openInvitations(ports.db), refused: refusal } : null}
    />
  )
}

const newGroupPage = async ({ ports, locale }: Here, refusal?: Refused) => (
  <NewGroupPage locale={locale} people={await peopleOfAlliance(ports.db)} today={dayOf(locale.now)} refused={refusal} />
)

interface WhereTo {
  group: Group
  invitation: NewInvitation
}

const invitationFrom = (group: Group, { email, standing, endsOn, asLead }: InviteAnywhere): NewInvitation => {
  const isLead = asLead === 'on' && standing === 'member' && group.kind === 'working_group'
  return { email, standing, endsOn: standing === 'guest' ? (endsOn ?? null) : null, role: isLead ? 'lead' : null }
}

/** Into which group, and whether there is anything to invite to. */
async function judgedInvitation(
  { ports }: Here,
  input: Accepted<InviteAnywhere> | Refused,
): Promise<Accepted<WhereTo> | Refused> {
  if (!input.ok) return input
  const all = await allGroups(ports.db)
  const group = all.find((entry) => entry.group.id === input.value.group)?.group
  if (!group) return refused(input.value, 'group', 'missing')
  const invitation = invitationFrom(group, input.value)
  const isPointless = !invitation.role && (await isMemberAlready(ports.db, group.id, invitation.email))
  return isPointless ? refused(input.value, 'email', 'already_member') : { ok: true, value: { group, invitation } }
}

interface Founded {
  group: Group
  /** When the first lead is somebody new. */
  invited?: { invitation: NewInvitation; token: string }
}

/** The group and its first lead: there at once, or invited. Null when the short sign is taken. */
async function found(
  tx: Database,
  record: RecordGroupEvent,
  { person }: Here,
  input: NewGroupInput,
): Promise<Founded | null> {
  const { name, prefix, legalForm } = input
  const wanted = { name, prefix, legalForm, mandate: asMandate(input) }
  const group = await foundGroup(tx, record, { circle: await circleOf(tx), founder: person, group: wanted })
  if (!group) return null
  const known = (await peopleOfAlliance(tx)).find(({ id }) => id === input.personId)
  if (input.firstLead === 'known' && known) {
    const joining = { groupId: group.id, person: known, standing: 'member', endsOn: null, role: 'lead' } as const
    await join(tx, record, { ...joining, actorId: person.id })
    return { group }
  }
  const invitation = { email: input.email ?? '', standing: 'member', endsOn: null, role: 'lead' } as const
  return { group, invited: { invitation, token: await invite(tx, record, group, person, invitation) } }
}

async function judgedGroup({ ports }: Here, input: Accepted<NewGroupInput> | Refused) {
  if (!input.ok || input.value.firstLead === 'new') return input
  const people = await peopleOfAlliance(ports.db)
  return people.some(({ id }) => id === input.value.personId) ? input : refused(input.value, 'personId', 'missing')
}

const coordinator = async ({ ports, person }: Here) => circleActor(ports.db, person)

const refuseGroup = async (c: Context, here: Here, input: Refused) =>
  refuse(c, await newGroupPage(here, input), newGroupFacts(here))

/** The groups of the alliance, and what coordinators do about them. */
export const allianceGroupRoutes = ({ change }: { change: Change }) =>
  signedIn
    .createApp()
    .get('/groups', async (c) => c.render(await registerPage(c.var), registerFacts(c.var)))
    .get('/groups/new', async (c) => {
      authorize(mayCreateGroup(await coordinator(c.var)))
      return c.render(await newGroupPage(c.var), newGroupFacts(c.var))
    })
    .post('/groups/new', form(newGroupForm), async (c) => {
      authorize(mayCreateGroup(await coordinator(c.var)))
      const input = await judgedGroup(c.var, c.var.form)
      if (!input.ok) return refuseGroup(c, c.var, input)
      const founded = await change(c.var.ports, (tx, record) => found(tx, record, c.var, input.value))
      if (!founded) return refuseGroup(c, c.var, refused(input.value, 'prefix', 'taken'))
      const { group, invited } = founded
      return invited ? sendInvitation(c, c.var, { group, ...invited }, paths.groups()) : answer(c, paths.groups())
    })
    .post('/invitations', form(inviteAnywhereForm), async (c) => {
      const { ports, person } = c.var
      authorize(mayInviteAnywhere(await coordinator(c.var)))
      const input = await judgedInvitation(c.var, c.var.form)
      if (!input.ok) return refuse(c, await registerPage(c.var, input), registerFacts(c.var))
      const { group, invitation } = input.value
      const token = await change(ports, (tx, record) => invite(tx, record, group, person, invitation))
      return sendInvitation(c, c.var, { group, invitation, token }, paths.groups())
    })
    .post(`/invitations/:id{${uuid}}/revocation`, async (c) => {
      authorize(mayInviteAnywhere(await coordinator(c.var)))
      if (!(await revokeInvitation(c.var.ports.db, c.req.param('id')))) throw new HTTPException(404)
      return answer(c, paths.groups())
    })
