import { join } from 'node:path'
import { encodeStateVectorFromUpdate, mergeUpdates } from 'yjs'
import type { Opened, Opening } from '../load/opening.ts'
import { median } from '../numbers.ts'
import type { Usage } from '../running/usage.ts'
import type { OldText } from '../servers/subject.ts'
import { calm } from './calm.ts'
import { writeOldText } from './old-text.ts'
import { type Around, type Scenario, thoseThatKeep } from './scenario.ts'

/** Written once per run, however many servers and rounds need it. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const long = once(() => writeOldText({ edits: 260_000, recent: 200 }))
const ofTwentyThousand = once(() => writeOldText({ edits: 50_000 }))
const large = once(() => writeOldText({ edits: 50_000, letters: 29 }))
const small = once(() => writeOldText({ edits: 5_000 }))
const tiny = once(() => writeOldText({ edits: 200, recent: 20 }))

const open = ({ load }: Around, opening: Opening) => load.ask<Opened>('open', opening)

/** Merged anew by a server it may get a little shorter. */
const mostOf = ({ state }: OldText) => state.length * 0.8

/** So many people at the door of one text. */
async function openOne(around: Around, old: OldText, people: number): Promise<Opened> {
  const { stage } = around
  const [text = ''] = await stage.texts(1, old)
  const expects = mostOf(old)
  const places = Array.from({ length: people }, (_, client) => ({
    ...stage.door(text, client),
    writes: false,
    expects,
  }))
  const opened = await open(around, { places, atOnce: people })
  if (opened.failed > 0) throw new Error(`${opened.failed} of ${people} could not open the text`)
  return opened
}

export const coldOpen: Scenario = {
  name: 'cold-open',
  title: 'cold open, 260,000 edits, 105,000 letters',
  concerns: thoseThatKeep,
  run: async (around) => {
    const old = around.quick ? tiny() : long()
    const [first, second, third] = [
      await openOne(around, old, 1),
      await openOne(around, old, 1),
      await openOne(around, old, 1),
    ]
    const crowd = await openOne(around, old, 20)
    await calm(around)
    return { one: median([first.all, second.all, third.all]), twenty: crowd.all, bytes: first.bytes }
  },
}

export const largeText: Scenario = {
  name: 'large-text',
  title: '1 MB of text, 50 editors come in at once',
  once: true,
  concerns: thoseThatKeep,
  run: async (around) => {
    const { all, bytes } = await openOne(around, around.quick ? tiny() : large(), 50)
    await calm(around)
    return { all, bytes }
  },
}

const collected = ({ stage }: Around) => stage.server.ask<Usage>('collect')

export const memory: Scenario = {
  name: 'memory',
  title: 'memory per open text of 20,000 letters, one reader each',
  once: true,
  concerns: thoseThatKeep,
  run: async (around) => {
    const { stage, quick, load } = around
    await stage.server.stop()
    await stage.again()
    const [count, old] = quick ? [20, tiny()] : [1_000, ofTwentyThousand()]
    await openOne(around, tiny(), 20)
    await calm(around)
    const before = await collected(around)
    const texts = await stage.texts(count, old)
    const places = texts.map((text, client) => ({ ...stage.door(text, client), writes: false, expects: mostOf(old) }))
    const { failed } = await open(around, { places, atOnce: 20, stay: true })
    const during = await collected(around)
    await load.ask('leave')
    await calm({ ...around, quick: false })
    const after = await collected(around)
    return {
      perText: (during.rss - before.rss) / count / 1_024,
      usedPerText: (during.used - before.used) / count / 1_024,
      afterwards: after.rss / before.rss,
      usedAfterwards: after.used / before.used,
      failed,
    }
  },
}

export const reconnect: Scenario = {
  name: 'reconnect',
  title: '500 clients back after a restart, all synced',
  concerns: thoseThatKeep,
  run: async (around) => {
    const { stage, quick } = around
    const [rooms, people, old] = quick ? [4, 5, tiny()] : [50, 10, small()]
    const state = mergeUpdates([old.state, ...old.updates])
    const has = { state, vector: encodeStateVectorFromUpdate(state) }
    const texts = await stage.texts(rooms, old)
    const doors = () =>
      texts.flatMap((text, room) =>
        Array.from({ length: people }, (_, seat) => ({
          ...stage.door(text, room * people + seat),
          writes: false,
          has,
        })),
      )
    await open(around, { places: doors(), atOnce: 50, stay: true })
    await stage.server.stop()
    await around.load.ask('leave')
    await stage.again()
    const { profiles, subject } = around
    if (profiles) await stage.server.ask('profile')
    const { all, failed } = await open(around, { places: doors(), atOnce: rooms * people })
    if (profiles) await stage.server.ask('profiled', join(profiles, `${subject.name}-reconnect.cpuprofile`))
    await calm(around)
    return { all, failed }
  },
}
