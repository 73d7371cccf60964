import { ballots, type Choice, ratings } from '../../decisions/ballots/schema.ts'
import { optionsIn } from '../../decisions/proposals/options.ts'
import type { Proposal } from '../../decisions/proposals/schema.ts'
import { type Round, type RoundOption, roundNotices, roundOptions, rounds } from '../../decisions/rounds/schema.ts'
import { seatHolders, seats } from '../../decisions/seats/schema.ts'
import { castGroups, type GroupKey, type PersonKey } from '../cast.ts'
import { first } from './first.ts'
import type { Matter } from './proposing.ts'
import type { Scene } from './scene.ts'

export interface Said {
  by: PersonKey
  choice: Choice
  reason?: string
  /** Resistance to each option, in their order. */
  ratings?: number[]
  at: Date
}

interface RoundStory extends Partial<Pick<Round, 'channel' | 'preset'>> {
  number?: number
  method: Round['method']
  by: PersonKey
  at: Date
  closesAt: Date
  answers: Said[]
  /** Where the proposal has changed since. */
  asItWas?: Partial<Pick<Proposal, 'wording' | 'snapshotId' | 'version'>>
}

export interface HeldRound extends Matter {
  round: Round
}

async function openRound(scene: Scene, { group, proposal }: Matter, story: RoundStory): Promise<Round> {
  const { title, rationale, wording, snapshotId, version } = { ...proposal, ...story.asItWas }
  const row = {
    proposalId: proposal.id,
    groupId: proposal.groupId,
    number: story.number ?? 1,
    ...{ method: story.method, channel: story.channel, preset: story.preset },
    ...{ title, wording, rationale, snapshotId, proposalVersion: version },
    rules: castGroups[group].rules,
    ruleSetVersion: 1,
    openedById: scene.person(story.by),
    openedAt: story.at,
    closesAt: story.closesAt,
  }
  const round = first(await scene.db.insert(rounds).values(row).returning())
  scene.note({ kind: 'round.opened', group, by: story.by, subjectId: round.id, facts: { title }, at: story.at })
  return round
}

/** Person → seat: everybody who has a vote. Where silence is assent, all of them have looked at it. */
async function takeRoll(
  { db, person }: Scene,
  group: GroupKey,
  { id: roundId, openedAt, preset }: Round,
): Promise<Map<PersonKey, string>> {
  const roll = castGroups[group].members.map((key) => ({ key, seatId: crypto.randomUUID(), personId: person(key) }))
  await db.insert(seats).values(roll.map(({ seatId }) => ({ id: seatId, roundId })))
  await db.insert(seatHolders).values(roll.map(({ seatId, personId }) => ({ seatId, roundId, personId })))
  const opened = roll.map(({ personId }) => ({ roundId, personId, kind: 'opened' as const, createdAt: openedAt }))
  if (preset === 'silent') await db.insert(roundNotices).values(opened)
  return new Map(roll.map(({ key, seatId }) => [key, seatId]))
}

async function freezeOptions(
  { db }: Scene,
  { id: roundId }: Round,
  { proposal, options, passive }: Matter,
): Promise<RoundOption[]> {
  const { title, wording } = proposal
  const frozen = optionsIn({ title, wording, options, passive })
  const rows = frozen.map((option, before) => ({ ...option, roundId, position: before + 1 }))
  return rows.length > 0 ? db.insert(roundOptions).values(rows).returning() : []
}

async function answer({ db, person }: Scene, round: Round, seatId: string, said: Said, options: RoundOption[]) {
  const { id: roundId, method } = round
  const { by, choice, reason, at: receivedAt } = said
  const row = { seatId, roundId, method, choice, reason, castById: person(by), receivedAt }
  const { id: ballotId } = first(await db.insert(ballots).values(row).returning())
  const rows = options.flatMap(({ id: optionId }, at) => {
    const resistance = said.ratings?.[at]
    return resistance === undefined ? [] : [{ ballotId, roundId, optionId, resistance }]
  })
  if (rows.length > 0) await db.insert(ratings).values(rows)
}

/** Opens a round with everybody on the roll who has a vote, and puts the answers in. */
export async function holdRound(scene: Scene, matter: Matter, story: RoundStory): Promise<HeldRound> {
  const { group } = matter
  const round = await openRound(scene, matter, story)
  const options = await freezeOptions(scene, round, matter)
  const roll = await takeRoll(scene, group, round)
  for (const said of story.answers) {
    const { by, at } = said
    await answer(scene, round, roll.get(by) ?? '', said, options)
    scene.note({ kind: 'round.answered', group, by, subjectId: round.id, facts: { title: round.title }, at })
  }
  return { ...matter, round }
}
