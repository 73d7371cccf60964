import type { DocumentStage } from '../schema.ts'
import type { Matter } from './matter.ts'

/** Everything that a stage follows from. */
export interface Standing {
  matter: Matter
  isArchived: boolean
  /** It stays as it is for good. */
  isApproved: boolean
  /** Since when people are asked to read it. */
  inReviewSince: Date | null
  /** Since when something else is in force in its place. */
  supersededAt: Date | null
  /** The adopted version is public. */
  isPublished: boolean
}

/**
 * The one place that says where a text stands (`DOMAIN.md 3.5`): what is going on now comes before what was, and what
 * something else took the place of is over, however often it was read through or given back before.
 */
export function stageFrom(standing: Standing): DocumentStage {
  const { matter, isArchived, isApproved, inReviewSince, supersededAt, isPublished } = standing
  const adoptedAt = matter.adoptions[0]?.at ?? null
  const isAfter = (at: Date | null): at is Date => at !== null && (adoptedAt === null || at > adoptedAt)
  if (isApproved) return 'approved'
  if (matter.isWithCircle || matter.isBeingDecided) return 'in_decision'
  if (isArchived && adoptedAt === null) return 'archived'
  if (adoptedAt !== null && isAfter(supersededAt)) return 'superseded'
  if (isAfter(inReviewSince)) return 'in_review'
  if (isAfter(matter.returnedAt)) return 'returned'
  if (adoptedAt === null) return 'draft'
  return isPublished ? 'published' : 'adopted'
}
