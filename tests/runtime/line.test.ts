import { expect, onTestFinished, test } from 'vitest'
import type { Log } from '#src/ports.ts'
import { connect, type Place } from '#src/runtime/postgres/database.ts'
import { openBus } from '#src/runtime/signals/bus.ts'
import { Line } from '#src/runtime/signals/line.ts'
import type { Heard } from '#src/runtime/signals/notes.ts'
import { until } from '../documents/editing/co-editing.ts'
import { emptyTemplate, freshDatabase } from '../support/databases.ts'

const silent: Log = { info: () => undefined, error: () => undefined }

async function lineOn(place: Place) {
  const heard: Heard[] = []
  let backs = 0
  const line = await Line.open(place, silent, { hear: (note) => heard.push(note), back: () => backs++ })
  onTestFinished(() => line.end())
  return { line, heard, backs: () => backs }
}

/** The process in the database that listens for this line, the only one there. */
async function earOf(place: Place): Promise<number> {
  const client = connect(place, { max: 1 })
  const [found] = await client`select pid from pg_stat_activity
    where datname = current_database() and query like 'listen%'`.finally(() => client.end())
  return found?.pid
}

test('what cannot be said is made good for: the others learn that something is lost', async () => {
  const place = await freshDatabase(emptyTemplate)
  const [here, there] = [await lineOn(place), await lineOn(place)]
  await here.line.say({ signals: [{ id: 1, groupId: 'en', name: 'too long for a note'.repeat(500) }] })
  await until(() => there.heard.length === 1, 'it is made good for')
  expect(there.heard[0]).toMatchObject({ from: here.line.me, lost: true })
  await here.line.say({ revocation: { personId: 'fritjof', final: true } })
  await until(() => there.heard.length === 2, 'the next is heard')
})

test('a line that carries nothing any more, which no system has noticed, is opened anew', async () => {
  const place = await freshDatabase(emptyTemplate)
  const { line, heard, backs } = await lineOn(place)
  const ear = await earOf(place)
  process.kill(ear, 'SIGSTOP')
  onTestFinished(() => void process.kill(ear, 'SIGCONT'))
  for (let n = 0; n < 4; n++) await line.probe({ alive: 'here' })
  await until(() => backs() === 1, 'it is back')
  const other = await lineOn(place)
  await other.line.say({ alive: 'here' })
  await until(() => heard.length === 1, 'it hears again')
})

test('processes know each other at once, and who says farewell is gone at once', async () => {
  const place = await freshDatabase(emptyTemplate)
  const here = await openBus(place, silent)
  onTestFinished(() => here.end())
  expect(here.neighbours.known().size).toBe(0)
  const there = await openBus(place, silent)
  await until(() => here.neighbours.known().size === 1 && there.neighbours.known().size === 1, 'both know', 1_500)
  const gone = new Promise((resolve) => here.neighbours.onGone((_, crashed) => resolve(crashed)))
  await there.end()
  expect(await gone).toBe(false)
  expect(here.neighbours.known().size).toBe(0)
})
