import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { reportDecision } from '#src/decisions/records/reporting.ts'
import { confirmRecord } from '#src/decisions/register/finalising.ts'
import { createDocument } from '#src/documents/creating.ts'
import { findDocument } from '#src/documents/model.ts'
import type { Document, Snapshot } from '#src/documents/schema.ts'
import { freeze } from '#src/documents/versions/freezing.ts'
import { follow, pathOf, press, shows, stage, staysNarrow, unfold } from './stage.ts'

const set = stage()

const words = (text: string) => ({ type: 'text', text })
const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })
const paragraph = (text: string) => ({ type: 'paragraph', content: [words(text)] })

const council = {
  type: 'doc',
  content: [
    paragraph('Ein Bürgerrat braucht drei Dinge: Zeit, Geld und eine Antwort.'),
    heading('Geld'),
    paragraph('Ein Bürgerrat kostet etwas.'),
    heading('Auslosung'),
    paragraph('Wer mitmacht, entscheidet das Los.'),
  ],
}

const sheet = (page: Page) => page.locator('.ProseMirror[contenteditable=true]')

/** D-05, as AG Beteiligung has written it. */
async function draft(): Promise<Document> {
  const { w } = set
  const paper = { groupId: w.groups.bt.id, actorId: w.people.ayla.id, kind: 'position' as const }
  return change(w.ports, (tx, record) =>
    createDocument(tx, record, { ...paper, title: 'Bürgerrat Larnrevier', content: council }),
  )
}

async function frozen(document: Document): Promise<Snapshot> {
  const ayla = await set.w.actor('ayla', 'bt')
  return change(set.w.ports, (tx, record) => freeze(tx, record, document, ayla))
}

/** The group has decided on it in a meeting; what the register calls it. */
async function decided(snapshot: Snapshot, title: string): Promise<string> {
  const { w } = set
  const report = {
    ...{ groupId: w.groups.bt.id, reportedById: w.people.ayla.id, title, snapshotId: snapshot.id },
    ...{ wording: `„${title}“ geht an den Kreis.`, summary: `„${title}“ geht an den Kreis.` },
    ...{ decidedOn: '2026-09-17', place: 'Altes Rathaus', manner: 'einstimmig' },
  }
  const stored = await change(w.ports, (tx, record) => reportDecision(tx, record, report))
  const luca = await w.actor('luca', 'bt')
  const decision = await change(w.ports, (tx, record) => confirmRecord(tx, record, stored, luca))
  if (!decision) throw new Error('Nothing was decided')
  return `/decisions/BT-${decision.year}-${String(decision.number).padStart(3, '0')}`
}

async function sends(page: Page, decision: string, wish: string): Promise<string> {
  await page.goto(decision)
  await follow(page, 'An den Kreis geben')
  await page.locator('[name=wish]').fill(wish)
  await press(page, 'Weiterleiten')
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/)
  return pathOf(page)
}

test('A4: what came back is reworked reason by reason, and the circle sees which was answered where', {
  timeout: 180_000,
}, async () => {
  const paper = await draft()
  const luca = await set.enter('luca', '/')
  const first = await sends(luca, await decided(await frozen(paper), 'Bürgerrat Larnrevier'), 'Bitte tragt ihn mit.')

  // The circle returns it with two reasons and a day.
  const wished = `${new Date().getFullYear() + 1}-10-20`
  const henrike = await set.enter('henrike', first.replace('/bt/', '/kk/'))
  await unfold(henrike, 'Zur Überarbeitung zurückgeben')
  await henrike.locator('[name=reason1]').fill('Wer bezahlt?')
  await henrike.locator('[name=reason2]').fill('Wie wird ausgelost?')
  await henrike.locator('form:has([name=reason1]) [name=wishedBy]').fill(wished)
  await henrike.locator('form button', { hasText: 'Zur Überarbeitung zurückgeben' }).click()
  await shows(henrike, 'Noch keine Antwort der Gruppe.')

  // Ayla opens her group: the reasons stand there, and above the new draft; the task has its day.
  const ayla = await set.enter('ayla', '/groups/bt')
  await shows(ayla, 'Der Kreis bittet um Überarbeitung.')
  await shows(ayla, 'Wie wird ausgelost?')
  await follow(ayla, 'Am neuen Entwurf schreiben')
  await ayla.waitForURL(/documents/)
  const again = (await pathOf(ayla)).replace(/\/edit$/, '')
  await ayla.goto('/groups/bt/tasks')
  await shows(ayla, 'Überarbeiten: Bürgerrat Larnrevier')
  await shows(ayla, /20\.\sOkt/)
  await ayla.goto(again)
  expect(await ayla.locator('#returned li').allInnerTexts()).toEqual(['Wer bezahlt?', 'Wie wird ausgelost?'])
  await shows(ayla, 'Ein Bürgerrat kostet etwas.')

  // She answers each reason, with the place in the text, and writes on.
  await follow(ayla, 'Zu den Gründen antworten')
  await shows(ayla, '„Geld“, „Auslosung“')
  const replies = ayla.locator('.reason-reply')
  await replies.nth(0).locator('textarea').fill('Das Land zahlt die Hälfte.')
  await replies.nth(0).locator('input').fill('Geld')
  await replies.nth(1).locator('textarea').fill('Aus dem Melderegister, nach Alter und Ort.')
  await replies.nth(1).locator('input').fill('Auslosung')
  await press(ayla, 'Antworten festhalten')
  await shows(ayla, 'Das Land zahlt die Hälfte.')
  await henrike.reload()
  expect(await henrike.locator('main').innerText()).not.toContain('Das Land zahlt')
  await ayla.goto(`${again}/edit`)
  await sheet(ayla).getByText('Ein Bürgerrat kostet etwas.').click()
  await ayla.keyboard.press('End')
  await ayla.keyboard.type(' Das Land zahlt die Hälfte.', { delay: 10 })
  await ayla.locator('.save', { hasText: 'Gespeichert' }).waitFor()
  const reworked = await findDocument(set.w.db, set.w.groups.bt.id, again.split('/').at(-1) ?? '')
  if (!reworked) throw new Error('The draft is gone')

  // Luca sends it again, on his phone; what they say to the reasons goes along.
  const phone = await set.enter('luca', '/', { viewport: { width: 390, height: 844 } })
  const decision = await decided(await frozen(reworked), 'Bürgerrat Larnrevier, überarbeitet')
  await phone.goto(decision)
  await follow(phone, 'An den Kreis geben')
  await shows(phone, 'Zu jedem Grund steht eure Antwort da. Sie geht mit.')
  await staysNarrow(phone)
  const second = await sends(phone, decision, 'Jetzt steht drin, wer bezahlt.')
  await staysNarrow(phone)

  // The circle sees which reason was answered where, the difference, and both sendings.
  await henrike.goto(second.replace('/bt/', '/kk/'))
  const answered = henrike.locator('#answered-reasons li')
  expect(await answered.count()).toBe(2)
  expect(await answered.nth(0).innerText()).toMatch(/Wer bezahlt\?[\s\S]*Das Land zahlt die Hälfte\.[\s\S]*Geld/)
  await answered.nth(1).getByRole('link', { name: 'Auslosung' }).click()
  await henrike.waitForURL(/\/text#s2$/)
  expect(await henrike.locator('#s2').innerText()).toBe('Auslosung')
  await henrike.goBack()
  await follow(henrike, 'Unterschied zur ersten Vorlage ansehen')
  await henrike.locator('ins', { hasText: 'Das Land zahlt die Hälfte.' }).waitFor()
  await shows(henrike, 'Aus dem Melderegister, nach Alter und Ort.')
  await henrike.goto(second.replace('/bt/', '/kk/'))
  await henrike.locator('#before').getByRole('link', { name: 'Bürgerrat Larnrevier' }).click()
  await henrike.waitForURL(`**${first.replace('/bt/', '/kk/')}`)
  await shows(henrike, 'Danach in derselben Sache')
})

test('a question goes to another group, is answered there by whoever leads it, and by nobody else', {
  timeout: 90_000,
}, async () => {
  const tarek = await set.enter('tarek', '/groups/en/referrals/new')
  const nele = await set.enter('nele', '/groups/lw')
  await tarek.locator('[name=to]').selectOption({ label: set.w.groups.lw.name })
  await tarek.locator('[name=title]').fill('Dürfen auf guten Böden Module stehen?')
  await tarek.locator('[name=reason]').fill('Das sind eure Höfe.')
  await tarek.locator('[name=wish]').fill('Bitte sagt uns, ab wie vielen Bodenpunkten nicht.')
  await press(tarek, 'Weiterleiten')
  await tarek.waitForURL(/\/referrals\/[0-9a-f-]{36}$/)
  await shows(tarek, /Bei der AG\sLandwirtschaft in Arbeit/)

  // Her open page shows it; who only belongs to the group reads it, who belongs to neither finds nothing.
  await nele.locator('#received', { hasText: 'Dürfen auf guten Böden Module stehen?' }).waitFor()
  const here = (await pathOf(tarek)).replace('/en/', '/lw/')
  const jost = await set.enter('jost', here)
  await shows(jost, 'Antworten trägt ein, wer die Gruppe leitet oder moderiert')
  expect(await jost.locator('#answering').count()).toBe(0)
  const ole = await set.w.as('ole')
  expect([(await ole(here)).status, (await ole(here.replace('/lw/', '/mo/'))).status]).toEqual([404, 404])

  await follow(nele, 'Dürfen auf guten Böden Module stehen?')
  await unfold(nele, 'Zur Kenntnis nehmen')
  await nele.locator('form:has([value=noted]) [name=statement]').fill('Ab 70 Bodenpunkten nicht.')
  await nele.locator('form:has([value=noted]) button').last().click()
  await shows(tarek, 'Ab 70 Bodenpunkten nicht.')
})
