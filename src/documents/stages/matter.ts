import type { Database } from '../../db/database.ts'

/** A decision that adopted a version of a text. Higher floors know; down here it is plain data. */
export interface Adoption {
  documentId: string
  snapshotId: string
  /** The version itself, where it was decided on one in which something had been put right. */
  originalId: string
  citation: string
  href: string
  decidedOn: string
  at: Date
  /** It concerns more than the group that decided, and the circle has not adopted it (`DOMAIN.md 3.9`). */
  awaitsCircle: boolean
  /** In the words of those who differ, to be shown wherever the text is. */
  dissent: string[]
}

/** Of these texts, the latest first. */
export type AdoptionsOf = (db: Database, documentIds: string[]) => Promise<Adoption[]>

/** What only higher floors know of a text. */
export interface Matter {
  /** A round of the group about it is not established yet. */
  isBeingDecided: boolean
  /** The circle is asked to adopt it and has not answered. */
  isWithCircle: boolean
  /** Something about it lies with the circle, whatever is asked. */
  hasOpenReferral: boolean
  returnedAt: Date | null
  /** The latest first. */
  adoptions: Adoption[]
}

export type MatterOf = (db: Database, document: { id: string; groupId: string }) => Promise<Matter>

export const noMatter: Matter = {
  isBeingDecided: false,
  isWithCircle: false,
  hasOpenReferral: false,
  returnedAt: null,
  adoptions: [],
}
