import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { mailOf } from '#src/dev/cast.ts'
import { documentGuests, documents } from '#src/documents/schema.ts'
import { invite, openInvitations } from '#src/groups/invitations.ts'
import { roleHolders } from '#src/groups/people.ts'
import { invitations, memberships } from '#src/groups/schema.ts'
import { findPersonByAddress } from '#src/identity/people.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { linkIn, mailTo } from '../identity/link-in-mail.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { belongs, entryOf } from './entry.ts'

let w: World
let swantje: Browse
const today = dayOf(new Date())

beforeAll(async () => {
  w = await world()
  swantje = await w.as('swantje')
})

const cookieOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? ''

const invited = async (email: string, form: Record<string, string> = { standing: 'member' }) => {
  expect((await swantje(paths.invitations(w.groups.en), { form: { email, ...form } })).status).toBe(303)
  return linkIn(w, await mailTo(w, email))
}

const peopleOfEnergy = async (cookie: string) => w.anonymous('/groups/en/people', { headers: { Cookie: cookie } })

test('somebody new comes in with one link, one field and one button', async () => {
  const link = await invited('Ada.Neu@example.org'.toLowerCase())
  const mail = await mailTo(w, 'ada.neu@example.org')
  expect(mail.subject).toBe('Einladung von Swantje Kieselbach: AG\u00A0Energie')
  expect(mail.text).toContain('Bürgerenergie, Wärme, Nachnutzung Kraftwerk')

  for (const method of ['HEAD', 'GET', 'GET']) expect((await w.anonymous(link, { method })).status).toBe(200)
  const page = await (await w.anonymous(link)).text()
  expect(page).toContain('Du bist eingeladen: AG\u00A0Energie')
  expect(page.match(/<input/g)).toHaveLength(1)

  const entered = await w.anonymous(link, { form: { name: 'Ada Neu' } })
  expect([entered.status, entered.headers.get('Location')]).toEqual([303, '/groups/en'])
  expect(await (await peopleOfEnergy(cookieOf(entered))).text()).toContain('Ada Neu')
})

test('a new person without a name is asked for it, and the link still works', async () => {
  const link = await invited('bo@example.org')
  const refused = await w.anonymous(link, { form: { name: ' ' } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Bitte schreib deinen Namen hin.')
  expect((await w.anonymous(link, { form: { name: 'Bo' } })).status).toBe(303)
})

test('an invitation is good once, even for ten at the same moment', async () => {
  const link = await invited('cleo@example.org')
  const answers = await Promise.all(Array.from({ length: 10 }, () => w.anonymous(link, { form: { name: 'Cleo' } })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(9).fill(410)])
  expect((await w.anonymous(link)).status).toBe(410)
})

test('who is signed in accepts with one button and stays who they are', async () => {
  const link = await invited('nele.anders@example.org')
  const nele = await w.as('nele')
  const page = await (await nele(link)).text()
  expect(page).toContain('Als Nele Auerswald-Pohl annehmen')
  expect(page).not.toContain('name="name"')
  const accepted = await nele(link, { form: {} })
  expect([accepted.headers.get('Location'), accepted.headers.get('Set-Cookie')]).toEqual(['/groups/en', null])
  expect(await belongs(w, 'nele', 'en')).toBe(true)
  expect(await findPersonByAddress(w.db, 'nele.anders@example.org')).toBeNull()
})

test('an invitation does not sign in somebody who has an account: a sign-in link does (S-13)', async () => {
  const link = await invited(mailOf('ole'))
  const accepted = await w.anonymous(link, { form: {} })
  expect([accepted.headers.get('Location'), accepted.headers.get('Set-Cookie')]).toEqual(['/sign-in/sent', null])
  expect(await belongs(w, 'ole', 'en')).toBe(true)
  await mailTo(w, mailOf('ole'), 2)
  const signIn = linkIn(w, await mailTo(w, mailOf('ole'), 2))
  expect(signIn).toMatch(/^\/sign-in\//)
  expect((await w.anonymous(signIn, { method: 'POST' })).headers.get('Location')).toBe('/groups/en')
})

test('what a known and an unknown address bring about looks the same to the inviter (S-05)', async () => {
  const forms = [mailOf('kemal'), 'nobody.yet@example.org'].map((email) => ({ email, standing: 'member' }))
  const answers = await Promise.all(forms.map((form) => swantje(paths.invitations(w.groups.en), { form })))
  expect(answers.map(({ status, headers }) => [status, headers.get('Location')])).toEqual(
    Array(2).fill([303, '/groups/en/people']),
  )
})

test('a newer invitation replaces an older one, and a withdrawn one is dead', async () => {
  const older = await invited('dora@example.org')
  const count = w.mails().filter(({ to }) => to === 'dora@example.org').length
  const phone = await w.as('swantje')
  await phone(paths.invitations(w.groups.en), { form: { email: 'dora@example.org', standing: 'member' } })
  const newer = linkIn(w, await mailTo(w, 'dora@example.org', count + 1))
  expect((await w.anonymous(older)).status).toBe(410)

  const open = await openInvitations(w.db, w.groups.en.id)
  const found = open.find(({ invitation }) => invitation.email === 'dora@example.org')
  const path = paths.invitationRevocation(w.groups.en, { id: found?.invitation.id ?? '' })
  expect((await (await w.as('gerd'))(path, { method: 'POST' })).status).toBe(403)
  expect((await swantje(path, { method: 'POST' })).status).toBe(303)
  expect((await w.anonymous(newer, { form: { name: 'Dora' } })).status).toBe(410)
})

test('of invitations that are written at the same moment one is open', async () => {
  const form = { email: 'paul@example.org' }
  const writing = ['member', 'guest', 'member'].map((standing, later) =>
    swantje(paths.invitations(w.groups.en), { form: { ...form, standing, endsOn: addDays(today, 30 + later) } }),
  )
  expect((await Promise.all(writing)).map(({ status }) => status)).toEqual([303, 303, 303])
  const open = async () =>
    (await openInvitations(w.db, w.groups.en.id)).filter(({ invitation }) => invitation.email === form.email)
  expect(await open()).toHaveLength(1)
})

test('whoever leaves does not come back by a link that was lying around', async () => {
  const hedwig = await w.as('hedwig')
  const guest = { standing: 'guest', endsOn: addDays(today, 30) }
  await hedwig(await invited(mailOf('hedwig'), guest), { form: {} })
  const { membership } = await entryOf(w, 'hedwig', 'en')
  await swantje(paths.invitations(w.groups.en), { form: { email: mailOf('hedwig'), standing: 'member' } })
  const link = linkIn(w, await mailTo(w, mailOf('hedwig'), 2))
  expect((await swantje(paths.departure(w.groups.en, membership), { method: 'POST' })).status).toBe(303)
  expect((await hedwig(link, { form: {} })).status).toBe(410)
  expect(await belongs(w, 'hedwig', 'en')).toBe(false)
})

test('an invitation of another group cannot be withdrawn from here (S-44)', async () => {
  const link = await invited('emil@example.org')
  const [row] = await w.db.select().from(invitations).where(eq(invitations.email, 'emil@example.org'))
  const nele = await w.as('nele')
  await nele(paths.invitationRevocation(w.groups.lw, { id: row?.id ?? '' }), { method: 'POST' })
  expect((await w.anonymous(link)).status).toBe(200)
})

test('after fourteen days an invitation is over', async () => {
  const link = await invited('fee@example.org')
  const [row] = await w.db.select().from(invitations).where(eq(invitations.email, 'fee@example.org'))
  const days = ((row?.expiresAt.getTime() ?? 0) - Date.now()) / (24 * 60 * 60_000)
  expect(Math.round(days)).toBe(14)
  await w.db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.email, 'fee@example.org'))
  expect((await w.anonymous(link, { form: { name: 'Fee' } })).status).toBe(410)
})

test('only a hash of the link is kept', async () => {
  const token = (await invited('gabi@example.org')).split('/').at(-1) ?? ''
  const rows = await w.db.select().from(invitations)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a guest is invited up to a day, reads until then and has no vote', async () => {
  const lastDay = addDays(today, 30)
  const link = await invited('hanno@example.org', { standing: 'guest', endsOn: lastDay })
  expect(await (await w.anonymous(link)).text()).toContain('Du bist als Gast eingeladen')
  await w.anonymous(link, { form: { name: 'Hanno' } })
  const page = await (await swantje('/groups/en/people')).text()
  expect(page).toContain('Gäste')
  const known = await findPersonByAddress(w.db, 'hanno@example.org')
  expect(known?.name).toBe('Hanno')
})

test('a guest who is invited as a member becomes one', async () => {
  const piet = await w.as('piet')
  const form = { email: mailOf('vera'), standing: 'member' }
  expect((await piet(paths.invitations(w.groups.di), { form })).status).toBe(303)
  const vera = await w.as('vera')
  await vera(linkIn(w, await mailTo(w, mailOf('vera'))), { form: {} })
  expect((await entryOf(w, 'vera', 'di')).membership).toMatchObject({ standing: 'member', votes: true, endsOn: null })
})

test.each([
  [{ email: 'iris', standing: 'member' }, 'Das ist keine Mailadresse'],
  [{ email: 'iris@example.org', standing: 'boss' }, 'Bitte wähle Mitglied oder Gast.'],
  [{ email: 'iris@example.org', standing: 'guest' }, 'Für Gäste braucht es einen letzten Tag.'],
  [{ email: 'iris@example.org', standing: 'guest', endsOn: '2020-01-01' }, 'Dieser Tag ist schon vorbei.'],
  [{ email: mailOf('gerd'), standing: 'member' }, 'Diese Person ist schon Mitglied.'],
])('%j comes back with what is wrong', async (form, words) => {
  const refused = await swantje(paths.invitations(w.groups.en), { form })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain(words)
  expect(page).toContain(`value="${form.email}"`)
  expect(w.mails().some(({ to }) => to === 'iris@example.org')).toBe(false)
})

test('fields that the form does not have are not believed (S-47)', async () => {
  const form = { standing: 'member', role: 'lead', groupId: w.groups.kk.id, invitedById: w.people.gerd.id }
  await invited('jan@example.org', form)
  const [row] = await w.db.select().from(invitations).where(eq(invitations.email, 'jan@example.org'))
  expect(row).toMatchObject({ role: null, groupId: w.groups.en.id, invitedById: w.people.swantje.id })
})

test('coordinators invite into any group, others nowhere', async () => {
  const henrike = await w.as('henrike')
  const form = { email: 'karl@example.org', standing: 'member', group: w.groups.lw.id }
  expect((await (await w.as('nele'))(paths.invitationsAnywhere(), { form })).status).toBe(403)
  expect((await henrike(paths.invitationsAnywhere(), { form })).status).toBe(303)
  expect((await mailTo(w, 'karl@example.org')).subject).toContain('AG\u00A0Landwirtschaft')
  expect(await (await henrike('/groups')).text()).toContain('karl@example.org')
  expect(await (await (await w.as('gerd'))('/groups')).text()).not.toContain('karl@example.org')

  const open = await openInvitations(w.db, w.groups.lw.id)
  const id = open[0]?.invitation.id ?? ''
  expect((await (await w.as('gerd'))(paths.revocationAnywhere({ id }), { method: 'POST' })).status).toBe(403)
  await henrike(paths.revocationAnywhere({ id }), { method: 'POST' })
  expect(await openInvitations(w.db, w.groups.lw.id)).toEqual([])
})

test('a coordinator helps a group without a lead: the invitation brings the role along', async () => {
  const henrike = await w.as('henrike')
  const form = { email: mailOf('dunja'), standing: 'member', group: w.groups.gl.id, asLead: 'on' }
  expect((await henrike(paths.invitationsAnywhere(), { form })).status).toBe(303)
  await (await w.as('dunja'))(linkIn(w, await mailTo(w, mailOf('dunja'))), { form: {} })
  expect(await roleHolders(w.db, w.groups.gl.id, ['lead'])).toEqual(['Dunja Weselin', 'Ilse Vennhaus'])
})

test('the page speaks English with whoever reads English', async () => {
  const link = await invited('lou@example.org')
  const page = await (await w.anonymous(link, { headers: { 'Accept-Language': 'en' } })).text()
  expect(page).toContain('Swantje Kieselbach invites you.')
})

test('a guest who comes back does not find the papers of the former stay open', async () => {
  const [paper] = await w.db
    .insert(documents)
    .values({ groupId: w.groups.bt.id, kind: 'position', title: 'Nur für damals', createdById: w.people.fritjof.id })
    .returning()
  const documentId = paper?.id ?? ''
  const who = { groupId: w.groups.bt.id, personId: w.people.vera.id }
  await w.db.insert(memberships).values({ ...who, standing: 'guest', votes: false, endsOn: addDays(today, -1) })
  await w.db.insert(documentGuests).values({ documentId, personId: who.personId })
  const invitation = { email: mailOf('vera'), standing: 'guest', endsOn: addDays(today, 9), role: null } as const
  const come = async () => {
    const token = await change(w.ports, (tx, r) => invite(tx, r, w.groups.bt, w.people.fritjof, invitation))
    expect((await (await w.as('vera'))(paths.invitation(token), { form: {} })).status).toBe(303)
  }
  const open = () => w.db.$count(documentGuests, eq(documentGuests.documentId, documentId))
  await come()
  expect(await open()).toBe(0)
  await w.db.insert(documentGuests).values({ documentId, personId: who.personId })
  await come()
  expect(await open()).toBe(1)
  const vera = await w.as('vera')
  const { membership } = await entryOf(w, 'vera', 'bt')
  await vera(paths.departure(w.groups.bt, membership), { method: 'POST' })
  expect(await open()).toBe(0)
})

test('who comes anew does not come with the name of somebody else', async () => {
  const link = await invited('quirin@example.org')
  const refused = await w.anonymous(link, { form: { name: 'gerd moosbach' } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('So heißt hier schon jemand.')
  expect((await w.anonymous(link, { form: { name: 'Quirin' } })).status).toBe(303)
})
