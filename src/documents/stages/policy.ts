import { type Actor, has, isMember } from '../../groups/actor.ts'
import type { Review } from '../reviews/schema.ts'
import type { Document, DocumentStage } from '../schema.ts'
import type { Matter } from './matter.ts'

type Paper = Pick<Document, 'stage' | 'isTemplate'>

const isOpen = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'

/** A lead looks after the texts of a group, a coordinator after those of the circle. */
export const leadsTexts = (actor: Actor) =>
  isOpen(actor) && has(actor, actor.group.kind === 'circle' ? 'coordinator' : 'lead')

/** Who moderates may also end what others began. */
const moderates = (actor: Actor) => leadsTexts(actor) || (isOpen(actor) && has(actor, 'facilitator'))

/** What is written on may be read through, also while an earlier version of it is in force (`DOMAIN.md 3.5`). */
const reviewable: readonly DocumentStage[] = ['draft', 'returned', 'adopted', 'published']

export const mayBeginReview = (actor: Actor, { stage, isTemplate }: Paper) =>
  isOpen(actor) && !isTemplate && reviewable.includes(stage)

/** Who moderates, and whoever began it. */
export const mayEndReview = (actor: Actor, { startedById, endedAt }: Pick<Review, 'startedById' | 'endedAt'>) =>
  endedAt === null && (moderates(actor) || (isOpen(actor) && actor.person.id === startedById))

/** Only what was never in force, and about which nothing is open. */
const archivable: readonly DocumentStage[] = ['draft', 'in_review', 'returned']

export type Hindrances = Pick<Matter, 'isBeingDecided' | 'hasOpenReferral' | 'adoptions'>

export const isArchivable = ({ stage, isTemplate }: Paper, matter: Hindrances) =>
  !isTemplate &&
  archivable.includes(stage) &&
  !matter.isBeingDecided &&
  !matter.hasOpenReferral &&
  matter.adoptions.length === 0

export const mayArchive = (actor: Actor, paper: Paper, matter: Hindrances) =>
  leadsTexts(actor) && isArchivable(paper, matter)

export const mayTakeOut = (actor: Actor, { stage }: Paper) => leadsTexts(actor) && stage === 'archived'

export const isReplacing = ({ stage, isTemplate }: Paper) =>
  !isTemplate && stage !== 'archived' && stage !== 'approved' && stage !== 'superseded'

/** Which earlier text it takes the place of; in force from its adoption on. */
export const mayNameReplaced = (actor: Actor, paper: Paper) => leadsTexts(actor) && isReplacing(paper)

/** Only what was adopted can be replaced by a decision that has no text of its own. */
export const isReplaceable = ({ stage }: Paper) => stage === 'adopted' || stage === 'published'

export const mayNameSuccessor = (actor: Actor, paper: Paper) => leadsTexts(actor) && isReplaceable(paper)

/** The answers that a view needs. */
export const stageAbilities = (actor: Actor, paper: Paper, matter: Hindrances) => ({
  beginReview: mayBeginReview(actor, paper),
  archive: mayArchive(actor, paper, matter),
  takeOut: mayTakeOut(actor, paper),
  nameReplaced: mayNameReplaced(actor, paper),
  nameSuccessor: mayNameSuccessor(actor, paper),
  lead: leadsTexts(actor),
})

export type StageAbilities = ReturnType<typeof stageAbilities>
