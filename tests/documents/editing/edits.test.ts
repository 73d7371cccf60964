import { expect, onTestFinished, test } from 'vitest'
import { latestSeq } from '#src/activity/model.ts'
import { Edits, editsSince } from '#src/documents/editing/edits.ts'
import { documents, documentUpdates } from '#src/documents/schema.ts'
import type { Signal } from '#src/ports.ts'
import { servedWorld } from '../../support/served-world.ts'
import { Typist } from '../authorship/typing.ts'
import { addText, openSyncedTab, until } from './co-editing.ts'

const set = servedWorld()

/** Time that stands still until it is told to go on. */
function stoppedClock() {
  const planned: (() => void)[] = []
  return {
    now: () => 0,
    later: (_ms: number, work: () => void) => {
      planned.push(work)
      return () => void planned.splice(planned.indexOf(work), 1)
    },
    goOn: () => planned.splice(0).forEach((work) => void work()),
    planned,
  }
}

function listening() {
  const told: Signal[] = []
  const { db, bus, log } = set.w.ports
  const clock = stoppedClock()
  const heard = { ...bus, publish: async (signals: Signal[]) => void told.push(...signals) }
  return { told, clock, edits: new Edits({ db, bus: heard, log, clock }) }
}

const stored = (...ids: string[]) => new Map(ids.map((id) => [id, [1]]))

test('however often a text is written in, its readers are told once in a while, and of no event', async () => {
  const [one, other] = [await addText(set.w), await addText(set.w, 'lw')]
  const { told, clock, edits } = listening()
  for (let letter = 0; letter < 50; letter++) edits.committed(stored(one.id))
  edits.committed(stored(one.id, other.id))
  expect([told, clock.planned.length]).toEqual([[], 1])
  clock.goOn()
  await until(() => told.length > 0, 'they are told')
  expect(new Set(told)).toEqual(
    new Set([
      { id: null, groupId: set.w.groups.en.id, name: `document-${one.id}` },
      { id: null, groupId: set.w.groups.lw.id, name: `document-${other.id}` },
    ]),
  )
  expect(clock.planned).toEqual([])
})

test('a process that goes down says what it has not said yet', async () => {
  const { id } = await addText(set.w)
  const { told, clock, edits } = listening()
  edits.committed(stored(id))
  edits.end()
  await until(() => told.length === 1, 'it is said')
  expect(clock.planned).toEqual([])
})

test('nothing is said of what nobody wrote in', async () => {
  const { clock, edits, told } = listening()
  edits.committed(new Map())
  edits.end()
  expect([clock.planned, told]).toEqual([[], []])
})

/** What a stream says, as text, until it is enough. */
async function hear(stream: Response, words: string): Promise<string> {
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(() => reader?.cancel())
  let said = ''
  await until(
    async () => {
      if (!said.includes(words)) said += (await reader?.read())?.value ?? ''
      return said.includes(words)
    },
    words,
    12_000,
  )
  return said
}

test('an open page is told within ten seconds of what somebody writes, and stays where it was in what happened', async () => {
  const { id, sync } = await addText(set.w)
  const gerd = await set.w.as('gerd')
  const stream = await gerd(`/groups/en/stream?seen=${await latestSeq(set.w.db)}`)
  const tab = await openSyncedTab(set.served, 'swantje', sync)
  onTestFinished(() => tab.close())
  tab.write('Neue Worte')
  const said = await hear(stream, `document-${id}`)
  expect(said.slice(said.lastIndexOf('event:'))).not.toContain('id:')
}, 20_000)

test('a page that was cut off hears of what was written meanwhile, in its own groups alone', async () => {
  const [here, elsewhere] = [await addText(set.w), await addText(set.w, 'lw')]
  await set.w.as('gerd').then((gerd) => gerd('/groups/en/tasks', { form: { title: 'Zahlen holen' } }))
  const seen = await latestSeq(set.w.db)
  expect(await editsSince(set.w.db, [set.w.groups.en.id], seen)).toEqual([])
  for (const { id: documentId } of [here, elsewhere]) {
    const bytes = new Typist(7).paragraph('Wort').state()
    await set.w.db.insert(documentUpdates).values({ documentId, bytes, personId: set.w.people.gerd.id })
  }
  const missed = [{ id: null, groupId: set.w.groups.en.id, name: `document-${here.id}` }]
  expect(await editsSince(set.w.db, [set.w.groups.en.id], seen)).toEqual(missed)
  expect(
    await hear(await (await set.w.as('gerd'))(`/groups/en/stream?seen=${seen}`), missed[0]?.name ?? ''),
  ).toBeTruthy()
})

test('a page that has seen nothing yet, or belongs to no group, has missed nothing', async () => {
  expect(await editsSince(set.w.db, [set.w.groups.en.id], 0)).toEqual([])
  expect(await editsSince(set.w.db, [], await latestSeq(set.w.db))).toEqual([])
  expect(await set.w.db.$count(documents)).toBeGreaterThan(0)
})
