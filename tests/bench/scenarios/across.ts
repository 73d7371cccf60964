import { type Around, ours, type Scenario } from './scenario.ts'
import { keysPerSecond, lengths, measuresOf } from './typing.ts'
import { watchTyping } from './typing-in.ts'

/** In each text four write through one process, and one reads through another one on the same database. */
async function run(around: Around) {
  const { stage, quick } = around
  const other = await stage.another?.()
  if (!other) throw new Error('this server has no second process')
  const texts = await stage.texts(quick ? 2 : 20)
  const places = texts.flatMap((text, room) =>
    Array.from({ length: 5 }, (_, seat) => {
      const writes = seat < 4
      const door = writes ? stage.door(text, room * 5 + seat) : other.door(text, room * 5 + seat)
      return { ...door, writes, listens: !writes }
    }),
  )
  const watching = { ...around, server: stage.server }
  const watched = await watchTyping(watching, { places, keysPerSecond, cursors: false, ...lengths(quick) })
  await other.end()
  return measuresOf(watched)
}

export const across: Scenario = {
  name: 'across',
  title: '20 texts, written in one process and read in another',
  once: true,
  concerns: ours,
  run,
}
