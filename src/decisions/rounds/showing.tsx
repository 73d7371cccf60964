import type { Context } from 'hono'
import type { EarlierRound } from '#views/decisions/round-changed.tsx'
import { RoundPage, type RoundPageProps } from '#views/decisions/round-page.tsx'
import type { Database } from '../../db/database.ts'
import { wordsBetween } from '../../documents/comparisons/wording.ts'
import type { GroupEnv } from '../../groups/in-group.ts'
import { refuse } from '../../web/answer.ts'
import type { Refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { answersBySeat, answersSoFar } from '../ballots/by-seat.ts'
import { objectionsTo } from '../objections/entries.ts'
import { objectionAbilities } from '../objections/policy.ts'
import { officersOf } from '../officers.ts'
import { snapshotNote } from '../papers.ts'
import { mayReadDeciding, roundAbilities, roundLeaders, secondPersons } from '../policy.ts'
import { findMatter } from '../proposals/matters.ts'
import { mayNoteTalk } from '../register/policy.ts'
import { ownPlaces } from '../seats/own.ts'
import { placesOf } from '../seats/places.ts'
import { seatActs } from '../seats/policy.ts'
import { recusalsProposed } from '../seats/recusing.ts'
import { rollOf } from '../seats/roll.ts'
import { findRound, lateAnswersOf, type RoundEntry } from './entries.ts'
import { leadingOf } from './leading.ts'
import { optionsOf } from './options.ts'
import { isRunOff } from './run-off.ts'
import type { Round } from './schema.ts'

export type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

export const roundIn = async ({ actor, ports }: Here, id: string): Promise<RoundEntry> => {
  authorize(mayReadDeciding(actor))
  return found(await findRound(ports.db, actor.group.id, id))
}

export const factsOf = ({ actor }: Here, { round }: RoundEntry) => ({
  title: round.title,
  section: actor.group.kind === 'circle' ? ('circle' as const) : ('groups' as const),
  scripts: ['decisions-answering.js'],
})

/** What the rules of the round let its group see of the answers, and when (`SECURITY.md S-77`). */
async function shownAnswers(db: Database, { round, count }: RoundEntry) {
  if (!count) return answersSoFar(db, round)
  return round.rules.answersShown === 'counts' ? [] : answersBySeat(db, round.id)
}

const showsLate = ({ round, count }: RoundEntry) => count !== null && round.rules.answersShown !== 'counts'

/** What is one's own, at any time, and what everybody may see. */
async function answersFor({ actor, ports: { db } }: Here, entry: RoundEntry) {
  const [late, mine, answers] = await Promise.all([
    lateAnswersOf(db, entry.round.id),
    ownPlaces(db, entry.round, actor.person.id),
    shownAnswers(db, entry),
  ])
  const ownLate = late.findLast(({ holder }) => holder.id === actor.person.id) ?? null
  return { mine, ownLate, answers, late: showsLate(entry) ? late : [] }
}

async function historyOf({ actor, ports: { db } }: Here, { round }: RoundEntry) {
  const [known, entries] = await Promise.all([
    findMatter(db, actor.group.id, round.proposalId),
    objectionsTo(db, round.proposalId),
  ])
  const matter = found(known)
  const objections = entries.map((objection) => ({
    objection,
    may: objectionAbilities(actor, objection, matter.proposal.version),
  }))
  return {
    objections,
    newer: matter.rounds.find((other) => other.round.number > round.number) ?? null,
    before: await before(db, matter.rounds.find((other) => other.round.number < round.number)?.round, round),
  }
}

/** What the round before was about, and what has become of its words since. */
async function before(db: Database, earlier: Round | undefined, round: Round): Promise<EarlierRound | null> {
  if (!earlier) return null
  const { wording } = round
  const isSame = earlier.wording === wording
  return {
    isRunOff: await isRunOff(db, round),
    snapshot: await snapshotNote(db, earlier.snapshotId),
    changes: isSame ? [] : wordsBetween(earlier.wording, wording),
  }
}

async function leadingFor({ actor, ports: { db } }: Here, entry: RoundEntry) {
  return leadingOf(db, actor, entry, await placesOf(db, entry.round.id, actor.person.id))
}

export async function propsOf(here: Here, entry: RoundEntry, refusal?: Refused): Promise<RoundPageProps> {
  const { actor, ports, locale } = here
  const { db } = ports
  const { round, count } = entry
  const [officers, given, roll, proposed, history, options, snapshot, leading] = await Promise.all([
    officersOf(db, actor.group.id),
    answersFor(here, entry),
    rollOf(db, round.id),
    count ? [] : recusalsProposed(db, round.id),
    historyOf(here, entry),
    optionsOf(db, round.id),
    snapshotNote(db, round.snapshotId),
    leadingFor(here, entry),
  ])
  return {
    ...{ group: actor.group, me: actor.person.id, entry, locale, refused: refusal },
    ...history,
    ...given,
    roll,
    seatActs: seatActs(actor, entry, { roll, places: given.mine, proposed, officers }),
    ...{ options, snapshot, leading },
    leaders: roundLeaders(officers, actor.group),
    seconds: count ? secondPersons(officers, actor.group, count.countedById ?? round.openedById) : [],
    may: { ...roundAbilities(actor, entry, given.mine, officers), noteTalk: mayNoteTalk(actor, officers) },
  }
}

export const refuseOn = async (c: Context, here: Here, entry: RoundEntry, refusal: Refused) =>
  refuse(c, <RoundPage {...(await propsOf(here, entry, refusal))} />, factsOf(here, entry))
