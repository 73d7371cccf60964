import { beforeAll, expect, test } from 'vitest'
import { paths } from '#src/paths.ts'
import { noMail } from '#src/runtime/mail.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
  w.ports.mail = noMail()
})

const linkOn = (page: string) => /http:\/\/localhost:3000(\/invitations\/[a-z0-9]+)/.exec(page)?.[1] ?? ''

test('whoever invites gets the link to hand over, once', async () => {
  const swantje = await w.as('swantje')
  const form = { email: 'neu@example.org', standing: 'member' }
  const answer = await swantje(paths.invitations(w.groups.en), { form })
  expect([answer.status, answer.headers.get('Location')]).toEqual([200, null])
  expect(answer.headers.get('Cache-Control')).toContain('no-store')
  const page = await answer.text()
  expect(page).toContain('Dieser Server verschickt keine Mails.')
  const link = linkOn(page)
  expect(linkOn(await (await swantje(paths.people(w.groups.en))).text())).toBe('')
  expect((await w.anonymous(link, { form: { name: 'Neu Hier' } })).headers.get('Location')).toBe('/groups/en')
})

test('a coordinator gets it too, for any group and for the first lead of a new one', async () => {
  const henrike = await w.as('henrike')
  const form = { email: 'karl@example.org', standing: 'member', group: w.groups.lw.id }
  const anywhere = await (await henrike(paths.invitationsAnywhere(), { form })).text()
  expect((await w.anonymous(linkOn(anywhere))).status).toBe(200)
  const founding = { name: 'AG Wasser', prefix: 'WA', aim: 'Wasser', firstLead: 'new', email: 'wanda@example.org' }
  const founded = await (await henrike(paths.newGroup(), { form: founding })).text()
  expect(await (await w.anonymous(linkOn(founded))).text()).toContain('AG Wasser')
})

test.each(['/sign-in', '/sign-in/sent', '/sign-in/aaaaaaaaaaaaaaaaaaaaaaaa'])(
  '%s says whom to ask, and nothing of mails on their way',
  async (path) => {
    const page = await (await w.anonymous(path)).text()
    expect(page).toContain('Dieser Server verschickt keine Mails.')
    expect(page).toContain('href="/imprint"')
    expect(page).not.toMatch(/unterwegs|Wir schicken/)
  },
)
