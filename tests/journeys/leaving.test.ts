import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { addTask } from '#src/tasks/adding.ts'
import { deciding } from '../decisions/setting.ts'
import { entryOf } from '../groups/entry.ts'
import { between } from '../referrals/setting.ts'
import { press, shows, stage, unfold } from './stage.ts'

const set = stage({ foreseen: /status of 404|socket/ })

const task = (title: string) =>
  change(set.w.ports, (tx, record) =>
    addTask(tx, record, {
      groupId: set.w.groups.en.id,
      title,
      dueOn: null,
      personIds: [set.w.people.fritjof.id],
      actorId: set.w.people.swantje.id,
    }),
  )

test('somebody leaves: the open round counts without them, the tasks are free, and their pages end', {
  timeout: 60_000,
}, async () => {
  const en = deciding(set.w)
  const open = await en.open(await en.propose('swantje'))
  const answered = await en.open(await en.propose('swantje', { title: 'Anger', wording: 'Am Anger.', rationale: '' }))
  await en.answer('fritjof', answered, 'consent')
  await task('Zahlen holen')
  await task('Saal bestellen')
  const { document } = await between(set.w).text('Wärme für Tannrode', 'Im Winter warm.')
  const { membership } = await entryOf(set.w, 'fritjof', 'en')

  const swantje = await set.enter('swantje', '/groups/en')
  const gerd = await set.enter('gerd', `/groups/en/rounds/${open.id}`)
  const fritjof = await set.enter('fritjof', '/groups/en')
  const writing = await fritjof.context().newPage()
  await writing.goto(`/groups/en/documents/${document.id}/edit`)
  await writing.locator('.ProseMirror[contenteditable=true]').waitFor()
  await shows(gerd, '0 von 5')
  await swantje.locator('#tasks-live', { hasText: 'Fritjof Bellinghaus' }).waitFor()

  const people = await fritjof.context().newPage()
  await people.goto('/groups/en/people')
  await people.locator(`a[href$="/people/${membership.id}/departure"]`).click()
  for (const words of ['Protokollführung', 'Saal bestellen', 'Anger: die Antwort bleibt']) await shows(people, words)
  await press(people, 'Ja, Gruppe verlassen')
  await people.waitForURL((url) => !url.pathname.startsWith('/groups/en'))

  // The group sees it at once, with the reason.
  await shows(gerd, '0 von 4')
  await unfold(gerd, 'Wer eine Stimme hat')
  await shows(gerd, 'ausgeschieden, nicht mehr auf der Liste')
  await gerd.goto(`/groups/en/rounds/${answered.id}`)
  await shows(gerd, '1 von 5')
  const tasks = swantje.locator('#tasks-live li')
  await tasks.filter({ hasText: 'Zahlen holen' }).filter({ hasText: 'Niemand' }).waitFor()
  await tasks.filter({ hasText: 'Saal bestellen' }).filter({ hasText: 'Niemand' }).waitFor()
  await swantje.goto('/')
  for (const words of ['Fritjof gehört nicht mehr dazu.', 'Die Aufgabe „Zahlen holen“ hat jetzt niemand.']) {
    await swantje.locator('#moving', { hasText: words }).waitFor()
  }

  // What the leaver had open ends.
  await writing.locator('.save', { hasText: 'Du hast keinen Zugang mehr zu diesem Text.' }).waitFor()
  expect(await writing.locator('.ProseMirror').getAttribute('contenteditable')).toBe('false')
  expect((await fritjof.reload())?.status()).toBe(404)
  for (const path of ['/groups/en/people', `/groups/en/documents/${document.id}`, `/groups/en/rounds/${answered.id}`]) {
    expect((await fritjof.goto(path))?.status(), path).toBe(404)
  }
})
