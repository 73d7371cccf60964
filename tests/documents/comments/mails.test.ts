import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { mailMentions } from '#src/documents/comments/notices.ts'
import { mentionLetter } from '#src/documents/comments/routes.tsx'
import { mentionMails } from '#src/documents/comments/schema.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { talking, textWith } from './setting.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})

const mailsTo = (person: PersonKey, title: string) =>
  w.mails().filter(({ to, subject }) => to === w.people[person].email && subject.includes(title))

const lookLater = async () => {
  await w.db.update(mentionMails).set({ sentAt: sql`now() - interval '11 minutes'` })
  await mailMentions(w.ports, mentionLetter(w.settings))
}

const choose = async (person: PersonKey, wanted: string) =>
  (await w.as(person))(paths.mentionMails(), { form: { wanted } })

const account = async (person: PersonKey) => (await (await w.as(person))(paths.me())).text()

test('every mail about comments says where one switches these mails off, and there they can be switched off', async () => {
  const { begin } = talking(w, await textWith(w, undefined, 'Dachflächen'))
  await begin('tarek', 'Was meinst du, @Gerd?')
  await expect.poll(() => mailsTo('gerd', 'Dachflächen').length, { timeout: 20_000 }).toBe(1)
  const [mail] = mailsTo('gerd', 'Dachflächen')
  expect(mail?.text).toContain(`Keine Mails zu Kommentaren mehr:\n${w.settings.publicUrl}/me#me-mails`)
  expect(mail?.html).toContain(`<a href="${w.settings.publicUrl}/me#me-mails">Keine Mails zu Kommentaren mehr</a>`)
  const page = await account('gerd')
  expect(page).toContain('id="me-mails"')
  expect(page).toContain('Keine Mails zu Kommentaren')
})

test('whoever wants no mails about comments gets none, and finds what calls them on the start page', async () => {
  expect((await choose('gerd', 'no')).status).toBe(303)
  expect(await account('gerd')).toContain('Wieder Mails zu Kommentaren')
  const { begin, of } = talking(w, await textWith(w, undefined, 'Netzanschluss'))
  await begin('tarek', 'Und du, @Gerd? Und @Fritjof?')
  await expect.poll(() => mailsTo('fritjof', 'Netzanschluss').length, { timeout: 20_000 }).toBe(1)
  await lookLater()
  expect(mailsTo('gerd', 'Netzanschluss')).toEqual([])
  expect(await (await (await of('gerd'))('/')).text()).toContain('>Netzanschluss</a></h3>')
})

test('whoever wants them again gets a mail about what comes from then on, not about what has been waiting', async () => {
  await choose('bjarne', 'no')
  const { begin } = talking(w, await textWith(w, undefined, 'Ortsnetz'))
  await begin('tarek', 'Und du, @Bjarne?')
  await choose('bjarne', 'yes')
  expect(await account('bjarne')).not.toContain('Wieder Mails zu Kommentaren')
  await lookLater()
  expect(mailsTo('bjarne', 'Ortsnetz')).toEqual([])
  await begin('tarek', 'Und jetzt, @Bjarne?')
  await expect.poll(() => mailsTo('bjarne', 'Ortsnetz').length, { timeout: 20_000 }).toBe(1)
  expect(mailsTo('bjarne', 'Ortsnetz')[0]?.subject).toContain('Tarek Lindhövel nennt dich')
})

test('a wish that is none changes nothing, and nobody wishes for somebody else', async () => {
  await choose('swantje', 'perhaps')
  expect(await account('swantje')).not.toContain('Wieder Mails zu Kommentaren')
  const answer = await w.anonymous(paths.mentionMails(), { form: { wanted: 'no' } })
  expect(answer.status).toBe(401)
})
