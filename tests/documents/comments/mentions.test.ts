import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { mailMentions } from '#src/documents/comments/notices.ts'
import { mentionLetter } from '#src/documents/comments/routes.tsx'
import { mentionMails } from '#src/documents/comments/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Mail, MailMessage } from '#src/ports.ts'
import { type World, world } from '../../support/world.ts'
import { inviteVera, type Text, talking, textWith } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})

const mailsTo = (address: string | null, { title }: Text) =>
  w.mails().filter(({ to, subject }) => to === address && subject.includes(title))

const aText = (title: string) => textWith(w, undefined, title)

/** As if the pause between two mails were over. */
const later = () => w.db.update(mentionMails).set({ sentAt: sql`now() - interval '11 minutes'` })

const look = (mail: Mail = w.ports.mail) => mailMentions({ ...w.ports, mail }, mentionLetter(w.settings))

test('whoever is called finds it on the start page and gets one mail that says where, not what', async () => {
  const text = await aText('Dach und Wand')
  const { begin, of } = talking(w, text)
  const { thread } = await begin('tarek', 'Rechnest du das nach, @Gerd Moosbach?')
  const start = await (await (await of('gerd'))('/')).text()
  expect(start).toContain('Tarek Lindhövel nennt dich in einem Kommentar')
  expect(start).toContain(`#thread-${thread}`)
  const { email } = w.people.gerd
  await expect.poll(() => mailsTo(email, text).length, { timeout: 20_000 }).toBe(1)
  const [mail] = mailsTo(email, text)
  expect(mail?.subject).toBe('Tarek Lindhövel nennt dich: Dach und Wand')
  expect(mail?.text).toContain(w.settings.publicUrl + paths.comments(w.groups.en, text, { state: 'all', calls: 'on' }))
  expect(mail?.text).not.toContain('Rechnest')
})

test('answering, or saying that it is read, takes it off the start page', async () => {
  const text = await aText('Speicher')
  const { begin, of, reply, read, mentions, page } = talking(w, text)
  const { thread } = await begin('tarek', 'Eins für @Gerd')
  await begin('tarek', 'Zwei für @Gerd')
  const opened = async () => (await (await of('gerd'))('/')).text()
  const start = async () => (await opened()).split('>Speicher</a></h3>').length - 1
  expect(await start()).toBe(1)
  expect(await opened()).toContain('Tarek Lindhövel nennt dich in 2\u00A0Kommentaren')
  await reply('gerd', thread, { words: 'Ja' })
  expect(await start()).toBe(1)
  expect(await opened()).toContain('Tarek Lindhövel nennt dich in einem Kommentar')
  expect(await page('gerd')).toContain('Nennt dich')
  const [left] = (await mentions(w.people.gerd.id)).filter(({ readAt }) => readAt === null).slice(-1)
  expect((await read('gerd', left?.remarkId ?? '')).status).toBe(303)
  expect(await start()).toBe(0)
  expect(await page('gerd')).not.toContain('Nennt dich')
})

test('what is resolved or deleted waits for nobody', async () => {
  const text = await aText('Leitung')
  const { begin, of, resolve, remove, remarks } = talking(w, text)
  const { thread } = await begin('tarek', 'Eins für @Gerd')
  const other = await begin('tarek', 'Zwei für @Gerd')
  await resolve('swantje', thread)
  const said = (await remarks()).find(({ threadId }) => threadId === other.thread)
  await remove('tarek', said?.id ?? '')
  expect(await (await (await of('gerd'))('/')).text()).not.toContain('>Leitung</a></h3>')
})

test('however often somebody is called, one mail goes out, and the next one ten minutes later with all the rest', async () => {
  const text = await aText('Umspannwerk')
  const { begin } = talking(w, text)
  const { email } = w.people.fritjof
  await begin('tarek', 'Eins für @Fritjof')
  await expect.poll(() => mailsTo(email, text).length, { timeout: 20_000 }).toBe(1)
  await begin('swantje', 'Zwei für @Fritjof')
  await begin('tarek', 'Drei für @Fritjof')
  await Promise.all([look(), look(), look()])
  expect(mailsTo(email, text)).toHaveLength(1)
  await later()
  await Promise.all([look(), look(), look()])
  expect(mailsTo(email, text)).toHaveLength(2)
  expect(mailsTo(email, text)[0]?.text).toContain('in 2\u00A0Kommentaren')
  await later()
  await look()
  expect(mailsTo(email, text)).toHaveLength(2)
})

test('what is read before the mail goes out needs none', async () => {
  const text = await aText('Fernwärme')
  const { begin, read, mentions } = talking(w, text)
  const { email } = w.people.fritjof
  await begin('tarek', 'Eins für @Fritjof')
  await expect.poll(() => mailsTo(email, text).length, { timeout: 20_000 }).toBe(1)
  await begin('tarek', 'Zwei für @Fritjof')
  for (const { remarkId } of await mentions(w.people.fritjof.id)) await read('fritjof', remarkId)
  await later()
  await look()
  expect(mailsTo(email, text)).toHaveLength(1)
})

test('a mail server that fails for a while holds up nobody, and the mail goes out afterwards', async () => {
  const text = await aText('Netzentgelt')
  const { begin } = talking(w, text)
  const sent: MailMessage[] = []
  let isDown = true
  const flaky: Mail = {
    send: async (message) => {
      if (isDown) throw new Error('down')
      sent.push(message)
    },
  }
  // Only this mail server writes about this text.
  const { send } = w.ports.mail
  w.ports.mail.send = flaky.send
  await begin('tarek', 'Eins für @Fritjof')
  await look(flaky)
  await later()
  isDown = false
  await look(flaky)
  w.ports.mail.send = send
  expect(sent.filter(({ subject }) => subject.includes('Netzentgelt'))).toHaveLength(1)
})

test('whoever may not read the text is not called, gets nothing, and is not offered', async () => {
  const text = await aText('Intern')
  const { begin, mentions, of, page } = talking(w, text)
  await begin('tarek', 'Weiß @Nele Aydemir davon, oder @Vera? Und @Kemal?')
  for (const stranger of [w.people.nele, w.people.vera, w.people.kemal]) expect(await mentions(stranger.id)).toEqual([])
  expect(await page('tarek')).not.toContain('class="called"')
  const { people } = await (await (await of('tarek'))(paths.threads(w.groups.en, text))).json()
  const ids = people.map(({ id }: { id: string }) => id)
  for (const stranger of [w.people.nele, w.people.vera, w.people.kemal]) expect(ids).not.toContain(stranger.id)
})

test('a guest is called beside the texts that they were invited to, and only as long as they are a guest', async () => {
  const text = await aText('Für Gäste')
  await inviteVera(w, text, true)
  const { begin, mentions, of } = talking(w, text)
  await begin('tarek', 'Was meinst du, @Vera?')
  expect(await mentions(w.people.vera.id)).toHaveLength(1)
  const start = async () => (await (await of('vera'))('/')).text()
  expect(await start()).toContain('Für Gäste')
  const hers = and(eq(memberships.personId, w.people.vera.id), eq(memberships.groupId, w.groups.en.id))
  await w.db.update(memberships).set({ endedAt: sql`now()` }).where(hers)
  expect(await start()).not.toContain('Für Gäste')
  const count = w.mails().filter(({ to }) => to === w.people.vera.email).length
  await begin('tarek', 'Noch einmal, @Vera?')
  await later()
  await look()
  expect(w.mails().filter(({ to }) => to === w.people.vera.email)).toHaveLength(count)
  await w.db.update(memberships).set({ endedAt: null }).where(hers)
})

test('a changed remark calls whom it calls now, and tells nobody twice', async () => {
  const text = await aText('Mieterstrom')
  const { begin, change, remarks, mentions, read } = talking(w, text)
  const { thread } = await begin('tarek', 'Das prüft @Bjarne.')
  const [said] = (await remarks()).filter(({ threadId }) => threadId === thread)
  const of = async (id: string) => (await mentions(id)).filter(({ remarkId }) => remarkId === said?.id)
  await read('bjarne', said?.id ?? '')
  await change('tarek', said?.id ?? '', 'Das prüfen @Bjarne und @Swantje.')
  expect((await of(w.people.bjarne.id))[0]?.readAt).not.toBeNull()
  expect(await of(w.people.swantje.id)).toHaveLength(1)
  await change('tarek', said?.id ?? '', 'Das prüft @Swantje.')
  expect(await of(w.people.bjarne.id)).toEqual([])
})

test('nobody is called by themselves', async () => {
  const { begin, mentions } = talking(w, await aText('Selbst'))
  const before = (await mentions(w.people.tarek.id)).length
  await begin('tarek', 'Das macht @Tarek Lindhövel.')
  expect(await mentions(w.people.tarek.id)).toHaveLength(before)
})

test('what is new tells members that somebody commented, once, and not what', async () => {
  const text = await aText('Neu')
  const { begin, of } = talking(w, text)
  await begin('tarek', 'Geheimes Wort')
  await begin('tarek', 'Noch ein Wort')
  const start = await (await (await of('gerd'))('/')).text()
  const told = start.split(`href="${paths.comments(w.groups.en, text)}"`).length - 1
  expect(told).toBeGreaterThan(0)
  expect(start).not.toContain('Geheimes Wort')
})

test('all that calls somebody beside a text is one line on the start page, and is read with one click', async () => {
  const text = await aText('Wärmenetz')
  const { begin, of, post, page } = talking(w, text)
  await begin('tarek', 'Eins für @Gerd')
  await begin('tarek', 'Zwei für @Gerd')
  await begin('swantje', 'Drei für @Gerd')
  const start = async () => (await (await of('gerd'))('/')).text()
  const all = paths.comments(w.groups.en, text, { state: 'open', calls: 'on' })
  expect((await start()).split('>Wärmenetz</a></h3>')).toHaveLength(2)
  expect(await start()).toContain('Tarek Lindhövel und noch jemand nennen dich in 3\u00A0Kommentaren')
  expect(await start()).toContain(all.replaceAll('&', '&amp;'))
  expect(await page('gerd', { calls: 'on' })).toContain('Alles gelesen, was mich nennt')
  expect((await post('tarek', paths.mentionsReading(w.groups.en, text), {})).status).toBe(303)
  expect(await start()).toContain('>Wärmenetz</a></h3>')
  const answer = await post('gerd', paths.mentionsReading(w.groups.en, text), { back: all })
  expect(answer.headers.get('Location')).toBe(all)
  expect(await start()).not.toContain('>Wärmenetz</a></h3>')
  expect(await page('gerd', { calls: 'on' })).not.toContain('Alles gelesen')
})
