import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { createDocument } from '#src/documents/creating.ts'
import { forward } from '#src/referrals/sending/forwarding.ts'
import { addTask } from '#src/tasks/adding.ts'
import { decided } from '../decisions/seats/setting.ts'
import { deciding } from '../decisions/setting.ts'
import { meeting } from '../meetings/planning-setting.ts'
import { follow, press, shows, stage, staysNarrow } from './stage.ts'

const set = stage({ foreseen: /status of (403|422)|socket/ })

const texts = ['Offene Daten für alle Dörfer', 'Dorf-WLAN', 'Werkzeuge der Allianz']
const tasks = ['Server umziehen', 'Karten prüfen', 'Router bestellen', 'Passwörter übergeben']
const year = new Date().getFullYear()

const paper = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

/** Three texts, four tasks, a proposal, and something on the agenda of the circle. */
async function atWork() {
  const { w } = set
  const piet = await w.actor('piet', 'di')
  const by = { groupId: piet.group.id, actorId: piet.person.id }
  const made = await change(w.ports, async (tx, record) => {
    for (const title of tasks) await addTask(tx, record, { ...by, title, personIds: [w.people.fritjof.id] })
    const words = { request: 'decide', wish: 'Bitte sagt, wer die Daten hütet.', wishedBy: null } as const
    const why = { title: 'Wer hütet die Daten?', reason: 'Das betrifft alle.', decision: null, followsId: null }
    await forward(tx, record, piet, { ...words, ...why })
    const all = []
    for (const title of texts)
      all.push(await createDocument(tx, record, { ...by, kind: 'statement', title, content: paper(title) }))
    return all
  })
  const words = { title: 'Ein Logo für das Dorf-WLAN', wording: 'Wir nehmen die Linde.', rationale: '' }
  await deciding(w, 'di').propose('piet', words)
  const circle = meeting(w)
  await circle.fill(await circle.plan(14))
  return made
}

/** Where each thing of a kind goes, and why. */
async function place(page: Page, kind: string, way: string, reason = '') {
  const fields = page.locator(`select[name^="to-${kind}-"]`)
  for (const field of await fields.all()) await field.selectOption(way)
  if (reason) for (const field of await page.locator(`input[name^="why-${kind}-"]`).all()) await field.fill(reason)
}

async function carryOut(page: Page, number: string) {
  await page.locator('[name=decision]').fill(number)
  await press(page, 'Gruppe auflösen')
}

test('A3: Eine Gruppe endet erst, wenn alles Offene ein Ziel hat; danach ist nichts verloren', {
  timeout: 240_000,
}, async () => {
  const { w } = set
  const [first] = await atWork()
  const numbers: string[] = []
  for (let at = 1; at <= 12; at++) {
    const title = `Beschluss über das WLAN ${at}`
    numbers.push(await decided(w, 'di', ['piet', 'fritjof'], { title, wording: title, summary: title }))
  }
  const number = await decided(w, 'kk', ['ayla', 'mirjam'], { title: 'Die AG Digitalisierung wird aufgelöst' })

  // Henrike prepares it for the circle, and it does not go before each thing has a destination.
  const henrike = await set.enter('henrike', '/groups')
  await henrike.locator('main a[href="/dissolutions/di"]').click()
  await henrike.locator('[name=heir]').selectOption(w.groups.bt.id)
  await henrike.locator('#heir-block [name=by]').fill(number)
  await press(henrike, 'Erbgruppe eintragen')
  await shows(henrike, '9 Sachen fehlt noch das Ziel.')
  for (const title of [...texts, ...tasks, 'Ein Logo für das Dorf-WLAN', 'Wer hütet die Daten?']) {
    await shows(henrike, title)
  }
  await carryOut(henrike, number)
  await shows(henrike, 'Noch ist etwas offen.')

  // Piet leads the group, knows best where everything goes, and says it on his phone; Fritjof is still writing.
  const fritjof = await set.enter('fritjof', `/groups/di/documents/${first?.id}/edit`)
  const sheet = fritjof.locator('.ProseMirror')
  await fritjof.locator('.ProseMirror[contenteditable=true]').waitFor()
  const piet = await set.enter('piet', '/groups/di/people', { viewport: { width: 390, height: 844 } })
  await follow(piet, 'Gruppe ruhen lassen oder auflösen')
  await shows(piet, 'Auflösen und ruhen lassen trägt die Koordination des Kreises ein.')
  await staysNarrow(piet)
  await place(piet, 'document', 'heir')
  await place(piet, 'task', 'heir')
  await piet.getByLabel('Ziel für „Karten prüfen“').selectOption('dropped')
  await place(piet, 'proposal', 'withdrawn')
  await press(piet, 'Ziele eintragen')
  await piet.locator('.error', { hasText: 'Was nicht weitergeht, braucht einen Grund.' }).first().waitFor()
  await piet.getByLabel('Grund bei „Karten prüfen“').fill('Das Netzlabor macht es.')
  await place(piet, 'proposal', 'withdrawn', 'Ein Logo braucht es nicht mehr.')
  await press(piet, 'Ziele eintragen')
  await shows(piet, 'Einer Sache fehlt noch das Ziel.')

  await henrike.reload()
  await carryOut(henrike, number)
  await shows(henrike, 'Noch ist etwas offen.')
  await place(henrike, 'referral_sent', 'withdrawn', 'Die Frage hat sich erledigt.')
  await press(henrike, 'Ziele eintragen')
  await shows(henrike, 'Jede offene Sache hat ein Ziel.')
  await carryOut(henrike, numbers[0] ?? '')
  await shows(henrike, 'Einen solchen angenommenen Beschluss des Kreises gibt es nicht.')
  await carryOut(henrike, number)
  await shows(henrike, `durch ${number}.`)
  await henrike.goto('/groups/kk/referrals')
  await shows(henrike, /Alle Weiterleitungen sind beantwortet[\s\S]*Wer hütet die Daten\?\s*Zurückgezogen/)

  // Its members read and do not write any more, whoever was writing neither.
  await expect.poll(() => sheet.getAttribute('contenteditable')).toBe('false')
  await fritjof.goto(`/groups/di/documents/${first?.id}`)
  await shows(fritjof, texts[0] ?? '')
  expect(await fritjof.getByRole('link', { name: 'Bearbeiten' }).count()).toBe(0)
  expect((await piet.goto('/groups/di/documents/new'))?.status()).toBe(403)

  // The heir has the texts, with where they come from, and the tasks.
  const ayla = await set.enter('ayla', '/groups/bt/tasks')
  for (const title of tasks.filter((task) => task !== 'Karten prüfen'))
    await ayla.locator('main').getByText(title).first().waitFor()
  await ayla.goto('/groups/bt/documents')
  await follow(ayla, texts[0] ?? '')
  await shows(ayla, /Dieser Text kommt aus der aufgelösten Gruppe AG.Digitalisierung\./)
  await follow(ayla, 'Wohin dort alles gegangen ist')
  await shows(ayla, `${texts[0]}: an die Erbgruppe`)

  // Everybody finds and cites the decisions under their old numbers, and the book lists the hand-over.
  const nele = await set.enter('nele', '/groups')
  await nele.locator('main a[href="/dissolutions/di"]').click()
  await shows(nele, '3 × an die Erbgruppe')
  await follow(nele, 'Beschlüsse der Gruppe')
  for (const known of numbers) await shows(nele, known)
  await nele.goto(`/decisions/${numbers[11]}`)
  await shows(nele, 'Beschluss über das WLAN 12')
  await nele.goto(`/decisions/books/${year}`)
  await shows(nele, /Übergabeliste: AG.Digitalisierung/)
  const list = nele.locator('#book-ended tr').filter({ hasText: 'Texte' })
  expect(await list.innerText()).toMatch(/^Texte\s+3\s+an die Erbgruppe$/)
  await ayla.goto(`/decisions/books/${year}`)
  await ayla.locator('#book-ended tr', { hasText: texts[0] }).waitFor()
  await ayla.goto(`/decisions/books/${year}?edition=public`)
  await ayla.locator('#book-ended tr').filter({ hasText: 'Texte' }).waitFor()
  expect(await ayla.locator('#book-ended').innerText()).not.toContain(texts[0])
})
