import { expect, test } from 'vitest'
import { browsedWorld } from '../support/served-world.ts'

const set = browsedWorld()

test('after signing out nothing is left in the browser (S-17, S-24)', { timeout: 30_000 }, async () => {
  const page = await set.served.page(set.browser, 'swantje')
  await page.goto('/groups/en/tasks')
  await page.evaluate(() => {
    localStorage.setItem('left', 'Zahlen')
    sessionStorage.setItem('left', 'Zahlen')
  })
  await page.goto('/groups/en/people')
  await page.goto('/me')
  await page.locator('form[action="/sign-out"] button').last().click()
  await page.waitForURL('**/sign-in')
  const left = await page.evaluate(async () => [
    ...Object.values(localStorage),
    ...Object.values(sessionStorage),
    ...(await indexedDB.databases()),
    ...(await caches.keys()),
  ])
  expect(left).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  await page.goBack()
  expect(await page.locator('body').innerText()).not.toContain('Swantje')
})
