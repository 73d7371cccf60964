import { change, type RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { explanationForm, opinionForm, questionForm } from './forms.ts'
import type { Matter } from './matters.ts'
import { deliberate, openSecondTurn, present } from './phases.ts'
import { mayAsk, mayDeliberate, mayExplain, mayOpenSecondTurn, mayPresent, maySayOpinion } from './policy.ts'
import type { Proposal } from './schema.ts'
import { type Here, matterIn, type Outside, oneProposal, showing } from './showing.tsx'
import { answerQuestion, ask, sayOpinion } from './talking.ts'

type Step = (tx: Database, record: RecordEvent, proposal: Proposal, actorId: string) => Promise<void>

const take = ({ actor, ports }: Here, { proposal }: Matter, step: Step) =>
  change(ports, (tx, record) => step(tx, record, proposal, actor.person.id))

/** What a proposal goes through before everybody is asked; every step may be left out (`DOMAIN.md 3.3`). */
export const talkRoutes = ({ originOf }: Outside) => {
  const { refuseOn } = showing(originOf)
  return inGroup
    .createApp()
    .post(`${oneProposal}/presentation`, async (c) => {
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayPresent(c.var.actor, matter))
      if (matter.proposal.rationale === '')
        return refuseOn(c, c.var, matter, { form: 'presentation', input: refused({}, 'rationale', 'missing') })
      await take(c.var, matter, present)
      return answer(c, paths.proposal(c.var.actor.group, matter.proposal))
    })
    .post(`${oneProposal}/questions`, form(questionForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayAsk(actor, matter))
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'question', input })
      const asked = { askedById: actor.person.id, ...input.value }
      await change(ports, (tx, record) => ask(tx, record, matter.proposal, asked))
      return answer(c, `${paths.proposal(actor.group, matter.proposal)}#questions`)
    })
    .post(`${oneProposal}/questions/:question{${uuid}}/answer`, form(explanationForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayExplain(actor, matter))
      const id = c.req.param('question')
      if (!input.ok) return refuseOn(c, c.var, matter, { form: `answer-${id}`, input })
      const given = { id, answeredById: actor.person.id, ...input.value }
      const taken = await change(ports, (tx, record) => answerQuestion(tx, record, matter.proposal, given))
      const again = { form: `answer-${id}` as const, input: refused(input.value, 'answer', 'answered') }
      if (!taken) return refuseOn(c, c.var, await matterIn(c.var, matter.proposal.id), again)
      return answer(c, `${paths.proposal(actor.group, matter.proposal)}#questions`)
    })
    .post(`${oneProposal}/deliberation`, async (c) => {
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayDeliberate(c.var.actor, matter))
      await take(c.var, matter, deliberate)
      return answer(c, `${paths.proposal(c.var.actor.group, matter.proposal)}#opinions`)
    })
    .post(`${oneProposal}/second-turn`, async (c) => {
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(mayOpenSecondTurn(c.var.actor, matter))
      await take(c.var, matter, openSecondTurn)
      return answer(c, `${paths.proposal(c.var.actor.group, matter.proposal)}#opinions`)
    })
    .post(`${oneProposal}/opinions`, form(opinionForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const matter = await matterIn(c.var, c.req.param('id'))
      authorize(maySayOpinion(actor, matter))
      if (!input.ok) return refuseOn(c, c.var, matter, { form: 'opinion', input })
      const { version, opinion } = input.value
      const said = { personId: actor.person.id, opinion }
      const of = { id: matter.proposal.id, version }
      const spoken = await change(ports, (tx, record) => sayOpinion(tx, record, of, said))
      if (spoken === 'given') return answer(c, `${paths.proposal(actor.group, matter.proposal)}#opinions`)
      const now = await matterIn(c.var, matter.proposal.id)
      return refuseOn(c, c.var, now, { form: 'opinion', input: refused(input.value, 'opinion', spoken) })
    })
}
