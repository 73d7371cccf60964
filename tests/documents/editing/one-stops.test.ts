import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { cookieFrom } from '../../support/cookie-from.ts'
import { newFolder, type RunningServer } from '../../support/process.ts'
import { type World, world } from '../../support/world.ts'
import { addText, openSyncedTab, type Tab, until } from './co-editing.ts'
import { holdStoring, somebodyWaits } from './in-the-way.ts'
import { balancer, startOneOfSeveral } from './processes.ts'

let w: World
let dataDir: string
let front: Awaited<ReturnType<typeof balancer>>
let stays: RunningServer

const start = () => startOneOfSeveral(w, dataDir, { PUBLIC_URL: front.url })

beforeAll(async () => {
  w = await world({ quiet: true })
  dataDir = await newFolder()
  front = await balancer()
  stays = await start()
})
afterAll(async () => {
  stays.child.kill('SIGKILL')
  await stays.ended
  front.close()
  await w.ports.end()
  await rm(dataDir, { recursive: true })
})

/** Swantje and Tarek on a process that is going to end, Bjarne on one that stays. */
async function openThree() {
  const ends = await start()
  onTestFinished(() => void ends.child.kill('SIGKILL'))
  const { id, sync } = await addText(w)
  const open = async (person: PersonKey) => {
    const tab = await openSyncedTab({ url: front.url, cookie: cookieFrom(w, front.url) }, person, sync, { saved: '1' })
    onTestFinished(() => tab.close())
    return tab
  }
  front.servers.splice(0, 2, stays)
  const bjarne = await open('bjarne')
  front.servers.unshift(ends)
  const [swantje, tarek] = await Promise.all([open('swantje'), open('tarek')])
  return { id, ends, swantje, tarek, bjarne }
}

const linesOf = (tab: Tab) => tab.text().split('\n')
const agree = (tabs: Tab[]) => tabs.every((tab) => tab.provider.synced && tab.text() === tabs[0]?.text())

test('a process that is told to stop stores everything, says when to come back, and its people go on at the other', async () => {
  const { ends, swantje, tarek, bjarne } = await openThree()
  const closes: { code: number | undefined; reason: string | undefined }[] = []
  for (const tab of [swantje, tarek])
    tab.provider.on('connection-close', (event) => closes.push({ code: event?.code, reason: event?.reason }))
  for (let n = 0; n < 50; n++) swantje.write(`s${n}`)
  ends.child.kill('SIGTERM')
  expect((await ends.ended).code).toBe(0)
  await until(() => closes.length >= 2, 'both were told')
  for (const { code, reason } of closes.slice(0, 2)) {
    expect(code).toBe(1012)
    expect(Number(reason)).toBeGreaterThanOrEqual(200)
    expect(Number(reason)).toBeLessThanOrEqual(5_000)
  }
  tarek.write('weiter')
  await until(() => agree([bjarne, swantje, tarek]) && bjarne.text().includes('weiter'), 'all agree')
  expect(linesOf(bjarne)).toEqual(expect.arrayContaining(Array.from({ length: 50 }, (_, n) => `s${n}`)))
})

test('a process that is killed has left to the others whatever somebody had seen; its people are soon known to be gone', async () => {
  const { ends, swantje, tarek, bjarne } = await openThree()
  await until(() => bjarne.provider.awareness.getStates().has(tarek.doc.clientID), 'Bjarne sees Tarek')
  let n = 0
  const typing = setInterval(() => {
    swantje.write(`s${n++}`)
    bjarne.write(`b${n}`)
  }, 5)
  await pause(300)
  tarek.provider.shouldConnect = false
  const seen = linesOf(tarek)
  ends.child.kill('SIGKILL')
  await pause(200)
  clearInterval(typing)
  // Of what it stored last it may not have told anybody any more.
  const hasAll = () => seen.every((line) => linesOf(bjarne).includes(line))
  await until(hasAll, 'those who go on have whatever was seen')
  await until(() => agree([bjarne, swantje]), 'who goes on agrees')
  expect(
    linesOf(bjarne)
      .filter((line) => line.startsWith('s'))
      .sort(),
  ).toEqual(Array.from({ length: n }, (_, i) => `s${i}`).sort())
  const judged = new Promise<number | undefined>((resolve) =>
    bjarne.provider.on('connection-close', (event) => resolve(event?.code)),
  )
  await until(() => !bjarne.provider.awareness.getStates().has(tarek.doc.clientID), 'Tarek is gone')
  // It may have died with the end of a right on its tongue.
  expect(await judged).toBe(4500)
})

test('a second signal, whichever, ends a process at once, although it waits for the database', async () => {
  const { ends, swantje } = await openThree()
  const letGo = await holdStoring(w)
  swantje.write('gerade noch')
  await until(() => somebodyWaits(w), 'it is being stored')
  ends.child.kill('SIGTERM')
  await until(() => ends.said().includes('beendet sich'), 'it has heard')
  ends.child.kill('SIGINT')
  // Had it waited until it is done, or given up by itself, it would have a code.
  expect((await ends.ended).code).toBe(null)
  await letGo()
})
