import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { furnish } from '../access/corner.ts'
import { shows, stage } from './stage.ts'

const set = stage({ foreseen: /status of 40[34]/ })

const open = async (page: Page, path: string) => (await page.goto(path))?.status()

/** Every page of the loop below AG Energie. */
async function pagesOfTheLoop() {
  const ids = await furnish(set.w)
  const { documents, tasks, proposals, rounds, records, referrals } = ids
  const below = [
    '',
    '/people',
    '/documents',
    '/documents/new',
    `/documents/${documents}`,
    `/documents/${documents}/edit`,
    `/documents/${documents}/snapshots/1`,
    '/tasks',
    `/tasks/${tasks}`,
    '/proposals',
    '/proposals/new',
    `/proposals/${proposals}`,
    `/rounds/${rounds}`,
    '/records/new',
    `/records/${records}`,
    '/referrals',
    '/referrals/new',
    `/referrals/${referrals}`,
  ]
  return { ids, below: below.map((path) => `/groups/en${path}`) }
}

test('strangers find nothing, guests read, and members without a role are told who can do it', {
  timeout: 90_000,
}, async () => {
  const { ids, below } = await pagesOfTheLoop()
  const jost = await set.enter('jost', '/')
  for (const path of below) {
    expect([path, await open(jost, path)]).toEqual([path, 404])
    await shows(jost, 'oder es gehört einer Gruppe, in der du nicht bist')
  }

  // A guest reads the one text and who belongs to the group; every other door says whom to ask.
  const vera = await set.enter('vera', '/groups/en')
  await shows(vera, 'Du siehst die Texte, zu denen du eingeladen bist.')
  const text = `/groups/en/documents/${ids.documents}`
  const readable = ['/groups/en', '/groups/en/people', '/groups/en/documents', text, `${text}/snapshots/1`]
  const doors = new Set<string>()
  for (const path of below) {
    expect([path, await open(vera, path)]).toEqual([path, readable.includes(path) ? 200 : 403])
    if (!readable.includes(path)) await shows(vera, 'Wer sie hat, steht unter „Menschen und Auftrag“.')
    expect(await vera.locator('main form:not([action$="/departure"])').count(), path).toBe(0)
    const links = vera.locator('main a[href^="/groups/en"]:not([download])')
    for (const href of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')))
      doors.add(href.replace(/#.*/, ''))
  }
  // No link that is shown leads to a closed door.
  for (const door of doors) expect([door, await open(vera, door)]).toEqual([door, 200])
  await vera.goto(text)
  await shows(vera, 'Schreiben können die Mitglieder der Gruppe.')

  // A member without a role finds, where the button would be, why and who.
  const gerd = await set.enter('gerd', '/groups/en')
  const told = {
    '/people': 'Einladen und Ämter eintragen kann die Leitung: Swantje Kieselbach.',
    [`/tasks/${ids.tasks}`]: 'Abhaken können die Verantwortlichen und die Leitung.',
    [`/proposals/${ids.proposals}`]:
      'Eine Runde eröffnen Leitung und Moderation. Das macht Bjarne Tannrodt oder Swantje Kieselbach.',
    [`/records/${ids.records}`]:
      'Eine zweite Person muss das noch bestätigen. Das kann Bjarne Tannrodt oder Fritjof Bellinghaus.',
    '/referrals': 'Weiterleiten können nur Leitung und Delegierte.',
  }
  for (const [path, words] of Object.entries(told)) {
    await gerd.goto(`/groups/en${path}`)
    await shows(gerd, words)
  }
  expect(await open(gerd, '/groups/en/referrals/new')).toBe(403)
})
