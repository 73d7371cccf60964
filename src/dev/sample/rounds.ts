import { ballots, type Choice, ratings } from '../../decisions/ballots/schema.ts'
import { optionsIn } from '../../decisions/proposals/options.ts'
import type { Proposal } from '../../decisions/proposals/schema.ts'
import { type Round, type RoundOption, roundNotices, roundOptions, rounds } from '../../decisions/rounds/schema.ts'
import { castGroups, type PersonKey } from '../cast.ts'
import { first } from './first.ts'
import type { Matter } from './proposing.ts'
import { takeRoll } from './rolls.ts'
import type { Scene } from './scene.ts'

export interface Said {
  by: PersonKey
  choice: Choice
  reason?: string
  /** Resistance to each option, in their order. */
  ratings?: number[]
  at: Date
}

interface RoundStory extends Partial<Pick<Round, 'channel' | 'preset' | 'rules' | 'legalBasis' | 'startsAt'>> {
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
    ...{ method: story.method, channel: story.channel, preset: story.preset, startsAt: story.startsAt },
    ...{ title, wording, rationale, snapshotId, proposalVersion: version },
    rules: story.rules ?? castGroups[group].rules,
    ...{ ruleSetVersion: 1, legalBasis: story.legalBasis },
    openedById: scene.person(story.by),
    openedAt: story.at,
    closesAt: story.closesAt,
  }
  const round = first(await scene.db.insert(rounds).values(row).returning())
  scene.note({ kind: 'round.opened', group, by: story.by, subjectId: round.id, facts: { title }, at: story.at })
  return round
}

/** Where silence is assent: all of them have looked at it, and were reminded at half time and on the last day. */
async function reached({ db }: Scene, { id: roundId, openedAt, closesAt }: Round, personIds: Iterable<string>) {
  const halfTime = new Date((openedAt.getTime() + closesAt.getTime()) / 2)
  const lastDay = new Date(closesAt.getTime() - 86_400_000)
  const rows = [...personIds].flatMap((personId) => [
    { roundId, personId, kind: 'opened' as const, createdAt: openedAt },
    { roundId, personId, kind: 'half_time' as const, createdAt: halfTime, sentAt: halfTime },
    { roundId, personId, kind: 'last_day' as const, createdAt: lastDay, sentAt: lastDay },
  ])
  await db.insert(roundNotices).values(rows)
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

/** Opens a round with its roll and puts the answers in, each for the seat that this person speaks for. */
export async function holdRound(scene: Scene, matter: Matter, story: RoundStory): Promise<HeldRound> {
  const { group } = matter
  const round = await openRound(scene, matter, story)
  const options = await freezeOptions(scene, round, matter)
  const roll = await takeRoll(scene, group, round)
  if (round.preset === 'silent') await reached(scene, round, roll.keys())
  for (const said of story.answers) {
    const { by, at } = said
    await answer(scene, round, roll.get(scene.person(by)) ?? '', said, options)
    scene.note({ kind: 'round.answered', group, by, subjectId: round.id, facts: { title: round.title }, at })
  }
  return { ...matter, round }
}
