import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { signalsSince } from '#src/activity/model.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentRemarks } from '#src/documents/comments/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { routeRights } from '#src/route-rights.ts'
import { talking } from '../documents/comments/setting.ts'
import { papers, text } from '../documents/stages/setting.ts'
import { instead } from '../documents/suggestions/proposing.ts'
import { entryOf } from '../groups/entry.ts'
import type { Browse } from '../support/browse.ts'
import { type World, world } from '../support/world.ts'
import { furnishTexts, secret, suggest, type Texts } from './closed-text.ts'
import { crawl, visit } from './crawl.ts'
import { dump } from './dump.ts'

let w: World
let t: Texts

beforeAll(async () => {
  w = await world({ quiet: true })
  t = await furnishTexts(w)
})

/** Every address of a text: what can be asked, and what can be done. */
const ofTexts = Object.keys(routeRights).filter((name) => name.includes('/documents/:id'))

const filled = (name: string, slug: string, { id }: { id: string }) =>
  name
    .replace(/^\w+ /, '')
    .replace('/groups/:group/documents/:id', `/groups/${slug}/documents/${id}`)
    .replace(':number', '1')
    .replace(/:(\w+)/g, (_all, part: string) => t.parts[part as keyof typeof t.parts] ?? crypto.randomUUID())

const socket = () => ({ Upgrade: 'websocket', Connection: 'Upgrade', Origin: w.settings.publicUrl })

async function knock(browse: Browse, name: string, slug: string, document: { id: string }): Promise<number> {
  const headers = name.endsWith('/sync') ? socket() : { Accept: 'application/json' }
  const sending = name.startsWith('POST') ? { form: {}, headers } : { headers }
  const answer = await browse(filled(name, slug, document), sending)
  await answer.body?.cancel()
  return answer.status
}

describe('a text that somebody was not invited to is not there', () => {
  const outside = { 'a guest of another text': 'vera', 'a member of another group': 'nele', 'the operator': 'piet' }
  test.each(Object.entries(outside) as [string, PersonKey][])('for %s', async (_who, person) => {
    const browse = await w.as(person)
    const answers = await Promise.all(ofTexts.map(async (name) => [name, await knock(browse, name, 'en', t.closed)]))
    expect(answers.filter(([, status]) => status !== 404)).toEqual([])
  })

  test('and is told apart by nobody from one that never was', async () => {
    const vera = await w.as('vera')
    const pages = [paths.document(w.groups.en, t.closed), paths.document(w.groups.en, { id: crypto.randomUUID() })]
    const told = await Promise.all(pages.map(async (path) => (await vera(path)).text()))
    expect(new Set(told.map((page) => page.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|seen=\d+/g, ''))).size).toBe(1)
  })
})

/** What of one text is named below the address of another; editions belong to the group and are there for all its texts. */
const withPart = ofTexts.filter(
  (name) => /\/documents\/:id\/.*:/.test(name) && !/:number|:edition/.test(name) && !name.includes('/corrections/'),
)
const ofEditions = ofTexts.filter((name) => name.includes(':edition'))
const ofCorrections = ofTexts.filter((name) => name.includes(':correction'))

describe('what belongs to one text is not there below another one (S-44)', () => {
  test('of the same group, for whoever may do everything with both', async () => {
    const swantje = await w.as('swantje')
    const before = await dump(w.db)
    const answers = await Promise.all(withPart.map(async (name) => [name, await knock(swantje, name, 'en', t.open)]))
    expect(answers.filter(([, status]) => status !== 404)).toEqual([])
    for (const name of ofCorrections) expect(await knock(swantje, name, 'en', t.open)).toBe(303)
    expect(await dump(w.db)).toEqual(before)
  })

  test('of one’s own group', async () => {
    const nele = await w.as('nele')
    const before = await dump(w.db)
    const names = [...withPart, ...ofEditions]
    const answers = await Promise.all(names.map(async (name) => [name, await knock(nele, name, 'lw', t.elsewhere)]))
    expect(answers.filter(([, status]) => status !== 404)).toEqual([])
    for (const name of ofCorrections) expect(await knock(nele, name, 'lw', t.elsewhere)).toBe(303)
    expect(await dump(w.db)).toEqual(before)
  })

  test('nor in the question of a page', async () => {
    const compared = paths.versionDifference(w.groups.en, t.open, { older: t.parts.point, newer: 'now' })
    expect((await (await w.as('swantje'))(compared)).status).toBe(404)
    const quoting = `${paths.quoting(w.groups.lw, t.elsewhere)}?place=0&into=${t.closed.id}`
    expect(await (await (await w.as('nele'))(quoting)).text()).not.toContain(t.closed.id)
  })

  test.each(['suggestion', 'row'] as const)('and no conversation hangs on a %s of it', async (on) => {
    const before = await w.db.$count(documentRemarks)
    const form = { words: 'Was meint ihr?', [on]: t.parts.suggestion }
    expect((await talking(w, t.open).beginning('swantje', form)).status).toBe(422)
    expect(await w.db.$count(documentRemarks)).toBe(before)
  })
})

describe('what a form names is one’s own to name (S-44, S-47)', () => {
  const refused = async (person: PersonKey, path: string, form: Record<string, string>) => {
    const browse = await w.as(person)
    const before = await dump(w.db)
    expect((await browse(path, { form })).status).toBe(422)
    expect(await dump(w.db)).toEqual(before)
  }

  test('nobody quotes into a text that they do not write in', async () => {
    const page = await (await w.as('nele'))(paths.quoting(w.groups.lw, t.elsewhere))
    const [, passage = ''] = (await page.text()).match(/name="passage" value="([\d:]+)"/) ?? []
    await refused('nele', paths.quoting(w.groups.lw, t.elsewhere), { passage, target: t.closed.id })
  })

  test('a guest quotes into no text of the group that they are a guest of', async () => {
    const page = await (await w.as('vera'))(paths.quoting(w.groups.en, t.open))
    const [, passage = ''] = (await page.text()).match(/name="passage" value="([\d:]+)"/) ?? []
    await refused('vera', paths.quoting(w.groups.en, t.open), { passage, target: t.open.id })
  })

  test('nothing takes the place of another group’s text', () =>
    refused('nele', paths.replacement(w.groups.lw, t.elsewhere), { older: t.closed.id }))

  test('nobody invites to a text who is no guest of the group', () =>
    refused('nele', paths.documentGuests(w.groups.lw, t.elsewhere), { guest: w.people.vera.id, comments: 'on' }))
})

/** Everything that somebody gets to see, whatever it is called. */
async function seenBy(person: PersonKey, ...starts: string[]) {
  const browse = await w.as(person)
  const pages = await crawl(browse, '/', '/circle', '/groups', '/decisions', '/tasks', ...starts)
  const known = pages.map(({ path }) => path.replace(/\?.*/, ''))
  const texts = known.filter((path) => /\/documents\/[0-9a-f-]+$/.test(path))
  const around = ['threads', 'suggestions', 'authors', 'rows.csv', 'rows.html', 'difference', 'export/file?format=md']
  const sent = known.filter((path) => /\/referrals\/[0-9a-f-]+$/.test(path))
  const more = [
    ...texts.flatMap((path) => around.map((thing) => `${path}/${thing}`)),
    ...sent.flatMap((path) => ['comments', 'threads', 'difference', 'text'].map((thing) => `${path}/${thing}`)),
  ]
  return [...pages, ...(await Promise.all(more.map((path) => visit(browse, path))))]
}

describe('the words of a draft and all that is said about it stay with those who may read it (S-45)', () => {
  /** The circle was asked about one version; the draft has gone on since. */
  async function sent() {
    const we = papers(w)
    const referral = await we.sendText('Was gesendet ist')
    await we.write(referral.document, text('Wärme fehlt ganz.', `Und ${secret} auch.`))
    await talking(w, referral.document).begin('tarek', `${secret}, unter uns gesagt`)
    await suggest(w, 'gerd', referral.document, instead('ganz', `ganz und ${secret}`))
    return referral
  }

  test('whoever looks after it finds them', async () => {
    const pages = await seenBy('gerd')
    expect(pages.filter(({ html }) => html.includes(secret)).length).toBeGreaterThan(10)
  })

  test.each([
    ['a guest of another text', 'vera', ['/groups/en', '/groups/en/documents']],
    ['a member of another group', 'nele', ['/groups/lw', '/groups/en', '/groups/en/documents']],
    ['somebody in the circle to whom one version was sent', 'kemal', ['/groups/kk', '/groups/kk/referrals']],
    ['the operator', 'piet', ['/groups/en']],
  ] as [string, PersonKey, string[]][])('%s never meets them', { timeout: 120_000 }, async (_who, person, starts) => {
    const { document } = await sent()
    const kept = [t.closed, document].map(({ id }) => `/documents/kept?id=${id}`)
    const pages = await seenBy(person, ...starts, ...kept)
    expect(pages.filter(({ html }) => html.includes(secret)).map(({ path }) => path)).toEqual([])
    expect(pages.filter(({ html }) => html.includes(t.closed.id)).map(({ path }) => path)).toEqual([])
    for (const { path, html } of pages.filter(({ path }) => kept.includes(path)))
      expect([path, html]).toEqual([path, '{"readable":[]}'])
  })

  test('a guest learns nobody’s address', async () => {
    const pages = await seenBy('vera', paths.document(w.groups.en, t.open), paths.people(w.groups.en))
    const addresses = new Set(pages.flatMap(({ html }) => html.match(/[\w.-]+@example\.org/g) ?? []))
    addresses.delete('vera.hollunder@example.org')
    expect([...addresses]).toEqual([])
  })

  test('no signal of it reaches another group, the circle included', async () => {
    const { document } = await sent()
    const heard = await signalsSince(w.db, [w.groups.kk.id, w.groups.lw.id, w.groups.di.id], 0)
    const own = await signalsSince(w.db, [w.groups.en.id], 0)
    const names = (signals: typeof heard) =>
      signals.filter(({ name }) => name.includes(document.id) || name.includes(t.closed.id)).map(({ name }) => name)
    expect(names(heard)).toEqual([])
    expect(names(own)).toContain(`comment-${document.id}`)
  })

  test('and no mail says them', async () => {
    const { document } = await sent()
    await talking(w, document).begin('tarek', `@Gerd, was meinst du zum ${secret}?`)
    await expect.poll(() => w.mails().some(({ to }) => to.startsWith('gerd'))).toBe(true)
    expect(w.mails().filter((mail) => JSON.stringify(mail).includes(secret))).toEqual([])
  })
})

describe('a picture is seen by those who may read a text in which it stands', () => {
  const image = (id: string) => ({ attachment: id, width: 31, height: 17, alt: 'Ein Glas', decorative: false })

  /** Nothing hinders a guest from naming any id in what they propose. */
  const named = () =>
    suggest(w, 'vera', t.open, (editor) =>
      editor.change((tr) => {
        const { schema } = tr.doc.type
        return tr.insert(tr.doc.content.size, schema.nodes.image?.create(image(t.picture)) ?? [])
      }),
    )

  const file = async (person: PersonKey) => {
    const wish = 'format=html&suggestions=on'
    const answer = await (await w.as(person))(`${paths.exportFile(w.groups.en, t.open)}?${wish}`)
    expect(answer.status).toBe(200)
    return answer.text()
  }

  test('naming its id in a suggestion brings it neither onto a page nor into a file', async () => {
    await named()
    expect((await (await w.as('vera'))(paths.attachment(w.groups.en, { id: t.picture }))).status).toBe(404)
    const bytes = Buffer.from(t.bytes).toString('base64')
    expect(await file('vera')).not.toContain(bytes)
    expect(await file('gerd')).toContain(bytes)
  })
})

test('whoever has left a group has left its texts, conversations and files, too (S-49)', async () => {
  const own = and(eq(memberships.personId, w.people.tarek.id), eq(memberships.groupId, w.groups.en.id))
  await w.db.update(memberships).set({ endedAt: sql`now()` }).where(own)
  const tarek = await w.as('tarek')
  const answers = await Promise.all(ofTexts.map(async (name) => [name, await knock(tarek, name, 'en', t.closed)]))
  expect(answers.filter(([, status]) => status !== 404)).toEqual([])
  expect((await tarek(paths.attachment(w.groups.en, { id: t.picture }))).status).toBe(404)
})

test('and comes back without what was entrusted to them before (S-49)', async () => {
  const { en } = w.groups
  const { membership } = await entryOf(w, 'gerd', 'en')
  const correct = async () => (await (await w.as('gerd'))(paths.corrections(en, t.closed), { form: {} })).status
  expect(await correct()).not.toBe(403)
  expect((await (await w.as('swantje'))(paths.departure(en, membership), { form: {} })).status).toBe(303)
  expect(await correct()).toBe(404)
  await w.db.insert(memberships).values({ groupId: en.id, personId: w.people.gerd.id })
  expect(await correct()).toBe(403)
})
