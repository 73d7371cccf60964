import type { OptionDraft } from '../../decisions/proposals/draft.ts'
import { keepOptions, optionsIn } from '../../decisions/proposals/options.ts'
import { type Proposal, proposals, proposalVersions } from '../../decisions/proposals/schema.ts'
import type { GroupKey, PersonKey } from '../cast.ts'
import { first } from './first.ts'
import type { Scene } from './scene.ts'

interface ProposalStory {
  group: GroupKey
  by: PersonKey
  at: Date
  title: string
  wording: string
  rationale: string
  snapshotId?: string
  /** What it said before, the first wording first. */
  earlier?: { wording: string; snapshotId: string }[]
  /** What is rated against each other, and against doing nothing. */
  options?: OptionDraft[]
  passive?: string
}

export interface Matter {
  group: GroupKey
  proposal: Proposal
  options: OptionDraft[]
  passive: string
}

export async function propose(scene: Scene, story: ProposalStory): Promise<Matter> {
  const { group, by, at, earlier = [], options = [], passive = '', ...words } = story
  const row = {
    ...{ ...words, version: earlier.length + 1 },
    ...{ groupId: scene.group(group), authorId: scene.person(by), createdAt: at },
  }
  const proposal = first(await scene.db.insert(proposals).values(row).returning())
  await keepWordings(scene, proposal, earlier)
  await keepOptions(scene.db, proposal, optionsIn({ ...words, options, passive }))
  const facts = { title: proposal.title }
  scene.note({ kind: 'proposal.created', group, by, subjectId: proposal.id, facts, at })
  return { group, proposal, options, passive }
}

async function keepWordings({ db }: Scene, proposal: Proposal, earlier: ProposalStory['earlier'] = []): Promise<void> {
  const { id: proposalId, title, rationale, wording, snapshotId, authorId, createdAt } = proposal
  const rows = [...earlier, { wording, snapshotId }].map((said, before) => ({
    ...{ proposalId, title, rationale, authorId, createdAt, version: before + 1 },
    ...said,
  }))
  await db.insert(proposalVersions).values(rows)
}
