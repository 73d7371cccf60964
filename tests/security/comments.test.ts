import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { documentRemarks, documentThreads } from '#src/documents/comments/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { inviteVera, type Text, talking, textWith } from '../documents/comments/setting.ts'
import { type World, world } from '../support/world.ts'

let w: World
let text: Text
let thread: string
let remark: string

beforeAll(async () => {
  w = await world({ quiet: true })
  text = await textWith(w)
  const { begin, remarks } = talking(w, text)
  thread = (await begin('tarek', 'Nur unter uns')).thread
  remark = (await remarks()).find(({ threadId }) => threadId === thread)?.id ?? ''
})

const everything = (of: Text = text) => {
  const group = w.groups.en
  return {
    looks: [paths.comments(group, of), paths.threads(group, of)],
    acts: [
      paths.threads(group, of),
      paths.remarks(group, of, { id: thread }),
      paths.threadResolution(group, of, { id: thread }),
      paths.threadReopening(group, of, { id: thread }),
      paths.remark(group, of, { id: remark }),
      paths.remarkDeletion(group, of, { id: remark }),
      paths.mentionReading(group, of, { id: remark }),
    ],
  }
}

type Person = Parameters<World['as']>[0]

async function statuses(person: Person, of: Text = text): Promise<number[]> {
  const browse = await w.as(person)
  const { looks, acts } = everything(of)
  const answers = [
    ...looks.map((path) => browse(path)),
    ...acts.map((path) => browse(path, { form: { words: 'Hallo' } })),
  ]
  return (await Promise.all(answers)).map(({ status }) => status)
}

test.each(['nele', 'piet', 'vera'] as const)(
  '%s, who does not belong, sees nothing and changes nothing',
  async (who) => {
    expect(new Set(await statuses(who))).toEqual(new Set([404]))
    expect(await w.db.$count(documentRemarks, eq(documentRemarks.threadId, thread))).toBe(1)
  },
)

test('a guest who was invited to read reads, and says nothing', async () => {
  await inviteVera(w, text, false)
  const [page, json, ...acts] = await statuses('vera')
  expect([page, json]).toEqual([200, 200])
  expect(acts.slice(0, -1)).toEqual([403, 403, 403, 403, 403, 403])
  const { people } = await (await (await w.as('vera'))(paths.threads(w.groups.en, text))).json()
  expect(people).toEqual([])
})

test('a guest sees only what is said beside the papers that they were invited to', async () => {
  const other = await textWith(w)
  expect(new Set(await statuses('vera', other))).toEqual(new Set([404]))
})

test('a guest who may comment speaks, resolves what they began, and nothing else', async () => {
  const invited = await textWith(w)
  await inviteVera(w, invited, true)
  const { begin, reply, resolve } = talking(w, invited)
  const theirs = (await begin('tarek', 'Was meint ihr?')).thread
  expect((await reply('vera', theirs, { words: 'Ich meine' })).status).toBe(303)
  expect((await resolve('vera', theirs)).status).toBe(403)
  const own = (await begin('vera', 'Eine Frage')).thread
  expect((await resolve('vera', own)).status).toBe(303)
})

test('whoever has left the group speaks and reads no more', async () => {
  const { begin, remarks } = talking(w, text)
  const { thread: own } = await begin('fritjof', 'Bis bald')
  const said = (await remarks()).find(({ threadId }) => threadId === own)
  await w.db.update(memberships).set({ endedAt: sql`now()` }).where(eq(memberships.personId, w.people.fritjof.id))
  expect(new Set(await statuses('fritjof'))).toEqual(new Set([404]))
  const browse = await w.as('fritjof')
  expect((await browse(paths.remarkDeletion(w.groups.en, text, said ?? { id: '' }), { form: {} })).status).toBe(404)
})

test('a thread or remark of another text, or of another group, is not there', async () => {
  const other = await textWith(w)
  const { reply, resolve, change, remove } = talking(w, other)
  const answers = [
    await reply('tarek', thread, { words: 'Hallo' }),
    await resolve('tarek', thread),
    await change('tarek', remark, 'Hallo'),
    await remove('tarek', remark),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  const nele = await w.as('nele')
  const elsewhere = paths.remarks(w.groups.lw, text, { id: thread })
  expect((await nele(elsewhere, { form: { words: 'Hallo' } })).status).toBe(404)
})

test('S-38 · a remark is words, whatever it looks like, in the page, in the attributes and in the passage', async () => {
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>" onfocus="alert(1)'
  const place = await textWith(w, [`Im Text steht ${hostile} und mehr.`])
  const { begin, page, reading } = talking(w, place)
  await begin('tarek', hostile, { quote: hostile })
  for (const shown of [await page('gerd'), await reading('gerd')]) {
    expect(shown).not.toMatch(/<script>alert|<img src=x|" onfocus="/)
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  }
  const edit = await (await w.as('gerd'))(paths.editDocument(w.groups.en, place))
  expect(await edit.text()).not.toMatch(/<script>alert|<img src=x|" onfocus="/)
})

test('NUL, half characters and direction controls are not kept', async () => {
  const { begin, remarks } = talking(w, text)
  const { thread: own } = await begin('tarek', 'vor\u0000her \u202Eumgedreht\u2066 \uD800 Ende')
  const said = (await remarks()).find(({ threadId }) => threadId === own)
  expect(said?.words).toBe('vorher umgedreht \uFFFD Ende')
})

test.each([
  ['a place that is none', '{"from":{"x":1},"to":{}}'],
  ['no JSON', '}'],
  ['letters that nobody has written', '{"from":{"item":{"client":7,"clock":9}},"to":{"item":{"client":7,"clock":12}}}'],
  ['a type that is not there', '{"from":{"type":{"client":7,"clock":9}},"to":{"type":{"client":7,"clock":9}}}'],
  ['another root', '{"from":{"tname":"other","assoc":-1},"to":{"tname":"other","assoc":0}}'],
  ['an endless one', JSON.stringify({ from: {}, to: {}, more: 'x'.repeat(2_000) })],
])('%s is no passage', async (_what, anchor) => {
  const { beginning } = talking(w, text)
  expect((await beginning('tarek', { words: 'Hier', anchor }, true)).status).toBe(422)
})

test('the database itself keeps what somebody said theirs, and where they said it', async () => {
  const refused = (query: Promise<unknown>) => expect(query).rejects.toThrow()
  await refused(w.db.update(documentRemarks).set({ authorId: w.people.gerd.id }).where(eq(documentRemarks.id, remark)))
  const other = await textWith(w)
  await refused(w.db.update(documentThreads).set({ documentId: other.id }).where(eq(documentThreads.id, thread)))
  await refused(w.db.update(documentThreads).set({ groupId: w.groups.lw.id }).where(eq(documentThreads.id, thread)))
  await refused(w.db.update(documentRemarks).set({ words: '' }).where(eq(documentRemarks.id, remark)))
  await refused(w.db.update(documentThreads).set({ resolvedAt: new Date() }).where(eq(documentThreads.id, thread)))
  const stray = { documentId: other.id, groupId: w.groups.lw.id, on: 'text' as const, createdById: w.people.gerd.id }
  await refused(w.db.insert(documentThreads).values(stray))
})

test('what was deleted does not come back by any way', async () => {
  const { begin, remarks, remove, page } = talking(w, text)
  const { thread: own } = await begin('tarek', 'Zu früh gesagt')
  const said = (await remarks()).find(({ threadId }) => threadId === own)
  await remove('tarek', said?.id ?? '')
  expect(await page('tarek', { state: 'all' })).not.toContain('Zu früh gesagt')
  expect(JSON.stringify(await w.db.select().from(documentRemarks))).not.toContain('Zu früh gesagt')
  const again = w.db
    .update(documentRemarks)
    .set({ words: 'Wieder da', deletedAt: null })
    .where(eq(documentRemarks.id, said?.id ?? ''))
  await expect(again).rejects.toThrow()
})
