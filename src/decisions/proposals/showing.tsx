import type { Context } from 'hono'
import { ProposalPage, type ProposalPageProps } from '#views/decisions/proposal-page.tsx'
import { ideasOf } from '../../groups/ideas.ts'
import type { GroupEnv } from '../../groups/in-group.ts'
import { votersOf } from '../../groups/people.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import type { Rules } from '../../groups/rules.ts'
import { refuse } from '../../web/answer.ts'
import { dayOf } from '../../web/days.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { objectionsTo } from '../objections/entries.ts'
import { objectionAbilities } from '../objections/policy.ts'
import { officersOf } from '../officers.ts'
import type { OriginOf } from '../origin.ts'
import type { Sendings } from '../paper-stage.ts'
import { snapshotsToDecide } from '../papers.ts'
import { mayReadDeciding, type Readiness, readinessOf, roundLeaders } from '../policy.ts'
import { waysBy } from '../rounds/ways.ts'
import { ruleProposalOf } from '../rules/proposed.ts'
import { aroundOf } from './around.ts'
import { lapsesAt } from './lapsing.ts'
import { findMatter, type Matter } from './matters.ts'
import { storedOptions } from './options.ts'
import { comesRunOff, consentIsUsedUp, matterAbilities, mayEndByRewording } from './policy.ts'
import { talkOf } from './turns.ts'

export type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

/** What only higher floors know. */
export interface Outside {
  originOf: OriginOf
  sendings: Sendings
}

export const oneProposal = `/proposals/:id{${uuid}}` as const

export const matterIn = async ({ actor, ports }: Here, id: string): Promise<Matter> => {
  authorize(mayReadDeciding(actor))
  return found(await findMatter(ports.db, actor.group.id, id))
}

export const factsOf = ({ actor }: Here, title: string) =>
  ({ title, section: actor.group.kind === 'circle' ? 'circle' : 'groups' }) as const

type Refusal = ProposalPageProps['refused']

/** What the form of the words needs to know. */
export const choicesFor = async ({ actor, ports: { db } }: Here) => ({
  snapshots: await snapshotsToDecide(db, actor.group.id),
  ideas: await ideasOf(db),
})

/** Where only a majority could decide and the group knows none any more, it is not asked. */
const readinessUnder = ({ allowedMethods }: Rules, readiness: Readiness): Readiness =>
  readiness === 'majority' && !allowedMethods.includes(readiness) ? 'none' : readiness

/** By which of its methods the group may be asked now. */
const openTo = (rules: Rules, readiness: Readiness): Rules =>
  readiness === 'majority' ? { ...rules, allowedMethods: [readiness], defaultMethod: readiness } : rules

async function propsOf(here: Here, matter: Matter, originOf: OriginOf): Promise<ProposalPageProps> {
  const { actor, ports, locale } = here
  const { group } = actor
  const { db } = ports
  const { proposal } = matter
  const objections = await objectionsTo(db, proposal.id)
  const { rules: current } = await currentRules(db, group.id)
  const readiness = readinessUnder(current, readinessOf(matter, objections))
  const rules = openTo(current, readiness)
  const may = matterAbilities(actor, matter, objections)
  return {
    ...{ group, matter, rules, readiness, ways: waysBy(rules), locale, me: actor.person.id },
    ...(await choicesFor(here)),
    objections: objections.map((objection) => ({
      objection,
      may: objectionAbilities(actor, objection, proposal.version),
    })),
    around: await aroundOf(db, proposal.id),
    options: await storedOptions(db, proposal),
    ruleProposal: await ruleProposalOf(db, matter),
    talk: await talkOf(db, proposal, actor.person.id),
    lapsesAt: await lapsesAt(db, proposal),
    leaders: roundLeaders(await officersOf(db, group.id), group),
    hasVoters: (await votersOf(db, group.id, dayOf(locale.now))).length > 0,
    origin: await originOf(db, group, { proposalId: proposal.id }),
    may: { ...may, openRound: may.openRound && readiness !== 'none' },
    endsRound: mayEndByRewording(actor, matter),
    consentIsUsedUp: consentIsUsedUp(matter, rules),
    comesRunOff: comesRunOff(matter),
  }
}

/** The page of a proposal, as it is and as a form of it came back. */
export function showing(originOf: OriginOf) {
  const pageOf = async (here: Here, matter: Matter, refusal?: Refusal) => (
    <ProposalPage {...(await propsOf(here, matter, originOf))} refused={refusal} />
  )
  const refuseOn = async (c: Context, here: Here, matter: Matter, refusal: Refusal) =>
    refuse(c, await pageOf(here, matter, refusal), factsOf(here, matter.proposal.title))
  return { pageOf, refuseOn }
}
