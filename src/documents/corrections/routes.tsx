import type { Context } from 'hono'
import { CorrectionsPage } from '#views/documents/corrections-page.tsx'
import { texts } from '#views/documents/corrections-texts.ts'
import { differenceScript } from '#views/documents/difference-page.tsx'
import { change } from '../../activity/model.ts'
import { isMember, placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, type PageFacts, refuse } from '../../web/answer.ts'
import { form, type Refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import { readDraft } from '../reading.ts'
import { correctionForm, editorForm } from '../stages/forms.ts'
import { hindered, refuseStage } from '../stages/page-routes.tsx'
import { adoptedIn } from '../stages/top.ts'
import { difference } from '../versions/difference.ts'
import type { Higher } from '../way.ts'
import {
  confirmCorrection,
  discardCorrection,
  makeCorrection,
  manyWords,
  openCorrection,
  wordsChanged,
} from './making.ts'
import { ableToEdit, confirmEditor, endEditor, giveEditor, mandatesIn } from './mandates.ts'
import {
  isConfirmable,
  mandateOf,
  mayConfirmCorrection,
  mayConfirmEditor,
  mayDiscardCorrection,
  mayEndEditor,
  mayGiveEditor,
} from './policy.ts'

const ofEditor = `${oneDocument}/editors/:editor{${uuid}}` as const
const ofCorrection = `${oneDocument}/corrections/:correction{${uuid}}` as const

/** What would be put right, or waits to be confirmed, beside what was adopted. */
async function page(here: Here, paper: Paper, { adoptionsOf }: Higher, refused: Refused | null = null) {
  const { actor, ports, locale } = here
  const adopted = found(await adoptedIn({ ports }, paper, adoptionsOf))
  const correction = await openCorrection(ports.db, paper)
  const mandates = await mandatesIn(ports.db, paper.id, adopted)
  const behind = mandates.find(({ id }) => id === correction?.mandateId) ?? null
  const stands = correction !== null && isConfirmable(correction, behind, adopted.snapshot)
  const draft = correction ?? { title: paper.title, content: (await readDraft(ports, paper)).content }
  const before = { title: adopted.snapshot.title, content: adopted.snapshot.content as Content }
  const after = { title: draft.title, content: draft.content as Content }
  return (
    <CorrectionsPage
      group={actor.group}
      document={paper}
      adopted={adopted}
      correction={correction}
      changes={{
        titles: { before: before.title, after: after.title },
        difference: difference(before.content, after.content),
        words: wordsChanged(before, after),
      }}
      many={manyWords}
      stands={stands}
      may={{
        correct: mandateOf(actor, mandates) !== null,
        confirm: stands && mayConfirmCorrection(actor, correction),
        discard: correction !== null && mayDiscardCorrection(actor, correction),
      }}
      refused={refused}
      locale={locale}
    />
  )
}

const facts = ({ actor, locale }: Here, { title }: Paper): PageFacts => ({
  title: `${title}, ${texts[locale.lang].title}`,
  section: placeOf(actor),
  scripts: [differenceScript],
})

const refuseHere = async (c: Context, here: Here, paper: Paper, higher: Higher, input: Refused) =>
  refuse(c, await page(here, paper, higher, input), facts(here, paper))

/** Typing errors in what was adopted: who may put them right, and the second person who confirms (`DOMAIN.md 3.5`). */
export const correctionRoutes = (higher: Higher) => {
  const mandatesNow = async (here: Here, paper: Paper) =>
    mandatesIn(here.ports.db, paper.id, await adoptedIn(here, paper, higher.adoptionsOf))
  const mandateWith = async (here: Here, paper: Paper, id: string) =>
    (await mandatesNow(here, paper)).find((mandate) => mandate.id === id)

  return inGroup
    .createApp()
    .post(`${oneDocument}/editors`, form(editorForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const known = await adoptedIn(c.var, paper, higher.adoptionsOf)
      authorize(mayGiveEditor(actor, known !== null))
      if (!input.ok) return refuseStage(c, c.var, paper, higher, 'editor', input)
      const adopted = found(known)
      const { person: id, scope, decision = '' } = input.value
      const number = decision.toUpperCase()
      if (number && !adopted.adoptions.some(({ citation }) => citation === number))
        return refuseStage(c, c.var, paper, higher, 'editor', hindered(input, 'decision', 'not_this_text'))
      const person = (await ableToEdit(ports.db, paper)).find((member) => member.id === id)
      const giving = person && { person, scope, decision: number, adopted }
      const isGiven = giving && (await change(ports, (tx, record) => giveEditor(tx, record, paper, actor, giving)))
      if (!isGiven) return refuseStage(c, c.var, paper, higher, 'editor', hindered(input, 'person', 'has_it'))
      return answer(c, paths.stage(actor.group, paper))
    })
    .post(`${ofEditor}/confirmation`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const mandate = found(await mandateWith(c.var, paper, c.req.param('editor')))
      authorize(mayConfirmEditor(actor, { ...mandate, confirmedAt: null }))
      await change(ports, (tx, record) => confirmEditor(tx, record, paper, actor, mandate))
      return answer(c, paths.stage(actor.group, paper))
    })
    .post(`${ofEditor}/end`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const mandate = found(await mandateWith(c.var, paper, c.req.param('editor')))
      authorize(mayEndEditor(actor, mandate))
      await change(ports, (tx, record) => endEditor(tx, record, paper, actor, mandate))
      return answer(c, paths.stage(actor.group, paper))
    })
    .get(`${oneDocument}/corrections`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(isMember(c.var.actor))
      return c.render(await page(c.var, paper, higher), facts(c.var, paper))
    })
    .post(`${oneDocument}/corrections`, form(correctionForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const mandate = mandateOf(actor, await mandatesNow(c.var, paper))
      authorize(mandate !== null)
      if (!input.ok) return refuseHere(c, c.var, paper, higher, input)
      await ports.rooms.settle(paper.id)
      const wish = { mandate, note: input.value.note ?? '', isSure: input.value.sure === 'on' }
      const made = await change(ports, (tx, record) => makeCorrection(tx, record, paper, actor, wish, higher.matterOf))
      if (made === 'gone') return answer(c, paths.document(actor.group, paper))
      if (made === 'many') return refuseHere(c, c.var, paper, higher, hindered(input, 'sure', 'many'))
      if (made === 'same' || made === 'full') return refuseHere(c, c.var, paper, higher, hindered(input, 'note', made))
      return answer(c, paths.corrections(actor.group, paper))
    })
    .post(`${ofCorrection}/confirmation`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const correction = await openCorrection(ports.db, paper)
      if (correction?.id !== c.req.param('correction')) return answer(c, paths.document(actor.group, paper))
      authorize(mayConfirmCorrection(actor, correction))
      const isDone = await change(ports, (tx, record) =>
        confirmCorrection(tx, record, paper, actor, correction, higher.matterOf),
      )
      return answer(c, isDone ? paths.document(actor.group, paper) : paths.corrections(actor.group, paper))
    })
    .post(`${ofCorrection}/discard`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const correction = await openCorrection(ports.db, paper)
      if (correction?.id !== c.req.param('correction')) return answer(c, paths.document(actor.group, paper))
      authorize(mayDiscardCorrection(actor, correction))
      await change(ports, (tx, record) => discardCorrection(tx, record, paper, actor, correction))
      return answer(c, paths.corrections(actor.group, paper))
    })
}
