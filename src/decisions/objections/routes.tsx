import type { Context } from 'hono'
import { ObjectionPage, type ObjectionPageProps } from '#views/decisions/objection-page.tsx'
import { texts } from '#views/decisions/objection-texts.ts'
import { change } from '../../activity/model.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { officersOf } from '../officers.ts'
import { mayReadDeciding, roundLeaders, secondPersons } from '../policy.ts'
import { findMatter } from '../proposals/matters.ts'
import { findRound } from '../rounds/entries.ts'
import type { Round } from '../rounds/schema.ts'
import { type Ending, endObjection } from './ending.ts'
import { findObjection, type ObjectionEntry } from './entries.ts'
import { lapseForm, noteForm } from './forms.ts'
import { proposeLapse, signLapse } from './lapsing.ts'
import {
  mayEndObjection,
  mayFindIntegrated,
  mayProposeLapse,
  maySignLapse,
  mayTakeUp,
  objectionAbilities,
} from './policy.ts'
import { takeUpObjection } from './taking-up.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneObjection = `/rounds/:id{${uuid}}/objections/:objection{${uuid}}` as const

interface Subject {
  round: Round
  objection: ObjectionEntry
  /** Of the proposal today. */
  version: number
  latest: Round
}

async function subjectIn({ actor, ports }: Here, at: { id: string; objection: string }): Promise<Subject> {
  authorize(mayReadDeciding(actor))
  const { round } = found(await findRound(ports.db, actor.group.id, at.id))
  const objection = found(await findObjection(ports.db, round, at.objection))
  const { proposal, rounds } = found(await findMatter(ports.db, actor.group.id, round.proposalId))
  return { round, objection, version: proposal.version, latest: rounds[0]?.round ?? round }
}

async function pageOf(here: Here, { round, objection, version }: Subject, refused?: ObjectionPageProps['refused']) {
  const { actor, ports, locale } = here
  const officers = await officersOf(ports.db, actor.group.id)
  const may = {
    ...objectionAbilities(actor, objection, version),
    signLapse: maySignLapse(actor, objection, officers),
  }
  return (
    <ObjectionPage
      {...{ group: actor.group, me: actor.person.id, round, objection, may, refused, locale }}
      leaders={roundLeaders(officers, actor.group)}
      seconds={objection.lapse ? secondPersons(officers, actor.group, objection.lapse.proposedById) : []}
    />
  )
}

const facts = ({ actor, locale }: Here) =>
  ({ title: texts[locale.lang].title, section: actor.group.kind === 'circle' ? 'circle' : 'groups' }) as const

const refuseOn = async (c: Context, here: Here, subject: Subject, refusal: ObjectionPageProps['refused']) =>
  refuse(c, await pageOf(here, subject, refusal), facts(here))

/** Decided, or settled otherwise, a moment before: said on the page as it stands by then. */
const refuseLate = async (c: Context, here: Here, at: { id: string; objection: string }) =>
  refuseOn(c, here, await subjectIn(here, at), { form: 'withdrawal', input: refused({}, 'objection', 'settled') })

/** Whoever has settled an objection is where it goes on. */
const onwards = ({ actor }: Here, { latest }: Subject) => paths.round(actor.group, latest)

const end = ({ actor, ports }: Here, { round, objection, version }: Subject, kind: Ending['kind'], note = '') => {
  const settled = kind === 'integrated' ? { settledIn: version } : {}
  const ending = { kind, note, ownerId: actor.person.id, ...settled }
  return change(ports, (tx, record) => endObjection(tx, record, round, objection, ending))
}

/** One objection: who looks for a solution, and how it ends. */
export const objectionRoutes = inGroup
  .createApp()
  .get(oneObjection, async (c) => c.render(await pageOf(c.var, await subjectIn(c.var, c.req.param())), facts(c.var)))
  .post(`${oneObjection}/withdrawal`, form(noteForm), async (c) => {
    const subject = await subjectIn(c.var, c.req.param())
    const { actor, form: input } = c.var
    authorize(mayEndObjection(actor, subject.objection))
    if (!input.ok) return refuseOn(c, c.var, subject, { form: 'withdrawal', input })
    const late = await end(c.var, subject, 'withdrawn', input.value.note)
    return late ? refuseLate(c, c.var, c.req.param()) : answer(c, onwards(c.var, subject))
  })
  .post(`${oneObjection}/downgrade`, form(noteForm), async (c) => {
    const subject = await subjectIn(c.var, c.req.param())
    const { actor, form: input } = c.var
    authorize(mayEndObjection(actor, subject.objection))
    if (!input.ok) return refuseOn(c, c.var, subject, { form: 'downgrade', input })
    const late = await end(c.var, subject, 'downgraded', input.value.note)
    return late ? refuseLate(c, c.var, c.req.param()) : answer(c, onwards(c.var, subject))
  })
  .post(`${oneObjection}/integration`, form(noteForm), async (c) => {
    const subject = await subjectIn(c.var, c.req.param())
    const { actor, form: input } = c.var
    authorize(mayFindIntegrated(actor, subject.objection, subject.version))
    if (!input.ok) return refuseOn(c, c.var, subject, { form: 'integration', input })
    const late = await end(c.var, subject, 'integrated', input.value.note)
    return late ? refuseLate(c, c.var, c.req.param()) : answer(c, onwards(c.var, subject))
  })
  .post(`${oneObjection}/effort`, form(noteForm), async (c) => {
    const subject = await subjectIn(c.var, c.req.param())
    const { actor, ports, form: input } = c.var
    authorize(mayTakeUp(actor, subject.objection))
    if (!input.ok) return refuseOn(c, c.var, subject, { form: 'effort', input })
    const effort = { takenUpById: actor.person.id, note: input.value.note ?? '' }
    await change(ports, (tx, record) => takeUpObjection(tx, record, subject.round, subject.objection, effort))
    return answer(c, paths.objection(actor.group, subject.objection))
  })
  .post(`${oneObjection}/lapse`, form(lapseForm), async (c) => {
    const subject = await subjectIn(c.var, c.req.param())
    const { actor, ports, form: input } = c.var
    authorize(mayProposeLapse(actor, subject.objection))
    if (!input.ok) return refuseOn(c, c.var, subject, { form: 'lapse', input })
    const lapse = { proposedById: actor.person.id, reason: input.value.reason }
    const late = await change(ports, (tx, record) => proposeLapse(tx, record, subject.round, subject.objection, lapse))
    return late ? refuseLate(c, c.var, c.req.param()) : answer(c, paths.objection(actor.group, subject.objection))
  })
  .post(`${oneObjection}/lapse/signature`, async (c) => {
    const subject = await subjectIn(c.var, c.req.param())
    const { actor, ports } = c.var
    authorize(maySignLapse(actor, subject.objection, await officersOf(ports.db, actor.group.id)))
    const late = await change(ports, (tx, record) =>
      signLapse(tx, record, subject.round, subject.objection, actor.person.id),
    )
    return late ? refuseLate(c, c.var, c.req.param()) : answer(c, paths.objection(actor.group, subject.objection))
  })
