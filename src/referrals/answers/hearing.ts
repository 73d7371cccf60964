import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { referralCitation } from '../citation.ts'
import type { Referral } from '../schema.ts'
import { hold } from './holding.ts'
import { heardVoices } from './schema.ts'

/** Who spoke for the group in the circle, each once; also after the answer, where nobody has written it down before. */
export async function hearVoice(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  name: string,
): Promise<void> {
  const referral = await hold(tx, id)
  const row = { referralId: id, name, addedById: actor.person.id }
  const added = await tx.insert(heardVoices).values(row).onConflictDoNothing().returning()
  if (added.length === 0) return
  await record({
    kind: 'referral.voicesHeard',
    groupId: referral.toId,
    alsoForId: referral.fromId,
    actorId: actor.person.id,
    subjectId: id,
    facts: { title: referral.title, number: referralCitation(referral), name },
  })
}
