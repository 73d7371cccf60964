import { inArray } from 'drizzle-orm'
import type { GroupEnv } from '../../groups/in-group.ts'
import { guidingIdeas } from '../../groups/schema.ts'
import { type Accepted, type Refused, refused } from '../../web/form.ts'
import { snapshotsToDecide } from '../papers.ts'
import { decisionByCitation } from '../register/log.ts'
import type { Supersession } from './draft.ts'
import { numbersIn, type TypedProposal } from './forms.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports'>

type Problem = [field: string, code: string]

type Judged<T> = Accepted<T> | Refused

/** A proposal is about a version of this group's own texts, or about the one that it came with. */
async function paperProblem(
  { actor, ports }: Here,
  { snapshotId }: TypedProposal,
  brought: string | null,
): Promise<Problem | null> {
  if (!snapshotId || snapshotId === brought) return null
  const own = await snapshotsToDecide(ports.db, actor.group.id)
  return own.some(({ id }) => id === snapshotId) ? null : ['snapshotId', 'not_there']
}

async function ideasProblem({ ports }: Here, { ideaIds }: TypedProposal): Promise<Problem | null> {
  const known = ideaIds.length > 0 ? await ports.db.$count(guidingIdeas, inArray(guidingIdeas.id, ideaIds)) : 0
  return known === new Set(ideaIds).size ? null : ['ideaIds', 'not_there']
}

/** A group ends the force of its own decisions; of others' only they do. */
async function named({ actor, ports }: Here, typed: string | undefined, kind: Supersession['kind']) {
  const found = await Promise.all(
    numbersIn(typed).map(async (number) => {
      const decision = await decisionByCitation(ports.db, number)
      if (!decision) return 'unknown'
      return decision.groupId === actor.group.id ? { decisionId: decision.id, kind } : 'foreign'
    }),
  )
  const problem = found.find((one) => typeof one === 'string')
  return { problem, named: found.filter((one) => typeof one !== 'string') }
}

export type JudgedProposal<T> = Refused | (Accepted<T> & { supersedes: Supersession[] })

/** What only the database knows: whether the text, the ideas and the decisions that it names are there. */
export async function judged<T extends TypedProposal>(
  here: Here,
  input: Judged<T>,
  brought: string | null = null,
): Promise<JudgedProposal<T>> {
  if (!input.ok) return input
  const { value } = input
  const superseded = await named(here, value.supersedes, 'superseded')
  const annulled = await named(here, value.annuls, 'annulled')
  const problem: Problem | null =
    (await paperProblem(here, value, brought)) ??
    (await ideasProblem(here, value)) ??
    (superseded.problem ? ['supersedes', superseded.problem] : null) ??
    (annulled.problem ? ['annuls', annulled.problem] : null)
  if (problem) return refused(value, ...problem)
  return { ...input, supersedes: [...superseded.named, ...annulled.named] }
}
