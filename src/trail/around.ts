import type { Database } from '../db/database.ts'
import { decisionByCitation } from '../decisions/register/log.ts'
import type { Actor } from '../groups/actor.ts'
import type { Linked } from '../web/trail-paths.ts'
import { type Cause, toCheck } from './checking.ts'
import { type Subjects, subjectsOf } from './linking.ts'
import { mayLink } from './policy.ts'
import { findThing, kindOf } from './things.ts'
import type { Named } from './trail.ts'

/** What the page of a thing says around it: what it is about, and whether it still fits. */
export interface Around {
  things: Linked
  id: string
  group: Named
  subjects: Subjects
  causes: Cause[]
  isInside: boolean
  mayLink: boolean
}

/** Around a thing of the group of this actor; null for what is not theirs. */
export async function aroundThing(
  db: Database,
  actor: Actor,
  things: Linked,
  id: string,
  inside: string[],
): Promise<Around | null> {
  const kind = kindOf[things]
  const thing = await findThing(db, actor.group.id, kind, id)
  if (!thing) return null
  const [subjects, [waiting]] = await Promise.all([subjectsOf(db, thing), toCheck(db, inside, { thing })])
  const { slug, name } = actor.group
  const may = { isInside: true, mayLink: mayLink(actor) }
  return { things, id, group: { slug, name }, subjects, causes: waiting?.causes ?? [], ...may }
}

/** Around a decision, for whoever may read the register; its group says what it is about. */
export async function aroundDecision(db: Database, cited: string, inside: string[]): Promise<Around | null> {
  const decision = await decisionByCitation(db, cited)
  if (!decision) return null
  const { id, group } = decision
  const thing = { kind: 'decision', id } as const
  const [subjects, [waiting]] = await Promise.all([subjectsOf(db, thing), toCheck(db, inside, { thing })])
  const isInside = inside.includes(group.id)
  const may = { isInside, mayLink: isInside && group.state !== 'dissolved' }
  return { things: 'decisions', id, group, subjects, causes: waiting?.causes ?? [], ...may }
}
