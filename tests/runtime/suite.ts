import { and, eq } from 'drizzle-orm'
import { toBase64 } from 'lib0/buffer'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { documentGuests } from '#src/documents/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { createSignInLink } from '#src/identity/sign-in.ts'
import { paths } from '#src/paths.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { addText, openSyncedTab, type Tab, textOf, until, wsUrl } from '../documents/editing/co-editing.ts'
import { instead, proposed } from '../documents/suggestions/proposing.ts'
import { between } from '../referrals/setting.ts'
import type { World } from '../support/world.ts'
import { cookieOf, enter, nobody, type Platform, servedBy } from './platform.ts'

const place = (response: Response) => response.headers.get('Location') ?? ''

export async function membershipOf({ db, people, groups }: World, person: PersonKey): Promise<string> {
  const isTheirs = and(eq(memberships.personId, people[person].id), eq(memberships.groupId, groups.en.id))
  const [membership] = await db.select().from(memberships).where(isTheirs)
  return membership?.id ?? ''
}

/** What must be the same on every platform. The platform may still be starting when the stories are told. */
export function tellStories(on: Platform): void {
  const open = async (person: PersonKey, sync: string): Promise<Tab> => {
    const tab = await openSyncedTab(servedBy(on), person, sync, { saved: '1' })
    onTestFinished(() => tab.close())
    return tab
  }
  const stored = async (documentId: string) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await currentState(on.w.db, documentId))
    return textOf(doc.getXmlFragment(field))
  }
  const has = (tab: Tab, text: string) => until(() => tab.text() === text, `somebody reads “${text}”`)

  test('somebody signs in with a link, sees the start page, and signs out', async () => {
    const token = await createSignInLink(on.w.db, on.w.people.bjarne.id)
    const entered = await nobody(on)(paths.signInLink(token), { form: {} })
    const Cookie = (entered.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
    const seen = async () => fetch(on.url, { headers: { Cookie, 'Accept-Language': 'de' }, redirect: 'manual' })
    expect(await (await seen()).text()).toContain('Bjarne')
    const left = await nobody(on)(paths.signOut(), { form: {}, headers: { Cookie } })
    expect([left.status, (await seen()).status]).toEqual([303, 303])
  })

  test('styles and scripts come with the headers they need, and nothing private is among them', async () => {
    const style = Object.values(readProvided().manifest).find((url) => url.endsWith('.css'))
    const { status, headers } = await fetch(on.url + style)
    expect([status, headers.get('Cache-Control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    for (const path of ['/_headers', '/.assetsignore', '/package.json', '/wrangler.toml'])
      expect((await fetch(on.url + path, { redirect: 'manual' })).status).toBe(303)
  })

  test('two people write together, and both are told when it is stored', async () => {
    const { id, sync } = await addText(on.w)
    const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
    swantje.write('eins')
    await has(tarek, 'eins')
    tarek.write('zwei')
    await has(swantje, 'eins\nzwei')
    await until(() => swantje.saved.count > 0 && tarek.saved.count > 0, 'both are told')
    expect(await stored(id)).toBe('eins\nzwei')
  })

  test('who only reads gets every word and changes none', async () => {
    const { id, sync } = await addText(on.w, 'di')
    await on.w.db.insert(documentGuests).values({ documentId: id, personId: on.w.people.vera.id })
    const [piet, vera] = await Promise.all([open('piet', sync), open('vera', sync)])
    vera.write('von Vera')
    piet.write('von Piet')
    await until(() => vera.text().includes('von Piet'), 'Vera reads')
    expect([piet.text(), await stored(id)]).toEqual(['von Piet', 'von Piet'])
  })

  test('a stranger does not find the text, and a page from elsewhere is refused', async () => {
    const { sync } = await addText(on.w)
    const knock = async (person: PersonKey, Origin: string) => {
      const Cookie = await cookieOf(on, person)
      const socket = new WebSocket(wsUrl(on) + sync, { headers: { Cookie, Origin, 'Kreislauf-Ticket': '{}' } })
      return new Promise((resolve) => socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode)))
    }
    expect([await knock('nele', on.url), await knock('swantje', 'https://example.org')]).toEqual([404, 403])
  })

  test('a frame that is too large closes its own seat with a reason', async () => {
    const { sync } = await addText(on.w)
    const tarek = await open('tarek', sync)
    const headers = { Cookie: await cookieOf(on, 'swantje'), Origin: on.url }
    const socket = new WebSocket(wsUrl(on) + sync, { headers })
    await new Promise((resolve) => socket.on('open', resolve))
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.send(new Uint8Array(1024 * 1024 + 1000))
    expect(await closed).toBe(1009)
    tarek.write('weiter')
    await until(() => tarek.saved.count > 0, 'he goes on')
  })

  test('what the platform has forgotten of a text, it finds again', async () => {
    const { id, sync } = await addText(on.w)
    const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
    const cursor = (name: number) => ({ anchor: { tname: field, assoc: name }, head: { tname: field, assoc: name } })
    const at = (tab: Tab, of: Tab) => tab.provider.awareness.getStates().get(of.doc.clientID)?.cursor?.anchor?.assoc
    const tells = async (tab: Tab, of: Tab, name: number) => {
      of.provider.awareness.setLocalStateField('cursor', cursor(name))
      await until(() => at(tab, of) === name, `the cursor is seen at ${name}`)
    }
    swantje.write('davor')
    await has(tarek, 'davor')
    await tells(tarek, swantje, 1)
    await on.forget(id, [swantje, tarek])
    swantje.write('danach')
    await has(tarek, 'davor\ndanach')
    await tells(tarek, swantje, 2)
    await tells(swantje, tarek, 3)
    await until(() => swantje.saved.state === 0 && swantje.saved.count > 0, 'she is told')
    const late = await open('bjarne', sync)
    expect([late.text(), await stored(id)]).toEqual(['davor\ndanach', 'davor\ndanach'])
    await until(() => at(late, swantje) === 2 && at(late, tarek) === 3, 'who comes late sees where both are')
    swantje.close()
    await until(() => at(tarek, swantje) === undefined, 'who leaves is gone')
  })

  test('while the database is away people go on writing, and afterwards it has every word in order', async () => {
    const { id, sync } = await addText(on.w)
    const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
    swantje.write('eins')
    await has(tarek, 'eins')
    on.cut()
    onTestFinished(() => on.mend())
    swantje.write('zwei')
    swantje.write('drei')
    await until(async () => (await fetch(`${on.url}/readyz`)).status === 503, 'it is said')
    expect(await stored(id)).toBe('eins')
    on.mend()
    await has(tarek, 'eins\nzwei\ndrei')
    await until(async () => (await stored(id)) === 'eins\nzwei\ndrei', 'all is stored')
    await until(() => swantje.saved.state === 0, 'she is told so')
  }, 60_000)

  test('what one proposes and another accepts is in the open text of a third', async () => {
    const { id, sync } = await addText(on.w)
    const bjarne = await open('bjarne', sync)
    bjarne.write('Das Wasser ist knapp.')
    await until(async () => (await stored(id)) !== '', 'it is stored', 15_000)
    const patch = proposed(await currentState(on.w.db, id), instead('Wasser', 'Trinkwasser'))
    const body = JSON.stringify({
      id: crypto.randomUUID(),
      clients: patch.clients,
      update: toBase64(patch.update),
      version: 0,
    })
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' }
    const made = await (await enter(on, 'tarek'))(paths.suggestions(on.w.groups.en, { id }), {
      method: 'POST',
      headers,
      body,
    })
    const { suggestion } = (await made.json()) as { suggestion: { id: string } }
    const accepted = paths.suggestionAcceptance(on.w.groups.en, { id }, suggestion)
    expect((await (await enter(on, 'swantje'))(accepted, { form: {} })).status).toBe(303)
    await has(bjarne, 'Das Trinkwasser ist knapp.')
    expect(await stored(id)).toBe('Das Trinkwasser ist knapp.')
  })

  test('five answer, one counts, another one establishes the result', async () => {
    const [swantje, fritjof] = await Promise.all([enter(on, 'swantje'), enter(on, 'fritjof')])
    const closesOn = addDays(dayOf(new Date()), 7)
    const proposal = {
      title: 'Wärmenetz',
      wording: 'Wir lassen prüfen.',
      scope: 'own_group',
      method: 'consent',
      closesOn,
    }
    const round = place(await swantje('/groups/en/proposals', { form: proposal }))
    for (const person of ['swantje', 'bjarne', 'gerd', 'tarek', 'fritjof'] as const) {
      const answer = await (await enter(on, person))(`${round}/ballot`, { form: { choice: 'consent' } })
      expect(answer.status).toBe(303)
    }
    expect((await swantje(`${round}/count`, { form: {} })).status).toBe(303)
    expect((await swantje(`${round}/decision`, { form: {} })).status).toBe(403)
    const decision = await fritjof(`${round}/decision`, { form: {} })
    expect(decision.status).toBe(303)
    expect(await (await swantje(round)).text()).toMatch(/EN-\d{4}-\d{3}/)
  })

  test('a text goes up to the circle and comes back with reasons', async () => {
    const we = between(on.w)
    const [tarek, henrike] = await Promise.all([enter(on, 'tarek'), enter(on, 'henrike')])
    const decision = await we.decide((await we.text()).snapshot)
    const form = { request: 'adopt', wish: 'Bitte beschließt den Text.', decision: decision.id }
    const referral = place(await tarek(paths.referrals(on.w.groups.en), { form })).replace(/.*\//, '')
    const answer = { kind: 'returned', contactId: on.w.people.ayla.id, wishedBy: '2099-10-20', reason1: 'Wer bezahlt?' }
    const given = await henrike(paths.referralAnswer(on.w.groups.kk, { id: referral }), { form: answer })
    expect(given.status).toBe(303)
    const page = await tarek(paths.referral(on.w.groups.en, { id: referral }))
    expect(await page.text()).toContain('Wer bezahlt?')
  })

  test('pages hear what others do, until their person is signed out', async () => {
    const Cookie = await cookieOf(on, 'bjarne')
    const stream = await fetch(`${on.url}/groups/en/stream?seen=999999999`, { headers: { Cookie } })
    let heard = ''
    let isOver = false
    void (async () => {
      for await (const piece of stream.body ?? []) heard += new TextDecoder().decode(piece)
      isOver = true
    })()
    const wish = { title: 'Etwas', wording: 'Wir tun etwas.', scope: 'own_group', method: 'later' }
    await (await enter(on, 'swantje'))('/groups/en/proposals', { form: wish })
    await until(() => heard.includes('event: proposals'), 'the page hears of it')
    await nobody(on)(paths.signOut(), { form: {}, headers: { Cookie } })
    await until(() => isOver, 'the stream ends')
  })

  test('who is removed from the group loses the open text within a second, for good', async () => {
    const { sync } = await addText(on.w)
    const [swantje, gerd] = await Promise.all([open('swantje', sync), open('gerd', sync)])
    const closed = new Promise((resolve) => gerd.provider.on('closed', ({ code }) => resolve(code)))
    const began = Date.now()
    const leave = paths.departure(on.w.groups.en, { id: await membershipOf(on.w, 'gerd') })
    const lead = await enter(on, 'swantje')
    expect((await lead(leave, { form: {} })).status).toBe(303)
    // Where an answer alone takes long, everything does.
    const soon = Math.max(2_000, 5 * (Date.now() - began))
    expect([await closed, Date.now() - began < soon]).toEqual([4403, true])
    swantje.write('weiter')
    await until(() => swantje.text() === 'weiter', 'she is still in')
  })
}
