import type { GroupEnv } from '../../groups/in-group.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { endOfDay } from '../../web/days.ts'
import { type Accepted, type Refused, refused } from '../../web/form.ts'
import { openingProblem } from '../forms.ts'
import { snapshotsToDecide } from '../papers.ts'
import type { RoundDraft } from '../rounds/opening.ts'
import type { Round } from '../rounds/schema.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

type Judged<T> = Accepted<T> | Refused

/** A proposal is about a version of this group's own texts, or about the one that it came with. */
export async function judgedPaper<T extends { snapshotId?: string }>(
  { actor, ports }: Here,
  input: Judged<T>,
  brought: string | null = null,
): Promise<Judged<T>> {
  if (!input.ok || !input.value.snapshotId || input.value.snapshotId === brought) return input
  const own = await snapshotsToDecide(ports.db, actor.group.id)
  const isOwn = own.some(({ id }) => id === input.value.snapshotId)
  return isOwn ? input : refused(input.value, 'snapshotId', 'not_there')
}

/** The rules of the group say how it may decide, and a round ends on a day to come. */
export async function judgedOpening<T extends { method: string; closesOn?: string }>(
  { actor, ports, locale }: Here,
  input: Judged<T>,
): Promise<Judged<T>> {
  if (!input.ok || input.value.method === 'later') return input
  const { rules } = await currentRules(ports.db, actor.group.id)
  const problem = openingProblem(input.value, rules, locale.now)
  return problem ? refused(input.value, ...problem) : input
}

export const roundDraft = (
  { method, closesOn }: { method: string; closesOn?: string },
  openedById: string,
): RoundDraft => ({
  method: method as Round['method'],
  closesAt: endOfDay(closesOn ?? ''),
  openedById,
})
