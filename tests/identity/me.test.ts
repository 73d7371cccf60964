import { beforeAll, expect, test } from 'vitest'
import { deviceOf } from '#src/identity/device.ts'
import { findPerson } from '#src/identity/people.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

test('I change my name, and a name that is missing is asked for again', async () => {
  const gerd = await w.as('gerd')
  expect((await gerd('/me/name', { form: { name: '  Gerd \r\n Moos ' } })).status).toBe(303)
  expect((await findPerson(w.db, w.people.gerd.id))?.name).toBe('Gerd Moos')
  const refused = await gerd('/me/name', { form: { name: ' ' } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Bitte schreib deinen Namen hin.')
})

test('nobody takes the name of somebody else, in small letters neither', async () => {
  const gerd = await w.as('gerd')
  const before = await findPerson(w.db, w.people.gerd.id)
  const refused = await gerd('/me/name', { form: { name: 'tarek LINDHÖVEL' } })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('So heißt hier schon jemand.')
  expect((await findPerson(w.db, w.people.gerd.id))?.name).toBe(before?.name)
  expect((await gerd('/me/name', { form: { name: before?.name ?? '' } })).status).toBe(303)
})

test('my account names my groups', async () => {
  const page = await (await (await w.as('fritjof'))('/me')).text()
  for (const slug of ['en', 'bt', 'di', 'kk']) expect(page).toContain(`href="/groups/${slug}"`)
})

test('the language is chosen once and remembered with the person', async () => {
  const piet = await w.as('piet')
  const chosen = await piet('/language', { form: { lang: 'en' }, headers: { Referer: `${w.settings.publicUrl}/me` } })
  expect(chosen.headers.get('Location')).toBe('/me')
  expect(chosen.headers.get('Set-Cookie')).toMatch(/^language=en; .*HttpOnly; SameSite=Lax/)
  expect(await (await piet('/me')).text()).toContain('<html lang="en">')
})

test('choosing a language never leads away, and never to an unknown one', async () => {
  const away = await w.anonymous('/language', { form: { lang: 'en' }, headers: { Referer: 'https://evil.example/me' } })
  expect(away.headers.get('Location')).toBe('/')
  const odd = await w.anonymous('/language', { form: { lang: 'fr' } })
  expect([odd.status, odd.headers.get('Set-Cookie')]).toEqual([303, null])
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['curl/8', ''],
])('%s is shown as: %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})
