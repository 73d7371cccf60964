import { openBox, writeDown } from '../../decisions/ballots/box.ts'
import { resultOf } from '../../decisions/counting/result.ts'
import { objections } from '../../decisions/objections/schema.ts'
import { factsOf } from '../../decisions/rounds/facts.ts'
import { type Count, counts } from '../../decisions/rounds/schema.ts'
import type { PersonKey } from '../cast.ts'
import { first } from './first.ts'
import type { HeldRound, Said } from './rounds.ts'
import type { Scene } from './scene.ts'

export interface CountedRound extends HeldRound {
  count: Count
  objections: (typeof objections.$inferSelect)[]
}

/** Counted as every round is: the sample cannot claim a result that its answers do not give. */
async function counted({ db, person }: Scene, { round }: HeldRound, by: PersonKey, at: Date): Promise<Count> {
  const box = await openBox(db, round)
  const result = resultOf(box, round, await factsOf(db, round))
  const row = { roundId: round.id, ...result, countedById: person(by), createdAt: at }
  const count = first(await db.insert(counts).values(row).returning())
  await writeDown(db, round.id, box)
  return count
}

async function raised(scene: Scene, { round }: HeldRound, answers: Said[], at: Date) {
  const { cast } = await openBox(scene.db, round)
  const against = answers.filter(({ choice }) => choice === 'objection').map(({ by }) => scene.person(by))
  const rows = cast
    .filter(({ castById }) => against.includes(castById))
    .map(({ castById: ownerId, seatId, reason }) => ({ roundId: round.id, ownerId, seatId, reason, createdAt: at }))
  return rows.length > 0 ? scene.db.insert(objections).values(rows).returning() : []
}

export async function countRound(
  scene: Scene,
  held: HeldRound,
  { by, at, answers }: { by: PersonKey; at: Date; answers: Said[] },
): Promise<CountedRound> {
  const count = await counted(scene, held, by, at)
  const facts = { title: held.round.title, outcome: count.outcome }
  scene.note({ kind: 'round.counted', group: held.group, by, subjectId: held.round.id, facts, at })
  return { ...held, count, objections: await raised(scene, held, answers, at) }
}
