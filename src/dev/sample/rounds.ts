import { ballots, type Choice } from '../../decisions/ballots/schema.ts'
import { type Proposal, proposals } from '../../decisions/proposals/schema.ts'
import { type Round, rounds } from '../../decisions/rounds/schema.ts'
import { seatHolders, seats } from '../../decisions/seats/schema.ts'
import { castGroups, type GroupKey, type PersonKey } from '../cast.ts'
import type { Scene } from './scene.ts'

interface ProposalStory {
  group: GroupKey
  by: PersonKey
  at: Date
  title: string
  wording: string
  rationale: string
  snapshotId?: string
  version?: number
}

export interface Matter {
  group: GroupKey
  proposal: Proposal
}

export const first = <T>(rows: T[]): T => {
  const [row] = rows
  if (!row) throw new Error('The database returned no row for an insert')
  return row
}

export async function propose(scene: Scene, { group, by, at, ...words }: ProposalStory): Promise<Matter> {
  const row = { ...words, groupId: scene.group(group), authorId: scene.person(by), createdAt: at }
  const proposal = first(await scene.db.insert(proposals).values(row).returning())
  const { id: subjectId, title } = proposal
  scene.note({ kind: 'proposal.created', group, by, subjectId, facts: { title }, at })
  return { group, proposal }
}

export interface Said {
  by: PersonKey
  choice: Choice
  reason?: string
  at: Date
}

interface RoundStory {
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
    method: story.method,
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

/** Opens a round with everybody on the roll who has a vote, and puts the answers in. */
export async function holdRound(scene: Scene, matter: Matter, story: RoundStory): Promise<HeldRound> {
  const { group } = matter
  const round = await openRound(scene, matter, story)
  const roll = castGroups[group].members.map((person) => ({ person, id: crypto.randomUUID() }))
  await scene.db
    .insert(seats)
    .values(roll.map(({ id }) => ({ id, roundId: round.id })))
  await scene.db
    .insert(seatHolders)
    .values(roll.map(({ person, id }) => ({ seatId: id, roundId: round.id, personId: scene.person(person) })))
  const cast = story.answers.map(({ by, choice, reason, at }) => ({
    seatId: roll.find(({ person }) => person === by)?.id ?? '',
    roundId: round.id,
    method: round.method,
    choice,
    reason,
    castById: scene.person(by),
    receivedAt: at,
  }))
  if (cast.length > 0) await scene.db.insert(ballots).values(cast)
  for (const { by, at } of story.answers) {
    scene.note({ kind: 'round.answered', group, by, subjectId: round.id, facts: { title: round.title }, at })
  }
  return { ...matter, round }
}
