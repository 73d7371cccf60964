import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import { createDocument } from '#src/documents/creating.ts'
import { guidingIdeas } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { answered, deciding, heat } from '../decisions/setting.ts'
import { follow, press, shows, stage } from './stage.ts'

// What is refused is an error in the browser's own log.
const set = stage({ foreseen: /422/ })

const inDays = (days: number) => addDays(dayOf(new Date()), days)

const citedIn = ({ year, number }: Decision) => `EN-${year}-${String(number).padStart(3, '0')}`

async function decide(draft: Parameters<ReturnType<typeof deciding>['propose']>[1]): Promise<Decision> {
  const en = deciding(set.w)
  const count = await en.count('swantje', await answered(en, 'yes', draft))
  const [round] = count ? [await roundOf(count.roundId)] : []
  if (!count || !round) throw new Error('Not counted')
  return en.finalise('fritjof', round, count)
}

async function roundOf(id: string) {
  const { rounds } = await import('#src/decisions/rounds/schema.ts')
  return (await set.w.db.select().from(rounds)).find((round) => round.id === id)
}

const write = (title: string, words: string) =>
  change(set.w.ports, (tx, record) =>
    createDocument(tx, record, {
      ...{ groupId: set.w.groups.en.id, actorId: set.w.people.swantje.id, kind: 'position', title },
      content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
    }),
  )

test('somebody types a title that another group works on, and hears of the group and nothing else', async () => {
  await write('Wärmenetz für Tannrode', 'Wärme fehlt.')
  const ayla = await set.enter('ayla', paths.newDocument(set.w.groups.bt), { viewport: { width: 390, height: 800 } })
  const title = ayla.locator('[name=title]')
  await title.pressSequentially('Wärmenetze im Dorf')
  await shows(ayla, 'AG Energie arbeitet an etwas Ähnlichem.')
  expect(await title.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await ayla.locator('.similar').getAttribute('aria-live')).toBe('polite')
  expect(await ayla.content()).not.toContain('Tannrode')
  await title.fill('Sommerfest')
  await shows(ayla, 'Nichts Ähnliches gefunden.')
  await follow(ayla, 'Ähnliches suchen')
  await ayla.locator('[name=title]').fill('Wärmenetz')
  await press(ayla, 'Suchen')
  await shows(ayla, 'AG Energie arbeitet an etwas Ähnlichem.')
})

test('from an idea to its decision; the decision is superseded, and what leans on it is looked at', {
  timeout: 120_000,
}, async () => {
  const l3 = (await set.w.db.select().from(guidingIdeas)).find(({ code }) => code === 'L3')?.id ?? ''
  const older = await decide({ ...heat, title: 'Wärmenetz prüfen lassen', ideaIds: [l3] })
  const text = await write('Antwort an das Zukunftsbüro', `Das haben wir beschlossen: ${citedIn(older)}.`)

  const gerd = await set.enter('gerd', paths.document(set.w.groups.en, text))
  await follow(gerd, 'Zuordnen')
  await gerd.getByLabel(/^L3/).check()
  await gerd.locator('[name=topics]').fill('Wärme')
  await press(gerd, 'Zuordnen')
  await follow(gerd, /^L3/)
  await shows(gerd, citedIn(older))
  await shows(gerd, 'Antwort an das Zukunftsbüro')

  const newer = await decide({
    ...{ ...heat, title: 'Anders gefasst' },
    supersedes: [{ decisionId: older.id, kind: 'superseded' }],
  })
  await gerd.reload()
  await shows(gerd, 'bitte prüfen')
  await follow(gerd, 'Antwort an das Zukunftsbüro')
  await shows(gerd, `${citedIn(older)} ist abgelöst durch ${citedIn(newer)}.`)
  await follow(gerd, 'Nachsehen und „geprüft“ sagen')
  await press(gerd, 'Geprüft')
  await shows(gerd, 'Schreib in einem Satz, was ihr gefunden habt.')
  await gerd.locator('[name=words]').fill('Passt weiter, die Nummer ist angepasst.')
  await press(gerd, 'Geprüft')
  await shows(gerd, 'Alles passt noch.')
  // The button is gone, and the keyboard goes on where it was.
  expect(await gerd.evaluate(() => document.activeElement?.textContent)).toBe('Bitte prüfen')
})

test('a date is found by keys and on a phone, and becomes a meeting', { timeout: 120_000 }, async () => {
  const swantje = await set.enter('swantje', paths.polls(set.w.groups.en))
  await follow(swantje, 'Termine vorschlagen')
  await swantje.locator('[name=date1]').fill(inDays(9))
  await swantje.locator('[name=date2]').fill(inDays(11))
  await press(swantje, 'Termine vorschlagen')
  await shows(swantje, 'Noch nicht geantwortet haben')

  const gerd = await set.enter('gerd', paths.start(), { viewport: { width: 390, height: 800 } })
  await follow(gerd, 'Termine ankreuzen')
  const dates = gerd.locator('.poll-choice')
  await dates.nth(0).locator('input').first().focus()
  await gerd.keyboard.press('Space')
  await gerd.keyboard.press('Tab')
  await gerd.keyboard.press('Space')
  await gerd.keyboard.press('ArrowRight')
  expect(await dates.nth(1).locator('input:checked').getAttribute('value')).toBe('if_need_be')
  await press(gerd, 'Antwort abgeben')
  await gerd.getByRole('button', { name: 'Antwort ändern' }).waitFor()

  await swantje.locator('#poll-replies').getByText('Gerd').first().waitFor()
  await swantje.locator('#choose-date-date option:checked', { hasText: '19 Uhr' }).waitFor({ state: 'attached' })
  await press(swantje, 'Wählen und Sitzung planen')
  await swantje.waitForURL(/\/meetings\/[0-9a-f-]{36}$/)
  await gerd.reload()
  await shows(gerd, 'Zur Sitzung')
})
