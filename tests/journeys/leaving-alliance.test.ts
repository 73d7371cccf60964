import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { keepDeadlines } from '#src/decisions/deadlines.ts'
import { roundLetter } from '#src/decisions/rounds/notices/routes.tsx'
import { type GroupKey, mailOf } from '#src/dev/cast.ts'
import { paths } from '#src/paths.ts'
import { addTask } from '#src/tasks/adding.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { deciding } from '../decisions/setting.ts'
import { follow, pathOf, press, shows, stage, unfold } from './stage.ts'

const set = stage({ foreseen: /status of 4(04|22)|socket/ })

const gone = 'Fritjof Bellinghaus'

const task = (group: GroupKey, title: string) =>
  change(set.w.ports, (tx, record) =>
    addTask(tx, record, {
      groupId: set.w.groups[group].id,
      title,
      personIds: [set.w.people.fritjof.id],
      actorId: set.w.people.gerd.id,
    }),
  )

/** Rounds in three groups: answered in BT, silent in EN, an objection that stands in DI. */
async function threeRounds() {
  const [bt, en, di] = [deciding(set.w, 'bt'), deciding(set.w, 'en'), deciding(set.w, 'di')]
  const evening = { title: 'Dialogabend', wording: 'Wir laden im Mai ein.', rationale: '' }
  const answered = await bt.open(await bt.propose('ayla', evening))
  await bt.answer('fritjof', answered, 'consent')
  const silent = await en.open(await en.propose('swantje'))
  const data = { title: 'Offene Karten', wording: 'Wir legen die Karten offen.', rationale: '' }
  const objected = await di.open(await di.propose('piet', data))
  await di.answers(objected, { piet: 'consent', gerd: 'consent', fritjof: 'objection' })
  await di.count('piet', objected)
  return { answered, silent, objected }
}

/** Asks for a link as anybody would: the page says the same as to everybody, and nothing comes. */
async function asksForLink(page: Page) {
  await page.locator('[name=email]').fill(mailOf('fritjof'))
  await page.locator('main form button').first().click()
  await shows(page, 'Schau in dein Postfach')
}

test('A2: a member leaves the alliance in the middle, and everything open has its place', {
  timeout: 120_000,
}, async () => {
  const { w } = set
  const { answered, silent, objected } = await threeRounds()
  const mine = await task('en', 'Zahlen holen')
  await task('di', 'Server umziehen')

  const gerd = await set.enter('gerd', paths.round(w.groups.en, silent))
  const piet = await set.enter('piet', paths.group(w.groups.di))
  const fritjof = await set.enter('fritjof', paths.me())
  await shows(gerd, '0 von 5')

  // One page for all groups, one step.
  await follow(fritjof, 'Die Allianz verlassen')
  for (const words of [
    'Zahlen holen',
    'Server umziehen',
    'Delegiert in den Kreis',
    'Dialogabend: die Antwort bleibt',
  ]) {
    await shows(fritjof, words)
  }
  await press(fritjof, 'Ja, die Allianz verlassen')
  await fritjof.waitForURL(/sign-in/)

  // In EN one seat less, with the reason; in BT the answer stays.
  await shows(gerd, '0 von 4')
  await unfold(gerd, 'Wer eine Stimme hat')
  await shows(gerd, 'ausgeschieden, nicht mehr auf der Liste')
  const ayla = await set.enter('ayla', paths.round(w.groups.bt, answered))
  await shows(ayla, '1 von 5')

  // His tasks are nobody's, and say so on the page.
  await piet.locator('#tasks-live li', { hasText: 'Server umziehen' }).filter({ hasText: 'Niemand' }).waitFor()
  await gerd.goto(paths.task(w.groups.en, mine))
  await shows(gerd, 'Niemand')

  // His objection still stands; only two people together, with a reason, close it.
  await piet.goto(paths.proposal(w.groups.di, { id: objected.proposalId }))
  await shows(piet, `${gone} ist aus der Gruppe ausgeschieden.`)
  await shows(piet, 'Das können nur noch zwei zusammen, mit einem Grund.')
  await follow(piet, 'Ansehen und weiter damit')
  const objection = await pathOf(piet)
  await press(piet, 'Vorschlagen')
  await shows(piet, 'Bitte schreib in einem Satz')
  await piet.locator('[name=reason]').fill('Fritjof gehört nicht mehr dazu, der Punkt ist besprochen.')
  await press(piet, 'Vorschlagen')
  await shows(piet, 'Das bestätigt eine zweite Person.')
  expect(await piet.getByRole('button', { name: 'Als zweite Person bestätigen' }).count()).toBe(0)
  await gerd.goto(objection)
  await press(gerd, 'Als zweite Person bestätigen')
  await shows(gerd, 'festgestellt von Piet Sandkuhl und Gerd Moosbach')

  // The circle sees the gap: DI has nobody whom it sends.
  const henrike = await set.enter('henrike', paths.group(w.groups.kk))
  await henrike.locator('#health a', { hasText: /1\s+Posten/ }).click()
  await henrike
    .getByRole('row', { name: /AG.Digitalisierung/ })
    .filter({ hasText: 'nicht besetzt' })
    .waitFor()

  // The door is closed, and no mail comes any more.
  expect(new URL((await fritjof.goto('/groups/en'))?.url() ?? '').pathname).toBe(paths.signIn())
  const before = w.mails().filter(({ to }) => to === mailOf('fritjof')).length
  await asksForLink(fritjof)
  const next = await deciding(w, 'en').propose('swantje', { title: 'Anger', wording: 'Am Anger.', rationale: '' })
  const opening = { method: 'consent', closesOn: addDays(dayOf(new Date()), 14), version: 1 }
  const opened = await (await w.as('swantje'))(`${paths.proposal(w.groups.en, next)}/rounds`, { form: opening })
  expect(opened.status).toBe(303)
  await keepDeadlines(w.ports, { letter: roundLetter(w.settings) })
  expect(w.mails().filter(({ to }) => to === mailOf('gerd')).length).toBeGreaterThan(0)
  expect(w.mails().filter(({ to }) => to === mailOf('fritjof')).length).toBe(before)
})
