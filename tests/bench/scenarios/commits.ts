import { connect, socketPlace } from '#src/runtime/postgres/database.ts'
import { pause, spreadOf } from '../numbers.ts'
import { calm } from './calm.ts'
import { type Around, ours, type Scenario } from './scenario.ts'
import { keysPerSecond, lengths } from './typing.ts'
import { placesIn, watchTyping } from './typing-in.ts'

const between = 20

/** Commits one row after the other until it is told to stop, and tells how long each took. */
function committing(socket: string) {
  const sql = connect(socketPlace(socket), { max: 1 })
  const took: number[] = []
  let going = true
  const commit = async () => {
    await sql`create table if not exists bare_commits (n int)`
    while (going) {
      const begun = performance.now()
      await sql`insert into bare_commits values (1)`
      took.push(performance.now() - begun)
      await pause(between)
    }
    await sql.end()
  }
  const done = commit()
  return async () => {
    going = false
    await done
    return took
  }
}

/** What the disk lets nobody do faster, beside what we do on it. */
export const commits: Scenario = {
  name: 'commits',
  title: '50 texts, 10 writers each, beside bare commits of one row',
  concerns: ours,
  run: async (around: Around) => {
    const { stage, ground, quick } = around
    const places = await placesIn(stage, quick ? { rooms: 2, people: 5 } : { rooms: 50, people: 10 })
    const stop = committing(ground.socket)
    const watching = { ...around, server: stage.server }
    const { latency } = await watchTyping(watching, { places, keysPerSecond, cursors: false, ...lengths(quick) })
    const bare = spreadOf(await stop())
    await calm(around)
    return {
      p50: latency.p50,
      p99: latency.p99,
      max: latency.max,
      bareP50: bare.p50,
      bareP99: bare.p99,
      bareMax: bare.max,
    }
  },
}
