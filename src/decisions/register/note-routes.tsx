import type { Context } from 'hono'
import { CorrectionPage } from '#views/decisions/correction-page.tsx'
import { texts } from '#views/decisions/correction-texts.ts'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { officersOf } from '../officers.ts'
import type { Sendings } from '../paper-stage.ts'
import { mayReadDeciding, secondPersons } from '../policy.ts'
import { findRound } from '../rounds/entries.ts'
import { rollOf } from '../seats/roll.ts'
import { findDecision } from './log.ts'
import { noteChoice, noteForm, noteKinds } from './note-forms.ts'
import { judgedNote, type Noting } from './note-judging.ts'
import { findNote, type NoteEntry } from './notes.ts'
import { discardNote, proposeNote, signNote } from './noting.ts'
import { mayDiscardNote, mayProposeNote, maySignNote } from './policy.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneDecision = `/decisions/:id{${uuid}}` as const
const oneNote = `${oneDecision}/notes/:note{${uuid}}` as const

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].title, section: placeOf(actor) })

async function notingIn({ actor, ports }: Here, id: string): Promise<Noting> {
  authorize(mayReadDeciding(actor))
  const decision = found(await findDecision(ports.db, actor.group.id, id))
  const entry = decision.roundId ? await findRound(ports.db, actor.group.id, decision.roundId) : null
  return { decision, counted: entry?.count ? { round: entry.round, count: entry.count } : null }
}

async function noteIn(here: Here, id: string, noteId: string): Promise<Noting & { note: NoteEntry }> {
  const noting = await notingIn(here, id)
  return { ...noting, note: found(await findNote(here.ports.db, noting.decision.id, noteId)) }
}

/** Numbers are another way of counting again, on the same page. */
const kindIn = (typed: Record<string, unknown>) =>
  typed.kind === 'numbers' ? 'recount' : noteChoice.parse({ kind: typed.kind }).kind

async function page(here: Here, { decision, counted }: Noting, typed: Record<string, unknown>, refusal?: Refused) {
  const { actor, ports, locale } = here
  const officers = await officersOf(ports.db, actor.group.id)
  return (
    <CorrectionPage
      {...{ group: actor.group, decision, locale, refused: refusal }}
      kind={kindIn(typed)}
      kinds={noteKinds}
      roll={counted ? await rollOf(ports.db, counted.round.id) : []}
      categories={counted ? counted.round.rules.conflictCategories : []}
      seconds={secondPersons(officers, actor.group, actor.person.id)}
    />
  )
}

const refuseOn = async (c: Context, here: Here, noting: Noting, refusal: Refused) =>
  refuse(c, await page(here, noting, refusal.typed, refusal), facts(here))

/** What is added to a decision: proposed by one, signed by another. Nothing else about it ever changes. */
export const noteRoutes = ({ sendings }: { sendings: Sendings }) =>
  inGroup
    .createApp()
    .get(`${oneDecision}/notes/new`, async (c) => {
      const noting = await notingIn(c.var, c.req.param('id'))
      authorize(mayProposeNote(c.var.actor))
      return c.render(await page(c.var, noting, c.req.query()), facts(c.var))
    })
    .post(`${oneDecision}/notes`, form(noteForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const noting = await notingIn(c.var, c.req.param('id'))
      authorize(mayProposeNote(actor))
      if (!input.ok) return refuseOn(c, c.var, noting, input)
      const judged = await judgedNote(ports.db, noting, input.value)
      if (!judged.ok) return refuseOn(c, c.var, noting, judged)
      await change(ports, (tx, record) => proposeNote(tx, record, noting.decision, judged.value, actor))
      return answer(c, paths.decision(noting.decision.cited))
    })
    .post(`${oneNote}/signature`, async (c) => {
      const { actor, ports } = c.var
      const { note, ...noting } = await noteIn(c.var, c.req.param('id'), c.req.param('note'))
      const isDone = note.signedAt !== null || note.discardedAt !== null
      const officers = await officersOf(ports.db, actor.group.id)
      authorize(isDone ? mayProposeNote(actor) : maySignNote(actor, note, officers))
      const signed = await change(ports, (tx, record) =>
        signNote(tx, record, noting.decision, note, actor, { counted: noting.counted, sendings }),
      )
      if (signed === 'outdated' || signed === 'over')
        return refuseOn(c, c.var, noting, refused({ kind: note.kind }, 'reason', signed))
      return answer(c, paths.decision(noting.decision.cited))
    })
    .post(`${oneNote}/discard`, async (c) => {
      const { actor, ports } = c.var
      const { note, decision } = await noteIn(c.var, c.req.param('id'), c.req.param('note'))
      const isDone = note.signedAt !== null || note.discardedAt !== null
      authorize(
        isDone ? mayProposeNote(actor) : mayDiscardNote(actor, note, await officersOf(ports.db, actor.group.id)),
      )
      await change(ports, (tx, record) => discardNote(tx, record, decision, note, actor))
      return answer(c, paths.decision(decision.cited))
    })
