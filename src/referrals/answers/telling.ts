import type { RecordEvent } from '../../activity/model.ts'
import { referralCitation } from '../citation.ts'
import type { Answer, Referral } from '../schema.ts'

/** Both sides hear of the answer. */
export const tell = (
  record: RecordEvent,
  referral: Referral,
  { kind, answeredById }: Pick<Answer, 'kind' | 'answeredById'>,
) =>
  record({
    kind: 'referral.answered',
    groupId: referral.toId,
    alsoForId: referral.fromId,
    actorId: answeredById,
    subjectId: referral.id,
    facts: { title: referral.title, number: referralCitation(referral), answer: kind },
  })
