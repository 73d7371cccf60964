import type { RecordEvent } from '../../activity/model.ts'
import type { EventKind } from '../../activity/schema.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { hold } from '../answers/holding.ts'
import { makeWay } from '../answers/making-way.ts'
import { referralCitation } from '../citation.ts'
import { answers, type Referral } from '../schema.ts'
import { settleSentPaper } from './sent-paper.ts'

/** What came of ending it: an answer was faster, or is on its way and will be the end. */
export type Ended = 'ended' | 'answered' | 'being_decided'

type Ending = Pick<typeof answers.$inferInsert, 'kind' | 'statement' | 'successorId'>

export const tellBoth = (
  record: RecordEvent,
  actor: Actor,
  referral: Referral,
  kind: EventKind,
  facts: Record<string, string> = {},
) =>
  record({
    kind,
    groupId: referral.fromId,
    alsoForId: referral.toId,
    actorId: actor.person.id,
    subjectId: referral.id,
    facts: { title: referral.title, number: referralCitation(referral), ...facts },
  })

/** The group ends what it has sent: like an answer, once and in turn with all the others. */
export async function endOwn(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  ending: Ending & { why: string },
): Promise<Ended> {
  const { why, ...row } = ending
  const referral = await hold(tx, id)
  if (referral.isAnswered) return 'answered'
  if (!(await makeWay(tx, record, actor, referral, why))) return 'being_decided'
  await tx.insert(answers).values({ ...row, referralId: id, answeredById: actor.person.id })
  await settleSentPaper(tx, referral)
  return 'ended'
}

/** Taken back by lead or delegate before there was an answer (`DOMAIN.md 3.4`). */
export async function withdraw(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  referral: Referral,
  words: string,
): Promise<Ended> {
  const ended = await endOwn(tx, record, actor, referral, { kind: 'withdrawn', statement: words, why: words })
  if (ended === 'ended') await tellBoth(record, actor, referral, 'referral.withdrawn')
  return ended
}
