import { expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { timePasses } from '../decisions/answering/setting.ts'
import { establish, follow, pathOf, press, shows, stage, unfold } from './stage.ts'

const set = stage()

async function answer(round: string, answers: Partial<Record<PersonKey, string>>) {
  for (const [person, choice] of Object.entries(answers)) {
    const browser = await set.w.as(person as PersonKey)
    expect((await browser(`${round}/ballot`, { form: { choice } })).status).toBe(303)
  }
}

test('a vote in which too few take part decides nothing and uses no number; the same question can be asked again', {
  timeout: 60_000,
}, async () => {
  const year = new Date().getFullYear()
  const ole = await set.enter('ole', '/groups/mo/proposals/new')
  await ole.locator('[name=title]').fill('Tempo 30')
  await ole.locator('[name=wording]').fill('Wir fordern Tempo 30 in allen Dörfern.')
  await ole.getByText('Mehrheit', { exact: true }).click()
  await press(ole, 'Vorschlag machen')
  await shows(ole, 'Bist du dafür?')
  await shows(ole, 'Nötig: mehr als die Hälfte Ja. Enthaltungen zählen nicht mit.')
  await shows(ole, 'Nötig sind Antworten von mindestens der Hälfte.')
  await ole.locator('#ballot').getByText('Ja', { exact: true }).click()
  await press(ole, 'Antwort abgeben')
  await shows(ole, '1 von 4')

  await timePasses(set.w, { id: (await pathOf(ole)).split('/').at(-1) ?? '' })
  await ole.goto('/')
  await follow(ole, 'Auszählen')
  await shows(ole, 'Die Zeit ist vorbei.')
  const dunja = await set.enter('dunja', await pathOf(ole))
  await shows(dunja, 'Auszählen können Leitung und Moderation. Das macht Ole Radebrecht.')
  await press(ole, 'Runde schließen und auszählen')
  for (const page of [ole, dunja]) {
    await shows(page, 'Nicht beschlussfähig')
    await shows(page, 'Es haben zu wenige geantwortet. Es wurde nichts entschieden.')
  }
  expect(await ole.getByRole('link', { name: 'Ergebnis feststellen' }).count()).toBe(0)
  await dunja.goto('/decisions')
  await shows(dunja, 'Noch kein Beschluss.')

  // The second round, with the same words.
  await follow(ole, 'Zum Vorschlag')
  await unfold(ole, 'Neue Runde eröffnen')
  await press(ole, 'Neue Runde eröffnen')
  await shows(ole, 'Bist du dafür?')
  const second = await pathOf(ole)
  await answer(second, { ole: 'yes', vincent: 'yes', marlies: 'no' })
  await dunja.goto(second)
  await dunja.getByText('Enthaltung', { exact: true }).click()
  await press(dunja, 'Antwort abgeben')
  await shows(ole, '4 von 4')
  await press(ole, 'Runde schließen und auszählen')
  await shows(ole, 'Das kann jedes andere Mitglied der Gruppe.')
  await shows(dunja, 'Es gibt genug Ja. 2 Ja · 1 Nein · 1 Enthaltung')
  await establish(dunja)
  await shows(ole, `MO-${year}-001`)
  await dunja.goto('/decisions')
  await shows(dunja, `MO-${year}-001`)
})
