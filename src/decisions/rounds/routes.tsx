import type { Context } from 'hono'
import { RoundPage, type RoundPageProps } from '#views/decisions/round-page.tsx'
import { TextPage } from '#views/decisions/text-page.tsx'
import { change } from '../../activity/model.ts'
import { withNamedRows } from '../../documents/comparisons/naming.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { ballotForm, noteForm } from '../forms.ts'
import { officersOf } from '../officers.ts'
import { finalOutcomes } from '../outcomes.ts'
import type { Sendings } from '../paper-stage.ts'
import { snapshotNote } from '../papers.ts'
import {
  isSecondPerson,
  leadsRounds,
  mayAnswer,
  mayCount,
  mayEndObjection,
  mayFindIntegrated,
  mayReadDeciding,
  objectionAbilities,
  roundAbilities,
  roundLeaders,
  secondPersons,
} from '../policy.ts'
import { findMatter } from '../proposals/matters.ts'
import { citation } from '../register/citation.ts'
import { type Consequence, type CountedRound, finalise } from '../register/finalising.ts'
import { placesOf } from '../seats/places.ts'
import { rollOf } from '../seats/roll.ts'
import { cast, choices } from './casting.ts'
import { countRound } from './closing.ts'
import { answersOf, findRound, lateAnswersOf, ownAnswer, type RoundEntry } from './entries.ts'
import { endObjection, findObjection, objectionsTo } from './objecting.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneRound = `/rounds/:id{${uuid}}` as const
const oneObjection = `${oneRound}/objections/:objection{${uuid}}` as const

const roundIn = async ({ actor, ports }: Here, id: string): Promise<RoundEntry> => {
  authorize(mayReadDeciding(actor))
  return found(await findRound(ports.db, actor.group.id, id))
}

const facts = ({ actor }: Here, { round }: RoundEntry) =>
  ({ title: round.title, section: actor.group.kind === 'circle' ? 'circle' : 'groups' }) as const

/** Until the count only what is one's own; whoever came late sees that too. */
async function answersFor({ actor, ports: { db } }: Here, { round, count }: RoundEntry) {
  const late = await lateAnswersOf(db, round.id)
  return {
    own: await ownAnswer(db, round.id, actor.person.id),
    ownLate: late.findLast(({ holder }) => holder.id === actor.person.id) ?? null,
    answers: await answersOf(db, round.id),
    late: count ? late : [],
  }
}

async function historyOf({ actor, ports: { db } }: Here, { round }: RoundEntry) {
  const matter = found(await findMatter(db, actor.group.id, round.proposalId))
  const objections = (await objectionsTo(db, round.proposalId)).map((objection) => ({
    objection,
    may: objectionAbilities(actor, objection, matter.proposal.version),
  }))
  return { objections, newer: matter.rounds.find((other) => other.round.number > round.number) ?? null }
}

async function propsOf(here: Here, entry: RoundEntry, refusal?: Refused): Promise<RoundPageProps> {
  const { actor, ports, locale } = here
  const { db } = ports
  const { round, count } = entry
  const roll = await rollOf(db, round.id)
  const officers = await officersOf(db, actor.group.id)
  const places = await placesOf(db, round.id, actor.person.id)
  return {
    ...{ group: actor.group, me: actor.person.id, entry, roll, locale, refused: refusal },
    ...(await historyOf(here, entry)),
    ...(await answersFor(here, entry)),
    snapshot: await snapshotNote(db, round.snapshotId),
    hasSeat: places.length > 0,
    leaders: roundLeaders(officers, actor.group),
    seconds: count ? secondPersons(officers, actor.group, count.countedById) : [],
    may: roundAbilities(actor, entry, places, officers),
  }
}

function decided({ round, count }: RoundEntry): CountedRound | null {
  const outcome = finalOutcomes.find((final) => final === count?.outcome)
  return count && outcome ? { ...round, count: { ...count, outcome } } : null
}

/** Whoever has settled an objection is where it goes on. */
async function latestRound({ actor, ports }: Here, { round }: RoundEntry) {
  const matter = await findMatter(ports.db, actor.group.id, round.proposalId)
  return paths.round(actor.group, matter?.rounds[0]?.round ?? round)
}

const refuseOn = async (c: Context, here: Here, entry: RoundEntry, refusal: Refused) =>
  refuse(c, <RoundPage {...(await propsOf(here, entry, refusal))} />, facts(here, entry))

/** Answering, counting, establishing: whoever is too late is told what is true by then. */
export const roundRoutes = ({ consequences, sendings }: { consequences: Consequence[]; sendings: Sendings }) =>
  inGroup
    .createApp()
    .get(oneRound, async (c) => {
      const entry = await roundIn(c.var, c.req.param('id'))
      return c.render(<RoundPage {...(await propsOf(c.var, entry))} />, facts(c.var, entry))
    })
    .get(`${oneRound}/text`, async (c) => {
      const { actor, ports, locale } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      const snapshot = found(await snapshotById(ports.db, found(entry.round.snapshotId)))
      const back = { href: paths.round(actor.group, entry.round), label: entry.round.title }
      const pictures = (id: string) => paths.attachment(actor.group, { id })
      const shown = await withNamedRows(ports.db, snapshot)
      return c.render(<TextPage {...{ snapshot: shown, back, pictures, locale }} />, facts(c.var, entry))
    })
    .post(`${oneRound}/ballot`, form(ballotForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(mayAnswer(actor, await placesOf(ports.db, entry.round.id, actor.person.id)))
      if (!input.ok) return refuseOn(c, c.var, entry, input)
      const { value } = input
      if (!choices[entry.round.method].some((choice) => choice === value.choice)) {
        return refuseOn(c, c.var, entry, refused({}, 'choice', 'missing'))
      }
      const given = await change(ports, (tx, record) => cast(tx, record, entry.round, actor.person.id, value))
      authorize(given !== 'no_seat')
      if (given === 'counted') {
        return refuseOn(c, c.var, await roundIn(c.var, entry.round.id), refused(value, 'choice', 'counted'))
      }
      return answer(c, paths.round(actor.group, entry.round))
    })
    .post(`${oneRound}/count`, async (c) => {
      const { actor, ports } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      authorize(leadsRounds(actor))
      if (!entry.count) {
        authorize(mayCount(actor, entry))
        await change(ports, (tx, record) => countRound(tx, record, entry.round, actor.person.id, sendings))
      }
      return answer(c, paths.round(actor.group, entry.round))
    })
    .post(`${oneRound}/decision`, async (c) => {
      const { actor, ports } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      const officers = await officersOf(ports.db, actor.group.id)
      const round = decided(entry)
      authorize(round !== null && isSecondPerson(actor, round.count.countedById, officers))
      const decision = await change(ports, (tx, record) => finalise(tx, record, round, actor, consequences))
      return answer(c, paths.decision(citation(actor.group.prefix, decision.year, decision.number)))
    })
    .post(`${oneObjection}/withdrawal`, form(noteForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      const objection = found(await findObjection(ports.db, entry.round, c.req.param('objection')))
      authorize(mayEndObjection(actor, objection))
      if (!input.ok) return refuseOn(c, c.var, entry, input)
      const ending = { kind: 'withdrawn', note: input.value.note ?? '', ownerId: actor.person.id } as const
      await change(ports, (tx, record) => endObjection(tx, record, entry.round, objection, ending))
      return answer(c, await latestRound(c.var, entry))
    })
    .post(`${oneObjection}/integration`, form(noteForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await roundIn(c.var, c.req.param('id'))
      const objection = found(await findObjection(ports.db, entry.round, c.req.param('objection')))
      const { proposal } = found(await findMatter(ports.db, actor.group.id, entry.round.proposalId))
      authorize(mayFindIntegrated(actor, objection, proposal.version))
      if (!input.ok) return refuseOn(c, c.var, entry, input)
      const ending = { kind: 'integrated', note: input.value.note ?? '', ownerId: actor.person.id } as const
      await change(ports, (tx, record) => endObjection(tx, record, entry.round, objection, ending))
      return answer(c, await latestRound(c.var, entry))
    })
