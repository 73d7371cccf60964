import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { events } from '#src/activity/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentThreads, remarkMentions } from '#src/documents/comments/schema.ts'
import { documents, snapshots } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import type { Referral } from '#src/referrals/schema.ts'
import { type GroupKey, type World, world } from '../support/world.ts'
import { between } from './setting.ts'

let w: World
let sent: Referral
let documentId: string

const json = { Accept: 'application/json' }
const at = () => ({ id: sent.id, through: 'referrals' as const })

beforeAll(async () => {
  w = await world({ quiet: true })
  sent = await between(w).sendText('Wärme für Tannrode')
  const [snapshot] = await w.db
    .select()
    .from(snapshots)
    .where(eq(snapshots.id, sent.snapshotId ?? ''))
  documentId = snapshot?.documentId ?? ''
})

const say = async (who: PersonKey, group: GroupKey, form: Record<string, string>) =>
  (await w.as(who))(paths.threads(w.groups[group], at()), { form, headers: json })

const text = async (who: PersonKey, group: GroupKey) =>
  (await (await w.as(who))(paths.referralText(w.groups[group], sent))).text()

const passage = { quote: 'Wärme fehlt', before: '', after: ' ganz' }

test('the circle comments on a sent text, the group answers, and both see it beside its words', async () => {
  const begun = await say('kemal', 'kk', { words: 'Wie viel kostet das?', ...passage })
  expect(begun.status).toBe(200)
  const { thread } = (await begun.json()) as { thread: string }
  const seen = await text('swantje', 'en')
  expect(seen).toContain('<mark class="commented">Wärme fehlt</mark>')
  expect(seen).toContain('Wie viel kostet das?')
  const swantje = await w.as('swantje')
  const reply = paths.remarks(w.groups.en, at(), { id: thread })
  expect((await swantje(reply, { form: { words: 'Das rechnen wir nach.' } })).status).toBe(303)
  expect(await text('henrike', 'kk')).toContain('Das rechnen wir nach.')
  const told = (await w.db.select().from(events)).filter(
    ({ kind, subjectId }) => kind === 'comment.made' && subjectId === sent.id,
  )
  expect(told).toMatchObject([
    { groupId: w.groups.en.id, alsoForId: w.groups.kk.id },
    { groupId: w.groups.en.id, alsoForId: w.groups.kk.id },
  ])
  const henrike = await w.as('henrike')
  const resolved = await henrike(paths.threadResolution(w.groups.kk, at(), { id: thread }), { form: {} })
  expect(resolved.status).toBe(303)
  expect(await text('swantje', 'en')).not.toContain('Das rechnen wir nach.')
})

test('what the group says among itself stays there, and what is said through the window too', async () => {
  const gerd = await w.as('gerd')
  const own = { id: documentId }
  await gerd(paths.threads(w.groups.en, own), { form: { words: 'Nur unter uns' }, headers: json })
  await say('kemal', 'kk', { words: 'Für beide' })
  expect(await text('kemal', 'kk')).not.toContain('Nur unter uns')
  expect(await (await gerd(paths.comments(w.groups.en, own))).text()).not.toContain('Für beide')
  const [inner] = (await w.db.select().from(documentThreads)).filter(({ windowId }) => windowId === null)
  const kemal = await w.as('kemal')
  const reply = paths.remarks(w.groups.kk, at(), inner ?? { id: '' })
  expect((await kemal(reply, { form: { words: 'Hallo' } })).status).toBe(404)
})

test('both groups make tasks of the same words, each sees its own, and the draft keeps its title to itself', async () => {
  const begun = await say('kemal', 'kk', { words: 'Rechnet die Leitungen nach' })
  const { thread: comment } = (await begun.json()) as { thread: string }
  await w.db.update(documents).set({ title: 'Nur im Entwurf' }).where(eq(documents.id, documentId))
  const make = async (who: PersonKey, group: GroupKey, title: string) => {
    const browse = await w.as(who)
    const form = await (await browse(paths.tasks(w.groups[group], { comment }))).text()
    expect(form).toContain('value="Rechnet die Leitungen nach"')
    expect(form).toContain('Kommentar zu „Wärme für Tannrode“')
    const { headers } = await browse(paths.tasks(w.groups[group]), { form: { title, comment } })
    expect(headers.get('location')).toBe(paths.thread(w.groups[group], at(), { id: comment }))
  }
  await make('swantje', 'en', 'Leitungen rechnen')
  await make('kemal', 'kk', 'Auf Zahlen warten')
  const [here, there] = [await text('swantje', 'en'), await text('kemal', 'kk')]
  expect([here.includes('Leitungen rechnen'), here.includes('Auf Zahlen warten')]).toEqual([true, false])
  expect([there.includes('Leitungen rechnen'), there.includes('Auf Zahlen warten')]).toEqual([false, true])
})

test('whoever belongs to neither sees and says nothing', async () => {
  const vincent = await w.as('vincent')
  for (const group of [w.groups.en, w.groups.kk, w.groups.bt]) {
    const answers = [
      await vincent(paths.comments(group, at())),
      await vincent(paths.threads(group, at())),
      await vincent(paths.threads(group, at()), { form: { words: 'Hallo' } }),
    ]
    for (const { status } of answers) expect([403, 404]).toContain(status)
  }
})

test('members of both can be called, nobody else, and find it through their own group', async () => {
  await say('tarek', 'en', { words: '@Kemal, @Gerd und @Vincent: seht ihr das?' })
  const called = await w.db.select().from(remarkMentions)
  const ids = called.map(({ personId }) => personId)
  expect(ids).toEqual(expect.arrayContaining([w.people.kemal.id, w.people.gerd.id]))
  expect(ids).not.toContain(w.people.vincent.id)
  const start = async (who: PersonKey) => (await (await w.as(who))('/')).text()
  expect(await start('kemal')).toContain(`${paths.comments(w.groups.kk, at())}?state=all&amp;thread=`)
  expect(await start('gerd')).toContain(`${paths.comments(w.groups.en, at())}?state=all&amp;thread=`)
  const { email } = w.people.kemal
  await expect
    .poll(() => w.mails().filter(({ to, subject }) => to === email && subject.includes('nennt dich')).length, {
      timeout: 20_000,
    })
    .toBe(1)
})

test('words that the frozen text does not say are refused', async () => {
  const refused = await say('kemal', 'kk', { words: 'Hier', quote: 'Kälte fehlt ganz' })
  expect([refused.status, (await refused.json()).problem]).toEqual([422, 'moved'])
})
