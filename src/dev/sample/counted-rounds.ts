import type { Choice } from '../../decisions/ballots/schema.ts'
import { countConsent } from '../../decisions/counting/consent.ts'
import { countMajority } from '../../decisions/counting/majority.ts'
import { objections } from '../../decisions/objections/schema.ts'
import { type Count, counts } from '../../decisions/rounds/schema.ts'
import { castGroups, type PersonKey } from '../cast.ts'
import { first, type HeldRound, type Said } from './rounds.ts'
import type { Scene } from './scene.ts'

type Result = Pick<Count, 'outcome' | 'reason' | 'flags' | 'tally'>

/** The same arithmetic as everywhere: the sample cannot claim a result that its answers do not give. */
function resultOf({ group, round }: HeldRound, answers: Said[]): Result {
  const entitled = castGroups[group].members.length
  const said = (choice: Choice) => answers.filter((answer) => answer.choice === choice).length
  const turnout = { answered: answers.length, left: 0 }
  if (round.method === 'consent') {
    const tally = {
      entitled,
      consent: said('consent'),
      concern: said('concern'),
      objections: said('objection'),
    }
    return { ...countConsent(tally, round.rules.quorum), tally: { ...tally, ...turnout } }
  }
  const tally = { entitled, yes: said('yes'), no: said('no'), abstain: said('abstain') }
  return { ...countMajority({ ...tally, present: answers.length }, round.rules), tally: { ...tally, ...turnout } }
}

export interface CountedRound extends HeldRound {
  count: Count
  objections: (typeof objections.$inferSelect)[]
}

export async function countRound(
  scene: Scene,
  held: HeldRound,
  { by, at, answers }: { by: PersonKey; at: Date; answers: Said[] },
): Promise<CountedRound> {
  const { round, group } = held
  const row = { roundId: round.id, ...resultOf(held, answers), countedById: scene.person(by), createdAt: at }
  const count = first(await scene.db.insert(counts).values(row).returning())
  const raised = answers.filter(({ choice }) => choice === 'objection')
  const rows = raised.map((said) => ({
    roundId: round.id,
    ownerId: scene.person(said.by),
    reason: said.reason ?? '',
    createdAt: at,
  }))
  const kept = rows.length > 0 ? await scene.db.insert(objections).values(rows).returning() : []
  const facts = { title: round.title, outcome: count.outcome }
  scene.note({ kind: 'round.counted', group, by, subjectId: round.id, facts, at })
  return { ...held, count, objections: kept }
}
