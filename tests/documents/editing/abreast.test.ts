import { expect, test } from 'vitest'
import { realClock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import { OpenRooms } from '#src/documents/editing/open-rooms.ts'
import { Abreast } from '#src/documents/editing/processes/abreast.ts'
import { alone, type News } from '#src/documents/editing/processes/neighbours.ts'
import { until } from './co-editing.ts'

test('news that come while the database is away are logged, and end nothing', async () => {
  const logged: string[] = []
  const log = { info: () => undefined, error: (event: string) => void logged.push(event) }
  const stored = { state: null, generation: 0, rows: [], authors: new Map<number, string>() }
  let isAway = false
  const away = () => Promise.reject(new Error('away'))
  const archive = { read: () => (isAway ? away() : Promise.resolve(stored)), compact: () => Promise.resolve(null) }
  const clock = realClock
  const rooms = new OpenRooms({ archive, clock, log, linger: 60_000, committer: new Committer(away, log, { clock }) })
  let say = (_news: News) => undefined as undefined
  const neighbours = {
    ...alone,
    onNews: (listener: (news: News, process: string) => void) => {
      say = (news) => void listener(news, 'other')
      return () => undefined
    },
  }
  const lookup = { rows: away, seqsOf: away, standing: away }
  const abreast = new Abreast({ rooms, lookup, neighbours, clock, log })
  await rooms.prepare('text')
  isAway = true
  say({ merged: { documentId: 'text', generation: 1 } })
  say({ stored: [['text', [7]]] })
  await until(() => logged.length >= 2, 'both are logged')
  expect(logged).toEqual(['documents.unread', 'documents.unread'])
  abreast.end()
  await rooms.end()
})
