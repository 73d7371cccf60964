import { texts } from '#views/documents/stage-page-texts.ts'
import { change } from '../../activity/model.ts'
import { isMember } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import type { Bus } from '../../ports.ts'
import { answer } from '../../web/answer.ts'
import { dayOf } from '../../web/days.ts'
import { form } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { archive, takeOut } from '../archiving/model.ts'
import { readersOf } from '../comments/readers.ts'
import { oneDocument, paperIn } from '../here.ts'
import { findDocument } from '../model.ts'
import { nameReplacement, replaceable, replacementsAround, takeBackReplacement } from '../replacements/model.ts'
import { beginReview, endReview, tellRead } from '../reviews/beginning.ts'
import { findReview, reviewsOf } from '../reviews/model.ts'
import type { Higher } from '../way.ts'
import { archivingForm, replacementForm, reviewForm, successorForm } from './forms.ts'
import { hindered, refuseStage, stagePage, stagePageFacts } from './page-routes.tsx'
import {
  leadsTexts,
  mayArchive,
  mayBeginReview,
  mayEndReview,
  mayNameReplaced,
  mayNameSuccessor,
  mayTakeOut,
} from './policy.ts'

const ofReview = `${oneDocument}/reviews/:review{${uuid}}` as const

/** Whoever has the text open comes back and is judged anew: what is laid aside is no longer written in. */
async function judgeAnew(bus: Bus, groupId: string, people: { id: string }[]): Promise<void> {
  for (const { id: personId } of people) await bus.revoke({ personId, groupId, final: false })
}

/** Where a text stands and the steps from there: read through, laid aside, replaced (`DOMAIN.md 3.5`). */
export const stageRoutes = (higher: Higher) =>
  inGroup
    .createApp()
    .get(`${oneDocument}/stage`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(isMember(c.var.actor))
      return c.render(await stagePage(c.var, paper, higher), stagePageFacts(c.var, paper))
    })
    .post(`${oneDocument}/reviews`, form(reviewForm), async (c) => {
      const { actor, ports, locale, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayBeginReview(actor, paper))
      if (!input.ok) return refuseStage(c, c.var, paper, higher, 'review', input)
      const { until, note = '', readers } = input.value
      if (until < dayOf(locale.now))
        return refuseStage(c, c.var, paper, higher, 'review', hindered(input, 'until', 'past'))
      const able = (await readersOf(ports.db, paper)).map(({ id }) => id)
      const called = (number: number) => texts[locale.lang].reviewNote({ number, note })
      const wish = { until, note, readerIds: readers.filter((id) => able.includes(id)), called }
      await ports.rooms.settle(paper.id)
      const review = await change(ports, (tx, record) => beginReview(tx, record, paper, actor, wish, higher.matterOf))
      if (!review) return refuseStage(c, c.var, paper, higher, 'review', hindered(input, 'until', 'meanwhile'))
      return answer(c, paths.stage(actor.group, paper))
    })
    .post(`${ofReview}/reading`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const asked = await reviewsOf(ports.db, paper.id)
      const review = found(asked.find(({ id }) => id === c.req.param('review')))
      authorize(review.readers.some(({ id }) => id === actor.person.id))
      await change(ports, (tx, record) => tellRead(tx, record, paper, actor, review))
      return answer(c, paths.documentDraft(actor.group, paper))
    })
    .post(`${ofReview}/end`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const review = found(await findReview(ports.db, paper.id, c.req.param('review')))
      authorize(mayEndReview(actor, { ...review, endedAt: null }))
      await change(ports, (tx, record) => endReview(tx, record, paper, actor, review, higher.matterOf))
      return answer(c, paths.stage(actor.group, paper))
    })
    .post(`${oneDocument}/archiving`, form(archivingForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayArchive(actor, paper, await higher.matterOf(ports.db, paper)))
      if (!input.ok) return refuseStage(c, c.var, paper, higher, 'archive', input)
      await ports.rooms.settle(paper.id)
      const isDone = await change(ports, (tx, record) =>
        archive(tx, record, paper, actor, input.value.reason, higher.matterOf),
      )
      if (!isDone) return refuseStage(c, c.var, paper, higher, 'archive', hindered(input, 'reason', 'meanwhile'))
      await judgeAnew(ports.bus, paper.groupId, await readersOf(ports.db, paper))
      return answer(c, paths.document(actor.group, paper))
    })
    .post(`${oneDocument}/archiving/end`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayTakeOut(actor, paper))
      await change(ports, (tx, record) => takeOut(tx, record, paper, actor, higher.matterOf))
      await judgeAnew(ports.bus, paper.groupId, await readersOf(ports.db, paper))
      return answer(c, paths.document(actor.group, paper))
    })
    .post(`${oneDocument}/replacement`, form(replacementForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayNameReplaced(actor, paper))
      if (!input.ok) return refuseStage(c, c.var, paper, higher, 'replace', input)
      const choices = await replaceable(ports.db, paper, higher.adoptionsOf)
      const chosen = choices.find(({ id }) => id === input.value.older)
      const older = chosen && (await findDocument(ports.db, paper.groupId, chosen.id))
      const naming = older && { older, newer: paper, decision: '' }
      const isNamed =
        naming && (await change(ports, (tx, record) => nameReplacement(tx, record, naming, actor, higher.matterOf)))
      if (!isNamed) return refuseStage(c, c.var, paper, higher, 'replace', hindered(input, 'older', 'not_possible'))
      return answer(c, paths.stage(actor.group, paper))
    })
    .post(`${oneDocument}/successor`, form(successorForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayNameSuccessor(actor, paper))
      if (!input.ok) return refuseStage(c, c.var, paper, higher, 'successor', input)
      const [decision] = await higher.cited(ports.db, actor.person.id, [input.value.decision.toUpperCase()])
      if (!decision) return refuseStage(c, c.var, paper, higher, 'successor', hindered(input, 'decision', 'unknown'))
      const adoptions = await higher.adoptionsOf(ports.db, [paper.id])
      if (adoptions.some(({ citation }) => citation === decision.number))
        return refuseStage(c, c.var, paper, higher, 'successor', hindered(input, 'decision', 'this_text'))
      const naming = { older: paper, newer: null, decision: decision.number }
      const isNamed = await change(ports, (tx, record) => nameReplacement(tx, record, naming, actor, higher.matterOf))
      if (!isNamed) return refuseStage(c, c.var, paper, higher, 'successor', hindered(input, 'decision', 'meanwhile'))
      return answer(c, paths.document(actor.group, paper))
    })
    .post(`${oneDocument}/successor/end`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(leadsTexts(actor))
      found((await replacementsAround(ports.db, paper)).find(({ older }) => older.id === paper.id))
      await change(ports, (tx, record) => takeBackReplacement(tx, record, paper, actor, higher.matterOf))
      return answer(c, paths.stage(actor.group, paper))
    })
