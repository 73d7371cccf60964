import type { Database } from '../../db/database.ts'
import type { Plain } from './canonical.ts'
import { contentionsIn } from './contention-statements.ts'
import { digestOf } from './digest.ts'
import { factsOf } from './round-facts.ts'
import { type Head, heads, type Rows, roundsBefore, rowsOf } from './round-rows.ts'
import { answerOf, optionsOf, questionOf, wordsOf } from './round-words.ts'
import { each, type Secret } from './statement.ts'

/** What lies behind a decision: the round, its roll, its rules, its answers and what counted, and how it came to it. */
export interface Behind {
  plain: Record<string, Plain>
  secrets: Secret[]
}

/** What earlier rounds on the same proposal have asked and heard: all of a round as one. */
const earlier = (before: Head[], rows: Rows): Secret[] =>
  each('earlierRound', before, (head) => {
    const options = optionsOf(head.round.id, rows).map(({ key, value }): Plain => [key, value])
    const answers = (rows.said.get(head.round.id) ?? []).map((ballot): Plain => [ballot.id, answerOf(ballot, rows)])
    return { key: head.round.id, personId: null, value: { asked: questionOf(head), options, answers } }
  })

async function behind(head: Head, before: Head[], rows: Rows): Promise<Behind> {
  const way = await Promise.all(before.map((one) => factsOf(one, rows)))
  return {
    plain: { ...(await factsOf(head, rows)), way: await digestOf(way) },
    secrets: [...wordsOf(head, rows), ...earlier(before, rows)],
  }
}

/** Round id → what stands behind the decision that came of it. */
export async function roundsBehind(db: Database, ids: string[]): Promise<Map<string, Behind>> {
  if (ids.length === 0) return new Map()
  const before = await roundsBefore(db, ids)
  const all = [...new Set([...ids, ...[...before.values()].flat()])]
  const rows = await rowsOf(db, all)
  const contentions = await contentionsIn(db, ids)
  const known = new Map((await heads(db, all)).map((head) => [head.round.id, head]))
  const of = (wanted: string[]) => wanted.flatMap((id) => known.get(id) ?? [])
  const made = of(ids).map(async (head): Promise<[string, Behind]> => {
    const { id } = head.round
    const { plain, secrets } = await behind(head, of(before.get(id) ?? []), rows)
    return [id, { plain, secrets: [...secrets, ...(contentions.get(id) ?? [])] }]
  })
  return new Map(await Promise.all(made))
}
