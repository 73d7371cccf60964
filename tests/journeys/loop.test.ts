import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { castGroups } from '#src/dev/cast.ts'
import { docx, heading, item, para, run, table } from '../documents/zip.ts'
import { establish, follow, pathOf, press, shows, stage } from './stage.ts'

const set = stage()

const word = docx(
  heading(1, 'Wärme für Tannrode') +
    para(run('Wer im Dorf wohnt, soll es im Winter warm haben.')) +
    heading(2, 'Was wir fordern') +
    item(0, 'Ein Netz für das ganze Dorf') +
    item(1, 'beginnend am Anger') +
    table(['Straße', 'Häuser'], ['Am Anger', '12']),
)

const sheet = (page: Page) => page.locator('.ProseMirror[contenteditable=true]')

const saved = (page: Page) => page.locator('.save', { hasText: 'Gespeichert' }).waitFor()

/** Answers in a page of their own, as everybody on the roll does. */
async function answerWith(page: Page, choice: string) {
  await page.getByText(choice, { exact: true }).click()
  await press(page, 'Antwort abgeben')
  await shows(page, 'Deine Antwort')
}

async function freeze(page: Page) {
  await page.locator('summary', { hasText: 'Fassung festhalten' }).click()
  await page.locator('form button', { hasText: 'Fassung festhalten' }).click()
}

/** The short way: what the group has decided in a meeting, in four fields. */
async function recordDecision(page: Page, wording: string) {
  await page.locator('[name=wording]').fill(wording)
  await page.locator('[name=place]').fill('Gasthof Tannrode')
  await page.locator('[name=manner]').fill('einstimmig')
}

/** Those of the circle who are not on stage answer from home. */
async function restOfTheCircleConsents(path: string) {
  for (const person of castGroups.kk.members) {
    const browser = await set.w.as(person)
    expect((await browser(`${path}/ballot`, { form: { choice: 'consent' } })).status).toBe(303)
  }
}

test('a text goes from an uploaded file through decision and circle, back with reasons, and is adopted', {
  timeout: 240_000,
}, async () => {
  const swantje = await set.enter('swantje', '/groups/en')
  const bjarne = await set.enter('bjarne', '/groups/en')
  const fritjof = await set.enter('fritjof', '/')
  const henrike = await set.enter('henrike', '/groups/kk/referrals')

  // Swantje imports a Word file; Bjarne's open page of the group shows it.
  await follow(swantje, 'Neuen Text anfangen')
  await swantje.getByText('Mit einer Datei').click()
  await swantje.locator('input[type=file]').setInputFiles({
    name: 'waerme.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(word),
  })
  await press(swantje, 'Text anlegen')
  await shows(swantje, 'Ein Netz für das ganze Dorf')
  expect(await swantje.locator('main table td, main table th').allInnerTexts()).toEqual([
    'Straße',
    'Häuser',
    'Am Anger',
    '12',
  ])
  expect(await swantje.locator('main li :is(ul, ol)').innerText()).toContain('beginnend am Anger')
  await shows(bjarne, 'Wärme für Tannrode')

  // Both write at once and read each other.
  await follow(bjarne, 'Wärme für Tannrode')
  await follow(bjarne, 'Bearbeiten')
  await follow(swantje, 'Bearbeiten')
  await swantje.waitForURL(/\/edit$/)
  const document = (await pathOf(swantje)).replace('/edit', '')
  await Promise.all([sheet(swantje).waitFor(), sheet(bjarne).waitFor()])
  await sheet(swantje).getByText('im Winter warm haben').click()
  await swantje.keyboard.press('End')
  await sheet(bjarne).getByText('Ein Netz für das ganze Dorf').click()
  await bjarne.keyboard.press('End')
  await Promise.all([
    swantje.keyboard.type(' Auch wer wenig Geld hat.', { delay: 20 }),
    bjarne.keyboard.type(', auch für die Schule', { delay: 20 }),
  ])
  await sheet(swantje).getByText('auch für die Schule').waitFor()
  await sheet(bjarne).getByText('Auch wer wenig Geld hat.').waitFor()
  await Promise.all([saved(swantje), saved(bjarne)])

  // Swantje freezes; Bjarne, back in the reading view, sees the version appear.
  await Promise.all([swantje.goto(document), bjarne.goto(document)])
  await shows(bjarne, 'Noch keine Fassung')
  await freeze(swantje)
  await shows(swantje, /Fassung\s1/)
  await shows(bjarne, /Fassung\s1/)

  // A consent round about exactly this version.
  await follow(swantje, 'Darüber entscheiden')
  await swantje.locator('[name=wording]').fill('AG Energie fordert ein Wärmenetz für Tannrode, wie in Fassung 1.')
  await swantje.locator('[name=rationale]').fill('Viele Heizungen sind alt.')
  await swantje.getByText('Konsent', { exact: true }).click()
  await press(swantje, 'Vorschlag machen')
  await shows(swantje, 'Hast du einen schwerwiegenden Einwand?')
  const round = await pathOf(swantje)
  await shows(fritjof, 'Wärme für Tannrode')
  await shows(bjarne, /Über Fassung\s1 wird gerade entschieden/)

  const gerd = await set.enter('gerd', round)
  const tarek = await set.enter('tarek', round)
  await bjarne.goto(round)
  await fritjof.goto(round)
  await answerWith(swantje, 'Nein, kein Einwand')
  await shows(gerd, '1 von 5')
  await answerWith(gerd, 'Nein, aber ein Bedenken')
  await answerWith(tarek, 'Nein, kein Einwand')
  await answerWith(bjarne, 'Nein, kein Einwand')
  await answerWith(fritjof, 'Nein, kein Einwand')
  await shows(swantje, '5 von 5')

  // Swantje counts, Fritjof is the second person.
  await press(swantje, 'Runde schließen und auszählen')
  await shows(swantje, 'Du hast ausgezählt, deshalb stellt eine zweite Person das Ergebnis fest.')
  await fritjof.getByRole('link', { name: 'Ergebnis feststellen' }).waitFor()
  await establish(fritjof)
  await shows(swantje, /EN-\d{4}-001/)

  // Tarek hands it to the circle; Henrike's open inbox shows it.
  await shows(tarek, /EN-\d{4}-001/)
  await follow(tarek, /EN-\d{4}-001/)
  await follow(tarek, 'An den Kreis geben')
  await tarek.locator('[name=wish]').fill('Bitte beschließt das Papier.')
  await press(tarek, 'Weiterleiten')
  await shows(henrike, 'Wärme für Tannrode')

  // The circle returns it with two reasons; Swantje, who looks at the text, finds them without a reload.
  await swantje.goto(document)
  await shows(swantje, 'Kreis')
  await follow(henrike, 'Wärme für Tannrode')
  await henrike.locator('summary', { hasText: 'Zur Überarbeitung zurückgeben' }).click()
  await henrike.locator('[name=reason1]').fill('Wer bezahlt das Netz?')
  await henrike.locator('[name=reason2]').fill('Was sagt die Gemeinde?')
  await henrike.locator('form button', { hasText: 'Zur Überarbeitung zurückgeben' }).click()
  await shows(swantje, 'Der Kreis bittet um Überarbeitung.')
  await follow(swantje, 'Zum neuen Entwurf')
  await shows(swantje, 'Wer bezahlt das Netz?')
  await shows(swantje, 'Was sagt die Gemeinde?')
  await shows(swantje, 'Ein Netz für das ganze Dorf')
  const draft = await pathOf(swantje)
  expect(draft).not.toBe(document)
  await swantje.goto('/groups/en/tasks')
  await shows(swantje, 'Überarbeiten: Wärme für Tannrode')

  // They rework it, decide in a meeting, and send it again.
  await swantje.goto(`${draft}/edit`)
  await sheet(swantje).getByText('im Winter warm haben').click()
  await swantje.keyboard.press('End')
  await swantje.keyboard.type(' Die Gemeinde zahlt mit.')
  await saved(swantje)
  await swantje.goto(draft)
  await freeze(swantje)
  await shows(swantje, /Fassung\s1/)
  await swantje.goto('/groups/en/records/new')
  await recordDecision(swantje, 'AG Energie fordert ein Wärmenetz, an dem die Gemeinde mitzahlt.')
  await swantje.locator('#record-more summary').click()
  await swantje.locator('#record-more [name=title]').fill('Wärmenetz, zweite Vorlage')
  await swantje.locator('[name=snapshotId]').selectOption({ index: 1 })
  await press(swantje, 'Beschluss eintragen')
  await swantje.waitForURL(/records\/[0-9a-f-]{36}/)
  await fritjof.goto(await pathOf(swantje))
  await press(fritjof, 'Ja, so haben wir beschlossen')
  await shows(swantje, /EN-\d{4}-002/)
  await tarek.goto(`/decisions/EN-${new Date().getFullYear()}-002`)
  await follow(tarek, 'An den Kreis geben')
  await tarek.locator('[name=wish]').fill('Bitte beschließt die neue Fassung.')
  await press(tarek, 'Weiterleiten')
  await tarek.waitForURL(/\/groups\/en\/referrals/)

  // The circle takes it up, decides by its own round, and the group sees that it is adopted.
  await henrike.goto('/groups/kk/referrals')
  await follow(henrike, /Wärmenetz, zweite Vorlage/)
  await henrike.locator('summary', { hasText: 'Als Vorlage des Kreises aufgreifen' }).click()
  await henrike.locator('form button', { hasText: 'Als Vorlage des Kreises aufgreifen' }).click()
  await henrike.locator('#open-round summary').first().click()
  await press(henrike, 'Runde eröffnen')
  await shows(henrike, 'Du hast in dieser Runde keine Stimme.')
  const circleRound = await pathOf(henrike)
  await restOfTheCircleConsents(circleRound)
  await shows(henrike, '15 von 15')
  await press(henrike, 'Runde schließen und auszählen')
  const ayla = await set.enter('ayla', circleRound)
  await swantje.goto(draft)
  await establish(ayla)
  await shows(swantje, /KK-\d{4}-001/)
  await shows(swantje, 'Beschlossen')
})
