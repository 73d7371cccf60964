import { and, asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { votersOf } from '../../groups/people.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import {
  type Proposal,
  type ProposalOpinion,
  type ProposalQuestion,
  proposalDeliberations,
  proposalOpinions,
  proposalQuestions,
  proposalVersions,
} from './schema.ts'

export interface QuestionEntry extends ProposalQuestion {
  askedBy: string
  answeredBy: string | null
}

export interface OpinionEntry extends ProposalOpinion {
  by: string
}

/** What was asked and said about a proposal, and whose turn it is. */
export interface Talk {
  questions: QuestionEntry[]
  /** To this and to earlier wordings, the latest wording on top, in the order of turns. */
  opinions: OpinionEntry[]
  /** Which turn this person would speak in. */
  turn: 1 | 2 | 'wait' | 'all_said' | 'closed'
  isSecondTurn: boolean
  /** Who has a vote and has not spoken yet in the first turn. */
  silent: { id: string; name: string }[]
}

type Key = Pick<Proposal, 'id' | 'groupId' | 'version'>

const spokenIn = (opinions: Pick<ProposalOpinion, 'turn' | 'personId'>[], turn: number) =>
  new Set(opinions.filter((one) => one.turn === turn).map(({ personId }) => personId))

async function stillSilent(db: Database, { groupId }: Key, opinions: ProposalOpinion[]) {
  const spoken = spokenIn(opinions, 1)
  return (await votersOf(db, groupId, dayOf(new Date()))).filter(({ id }) => !spoken.has(id))
}

const opinionsOn = (db: Database, { id, version }: Key): Promise<ProposalOpinion[]> =>
  db
    .select()
    .from(proposalOpinions)
    .where(and(eq(proposalOpinions.proposalId, id), eq(proposalOpinions.version, version)))

/** Opened for this very wording: a new one begins with the first turn again. */
async function deliberationOn(db: Database, { id, version }: Key) {
  const current = and(
    eq(proposalVersions.proposalId, proposalDeliberations.proposalId),
    eq(proposalVersions.version, version),
  )
  const [found] = await db
    .select({ secondTurnAt: proposalDeliberations.secondTurnAt, since: proposalVersions.createdAt })
    .from(proposalDeliberations)
    .innerJoin(proposalVersions, current)
    .where(eq(proposalDeliberations.proposalId, id))
  return found && { isSecond: found.secondTurnAt !== null && found.secondTurnAt >= found.since }
}

async function turnsOf(db: Database, key: Key) {
  const opinions = await opinionsOn(db, key)
  const silent = await stillSilent(db, key, opinions)
  const deliberation = await deliberationOn(db, key)
  return {
    opinions,
    silent,
    isOpen: deliberation !== undefined,
    isSecond: deliberation?.isSecond || silent.length === 0,
  }
}

type Turns = Awaited<ReturnType<typeof turnsOf>>

function turnIn({ opinions, isOpen, isSecond }: Turns, personId: string): Talk['turn'] {
  if (!isOpen) return 'closed'
  if (!spokenIn(opinions, 1).has(personId)) return 1
  if (spokenIn(opinions, 2).has(personId)) return 'all_said'
  return isSecond ? 2 : 'wait'
}

export const turnFor = async (db: Database, key: Key, personId: string): Promise<Talk['turn']> =>
  turnIn(await turnsOf(db, key), personId)

const answerers = alias(people, 'answerers')

async function questionsOf(db: Database, proposalId: string): Promise<QuestionEntry[]> {
  const found = await db
    .select({ question: proposalQuestions, askedBy: people.name, answeredBy: answerers.name })
    .from(proposalQuestions)
    .innerJoin(people, eq(people.id, proposalQuestions.askedById))
    .leftJoin(answerers, eq(answerers.id, proposalQuestions.answeredById))
    .where(eq(proposalQuestions.proposalId, proposalId))
    .orderBy(asc(proposalQuestions.createdAt))
  return found.map(({ question, ...rest }) => ({ ...question, ...rest }))
}

async function allOpinions(db: Database, proposalId: string): Promise<OpinionEntry[]> {
  const found = await db
    .select({ opinion: proposalOpinions, by: people.name })
    .from(proposalOpinions)
    .innerJoin(people, eq(people.id, proposalOpinions.personId))
    .where(eq(proposalOpinions.proposalId, proposalId))
    .orderBy(desc(proposalOpinions.version), asc(proposalOpinions.turn), asc(proposalOpinions.createdAt))
  return found.map(({ opinion, by }) => ({ ...opinion, by }))
}

export async function talkOf(db: Database, proposal: Key, personId: string): Promise<Talk> {
  const turns = await turnsOf(db, proposal)
  return {
    questions: await questionsOf(db, proposal.id),
    opinions: await allOpinions(db, proposal.id),
    turn: turnIn(turns, personId),
    isSecondTurn: turns.isSecond,
    silent: turns.silent,
  }
}
