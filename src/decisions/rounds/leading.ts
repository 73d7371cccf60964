import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Refused } from '../../web/form.ts'
import type { AgendaWish } from '../agenda/schema.ts'
import { wishAbout } from '../agenda/wishes.ts'
import type { Place } from '../seats/places.ts'
import { isReadyAgain, isStillOpen } from './asking-again.ts'
import { cancellationOf } from './cancelling.ts'
import type { RoundEntry } from './entries.ts'
import { type Extension, extensionsAllowed, extensionsOf } from './extending.ts'
import { followUpOf } from './following-up.ts'
import { type ReachEntry, reachOf } from './notices/reach.ts'
import {
  mayCancel,
  mayChoose,
  mayConfirmReach,
  mayDemandMeeting,
  mayExtend,
  mayFollowUp,
  maySeeReach,
} from './policy.ts'
import type { FollowUp, roundCancellations } from './schema.ts'
import { placesToObject, type Stop, stopsOf } from './stopping.ts'

/** How a round is led: what was said about it besides the answers, and what this actor may do. */
export interface Leading {
  extensions: Extension[]
  extensionsAllowed: number
  stops: Stop[]
  cancellation: typeof roundCancellations.$inferSelect | null
  followUp: FollowUp | null
  /** Whether it is still to be said how it goes on. */
  goesOn: boolean
  wish: AgendaWish | null
  /** For those who lead it, while it is open. */
  reach: ReachEntry[] | null
  may: { extend: boolean; cancel: boolean; demandMeeting: boolean; confirm: boolean; followUp: FollowUp['kind'][] }
}

export interface LeadingShown extends Leading {
  /** Which of its forms came back, with what was typed. */
  refused?: { form: 'extension' | 'cancellation' | 'procedure-objection' | 'follow-up'; input: Refused }
}

const inOrder = ['rework', 'new_round', 'small_group', 'next_meeting', 'postponed', 'circle'] as const

/** Nobody is asked the same again before it is ready for that, and what is on the list already need not be put there. */
async function followUpsFor(
  db: Database,
  actor: Actor,
  entry: RoundEntry,
  wish: AgendaWish | null,
): Promise<FollowUp['kind'][]> {
  if (!mayFollowUp(actor, entry)) return []
  const isReady = await isReadyAgain(db, entry)
  const isOpenTo = (kind: FollowUp['kind']) =>
    !(kind === 'new_round' && !isReady) && !(kind === 'next_meeting' && wish !== null)
  return inOrder.filter((kind) => mayChoose(actor, kind) && isOpenTo(kind))
}

export async function leadingOf(
  db: Database,
  actor: Actor,
  entry: RoundEntry,
  places: Pick<Place, 'personId'>[],
): Promise<Leading> {
  const { round } = entry
  const [extensions, stops] = [await extensionsOf(db, round.id), await stopsOf(db, round.id)]
  const wish = await wishAbout(db, round.id)
  const goesOn = entry.count !== null && (await isStillOpen(db, round))
  const hasDemanded = stops.some(({ personId }) => personId === actor.person.id)
  return {
    ...{ extensions, stops, extensionsAllowed: extensionsAllowed(round) },
    cancellation: await cancellationOf(db, round.id),
    followUp: await followUpOf(db, round.id),
    goesOn,
    wish,
    reach: maySeeReach(actor) && !entry.count ? await reachOf(db, round.id) : null,
    may: {
      extend: mayExtend(actor, entry, extensions.length),
      cancel: mayCancel(actor, entry),
      demandMeeting:
        !hasDemanded && mayDemandMeeting(actor, entry, await placesToObject(db, round.id, actor.person.id)),
      confirm: round.preset === 'silent' && mayConfirmReach(actor, entry, places),
      followUp: goesOn ? await followUpsFor(db, actor, entry, wish) : [],
    },
  }
}
