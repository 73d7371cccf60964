import type { Actor } from '../../groups/actor.ts'
import type { Rules } from '../../groups/rules.ts'
import type { ObjectionEntry } from '../objections/entries.ts'
import { isMovable, leadsRounds, mayOpenRound, mayPropose, mayReadDeciding, mayWithdraw } from '../policy.ts'
import type { Matter } from './matters.ts'

type Standing = Pick<Matter, 'withdrawal' | 'lapse' | 'rounds'>

/** Asked about right now, and its time has not come. */
export const isRunning = ({ withdrawal, rounds: [latest] }: Pick<Matter, 'withdrawal' | 'rounds'>) =>
  !withdrawal && latest !== undefined && latest.count === null && !latest.isOver

/** While everybody is asked, a new wording ends the round: then it is for those who open and close rounds. */
export const mayEndByRewording = (actor: Actor, matter: Standing) =>
  mayPropose(actor) && leadsRounds(actor) && isRunning(matter)

export const mayRework = (actor: Actor, matter: Standing) =>
  mayPropose(actor) && (isMovable(matter) || mayEndByRewording(actor, matter))

/** Its author, or those who open rounds (`DOMAIN.md 3.3`). */
export const mayPresent = (actor: Actor, matter: Matter) =>
  mayPropose(actor) &&
  isMovable(matter) &&
  !matter.presentation &&
  (leadsRounds(actor) || matter.proposal.authorId === actor.person.id)

/** Before a round and while it runs: whoever is recused from it goes on speaking, too (`DOMAIN.md 4.1 G9`). */
export const mayAsk = (actor: Actor, matter: Matter) => mayPropose(actor) && (isMovable(matter) || isRunning(matter))

/** Whoever knows the answer. */
export const mayExplain = mayAsk

export const mayDeliberate = (actor: Actor, matter: Matter) =>
  leadsRounds(actor) && isMovable(matter) && matter.presentation !== null && matter.deliberation === null

export const maySayOpinion = (actor: Actor, matter: Matter) =>
  mayReadDeciding(actor) && isMovable(matter) && matter.deliberation !== null

export const mayOpenSecondTurn = (actor: Actor, matter: Matter) => leadsRounds(actor) && maySayOpinion(actor, matter)

/**
 * As often as the rules say, the same matter has met an open objection: first it is settled how it goes on elsewhere,
 * then consent can be asked for again (`DOMAIN.md 3.3`, C-S3).
 */
export function consentIsUsedUp(
  { rounds, followedUp }: Pick<Matter, 'rounds' | 'followedUp'>,
  { consent: { maxRounds } }: Pick<Rules, 'consent'>,
): boolean {
  const since = rounds.findIndex(({ round }) => followedUp.some(({ roundId }) => roundId === round.id))
  const recent = since < 0 ? rounds : rounds.slice(0, since)
  return recent.filter(({ count }) => count?.reason === 'open_objection').length >= maxRounds
}

/** Asked once more by the same method, only what was equal is rated again (`DOMAIN.md 4.7`). */
export const comesRunOff = ({ proposal, rounds: [latest] }: Pick<Matter, 'proposal' | 'rounds'>): boolean =>
  latest?.count?.reason === 'runoff' && latest.round.proposalVersion === proposal.version

export const matterAbilities = (actor: Actor, matter: Matter, objections: ObjectionEntry[]) => ({
  rework: mayRework(actor, matter),
  withdraw: mayWithdraw(actor, matter),
  openRound: mayOpenRound(actor, matter, objections),
  present: mayPresent(actor, matter),
  ask: mayAsk(actor, matter),
  explain: mayExplain(actor, matter),
  deliberate: mayDeliberate(actor, matter),
  sayOpinion: maySayOpinion(actor, matter),
  openSecondTurn: mayOpenSecondTurn(actor, matter),
})

export type MatterAbilities = ReturnType<typeof matterAbilities>
