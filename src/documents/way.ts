import type { Database } from '../db/database.ts'
import type { Actor } from '../groups/actor.ts'
import type { CitedDecisions } from './comparisons/cited.ts'
import type { Document } from './schema.ts'
import type { AdoptionsOf, MatterOf } from './stages/matter.ts'

/** How far round a document's matter has come, and what to know on its page. Higher floors fill it in. */
export interface DocumentWay {
  /** Draft, version, decision, circle, answer. */
  station: 1 | 2 | 3 | 4 | 5
  openRounds: { title: string; href: string; closesAt: Date; snapshotId: string; snapshotNumber: number }[]
  /** The decision in force about a version of this document. */
  decision: { citation: string; href: string; snapshotNumber: number; decidedOn: string } | null
  /** It lies with the circle. */
  referral: {
    label: string
    href: string
    since: Date
    snapshotNumber: number | null
    state: string
    /** The other group that has it; none where it is the circle. */
    to: string | null
  } | null
  /** It was given back; for the draft that came of it as well as for the one that was sent. */
  returned: {
    label: string
    href: string
    /** With what the group says to each of them, once it does. */
    reasons: { words: string; reply: string | null; passage: string }[]
    /** Where the group answers them; none once it has been sent again. */
    toReplies: string | null
    by: string | null
    wishedBy: string | null
    contact: string | null
    statement: string
  } | null
  /** Whoever got it has adopted it in another form; for the text that was sent as well as for the draft with the changes. */
  changed: { citation: string; decision: string; href: string; by: string | null } | null
  /** Where it is written on, when that is another document. */
  draft: { href: string } | null
  /** The group that it was written in, where that is dissolved and this one goes on with it. */
  inherited?: { group: string; href: string; on: string }
}

export type WayOf = (db: Database, actor: Actor, document: Document) => Promise<DocumentWay>

/** What higher floors know and the page of a text shows. */
export interface Higher {
  wayOf: WayOf
  cited: CitedDecisions
  matterOf: MatterOf
  adoptionsOf: AdoptionsOf
}

export interface KnownOfWay {
  hasVersion: boolean
  isBeingDecided: boolean
  isDecided: boolean
  /** Whether the circle has answered what was sent last; null when nothing was. */
  isAnswered: boolean | null
}

/** What lies with the circle comes first, then what is being decided; an answer closes the ring. */
export function stationOf({ hasVersion, isBeingDecided, isDecided, isAnswered }: KnownOfWay): DocumentWay['station'] {
  if (isAnswered === false) return 4
  if (isBeingDecided) return 3
  if (isAnswered) return 5
  return isDecided ? 3 : hasVersion ? 2 : 1
}

/** Where a document stands of which nothing is known but its versions. */
export const ownWay = (hasVersion: boolean): DocumentWay => ({
  station: stationOf({ hasVersion, isBeingDecided: false, isDecided: false, isAnswered: null }),
  openRounds: [],
  decision: null,
  referral: null,
  returned: null,
  changed: null,
  draft: null,
})
