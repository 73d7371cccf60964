import type { Context } from 'hono'
import { createFactory } from 'hono/factory'
import { texts } from '#views/groups/entrance-texts.ts'
import { HandOverPage } from '#views/groups/hand-over-page.tsx'
import { texts as handOverTexts } from '#views/groups/hand-over-texts.ts'
import { DeadInvitationPage, InvitationPage, type Invited } from '#views/groups/invitation-page.tsx'
import { invitationMail } from '#views/groups/mails.ts'
import { enter, whoAsks } from '../identity/entering.ts'
import { addPerson, findPersonByAddress, isNameTaken } from '../identity/people.ts'
import { signInLetter } from '../identity/routes.tsx'
import type { Person } from '../identity/schema.ts'
import { sendSignInLink } from '../identity/sign-in.ts'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import type { AppEnv } from '../web/env.ts'
import { form, type Refused, refused } from '../web/form.ts'
import type { Locale } from '../web/locale.ts'
import type { DepartureConsequence } from './departure.ts'
import { acceptForm } from './forms.ts'
import { accept, findInvitation, type NewInvitation, type OpenInvitation } from './invitations.ts'
import { mandateInForce } from './mandate.ts'
import type { Change, RecordGroupEvent } from './recording.ts'
import { allianceName } from './register.ts'
import type { Group } from './schema.ts'

type Inviting = Pick<SignedInEnv['Variables'], 'ports' | 'settings' | 'locale' | 'person'>

const fourteenDays = 14 * 24 * 60 * 60_000

async function writeInvitation(here: Inviting, group: Group, invitation: NewInvitation, token: string) {
  const { ports, settings, locale, person } = here
  const known = await findPersonByAddress(ports.db, invitation.email)
  const mandate = await mandateInForce(ports.db, group.id)
  const letter = invitationMail({
    lang: known?.lang ?? locale.lang,
    now: locale.now,
    href: settings.publicUrl + paths.invitation(token),
    group: group.name,
    alliance: (await allianceName(ports.db)) ?? '',
    by: person.name,
    aim: mandate?.aim ?? null,
    until: new Date(locale.now.getTime() + fourteenDays),
    endsOn: invitation.endsOn,
  })
  await ports.mail.send({ to: invitation.email, ...letter })
}

interface Sending {
  group: Group
  invitation: NewInvitation
  token: string
}

/** Nobody else ever gets this link to see: it is in this one answer, never in an address of ours. */
const handOver = (c: Context, here: Inviting, { group, invitation, token }: Sending, back: string) => {
  const { locale, settings } = here
  const link = settings.publicUrl + paths.invitation(token)
  return c.render(
    <HandOverPage locale={locale} group={group.name} email={invitation.email} link={link} back={back} />,
    { title: handOverTexts[locale.lang].title, section: 'groups' },
  )
}

/** After the answer, so that its time says nothing about whether the address is known. */
export function sendInvitation(c: Context, here: Inviting, sending: Sending, back: string) {
  const { ports } = here
  if (ports.mail.none) return handOver(c, here, sending, back)
  ports.defer(writeInvitation(here, sending.group, sending.invitation, sending.token))
  return answer(c, back)
}

type Here = Pick<AppEnv['Variables'], 'ports' | 'settings' | 'locale'>

const facts = ({ lang }: Locale) => ({ title: texts[lang].invitation })

const dead = (c: Context, locale: Locale) => {
  c.status(410)
  return c.render(<DeadInvitationPage locale={locale} />, facts(locale))
}

async function whoIsInvited(c: Context, here: Here, { invitation }: OpenInvitation): Promise<Invited> {
  const signedIn = await whoAsks(c, here)
  if (signedIn) return { as: 'signedIn', person: signedIn.person }
  const person = await findPersonByAddress(here.ports.db, invitation.email)
  return person ? { as: 'known', person } : { as: 'new' }
}

async function page({ ports, locale }: Here, found: OpenInvitation, invited: Invited, token: string, input?: Refused) {
  return (
    <InvitationPage
      locale={locale}
      found={found}
      alliance={(await allianceName(ports.db)) ?? ''}
      aim={(await mandateInForce(ports.db, found.group.id))?.aim ?? null}
      invited={invited}
      action={paths.invitation(token)}
      refused={input}
    />
  )
}

/** Who is new comes in at once. Whom we know and do not see signed in proves it first: this link lives for days. */
async function welcome(c: Context, here: Here, person: Person, isNew: boolean, group: Group) {
  if (isNew) {
    await enter(c, here, person.id)
    return answer(c, paths.group(group))
  }
  here.ports.defer(sendSignInLink(here.ports, person, signInLetter(here, paths.group(group))))
  return answer(c, paths.signInSent())
}

const one = '/invitations/:token{[a-z0-9]{20,64}}'

interface Given<R extends RecordGroupEvent> {
  change: Change<R>
  /** What higher floors put in order when somebody comes who was not here, or comes back. */
  arrivals: DepartureConsequence<R>[]
}

/** What an invitation link leads to: one page, one button, at most one field. */
export const invitationRoutes = <R extends RecordGroupEvent>({ change, arrivals }: Given<R>) =>
  createFactory<AppEnv>()
    .createApp()
    .get(one, async (c) => {
      const token = c.req.param('token')
      const found = await findInvitation(c.var.ports.db, token)
      if (!found) return dead(c, c.var.locale)
      return c.render(await page(c.var, found, await whoIsInvited(c, c.var, found), token), facts(c.var.locale))
    })
    .post(one, form(acceptForm), async (c) => {
      const { ports, locale, form: input } = c.var
      const token = c.req.param('token')
      const found = await findInvitation(ports.db, token)
      if (!found) return dead(c, locale)
      const invited = await whoIsInvited(c, c.var, found)
      const name = input.ok ? input.value.name : undefined
      if (!input.ok || (invited.as === 'new' && !name)) {
        const problem = input.ok ? refused({}, 'name', 'missing') : input
        return refuse(c, await page(c.var, found, invited, token, problem), facts(locale))
      }
      if (invited.as === 'new' && name && (await isNameTaken(ports.db, name, found.invitation.email))) {
        return refuse(c, await page(c.var, found, invited, token, refused({ name }, 'name', 'taken')), facts(locale))
      }
      let isNew = false
      const person = await change(ports, (tx, record) =>
        accept(
          tx,
          record,
          token,
          async (inTx, email) => {
            if (invited.as !== 'new') return invited.person
            const added = await addPerson(inTx, { name: name ?? '', email, lang: locale.lang })
            isNew = added !== null
            return added ?? whoWasFaster(inTx, email)
          },
          arrivals,
        ),
      )
      if (!person) return dead(c, locale)
      return invited.as === 'signedIn'
        ? answer(c, paths.group(found.group))
        : welcome(c, c.var, person, isNew, found.group)
    })

async function whoWasFaster(...[db, email]: Parameters<typeof findPersonByAddress>): Promise<Person> {
  const person = await findPersonByAddress(db, email)
  if (!person) throw new Error('An address that is taken and not there')
  return person
}
