import { texts } from '#views/referrals/ending-texts.ts'
import { ReasonsPage } from '#views/referrals/reasons-page.tsx'
import { change } from '../../activity/model.ts'
import { readDraft } from '../../documents/reading.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { facts, type Here, oneReferral, referralIn } from '../answers/showing.tsx'
import type { AnswerEntry, ReferralEntry } from '../entries.ts'
import { decisionIdIn } from '../forms.ts'
import { mayAnswerReasons } from '../policy.ts'
import { answerReasons } from './answering-reasons.ts'
import { reasonsForm, repliesIn, replyField } from './forms.ts'
import { headingsIn } from './passages.ts'

type Returned = ReferralEntry & { answer: AnswerEntry }

const isReturned = (entry: ReferralEntry): entry is Returned => entry.answer?.kind === 'returned'

/** What came back to this very group; anything else has no reasons to answer. */
async function returnedHere(here: Here, id: string): Promise<Returned> {
  const entry = await referralIn(here, id)
  authorize(mayAnswerReasons(here.actor, entry))
  return found(isReturned(entry) ? entry : null)
}

async function passages({ ports }: Here, { answer: { draftId } }: Returned): Promise<string[]> {
  return draftId ? headingsIn((await readDraft(ports, { id: draftId })).content) : []
}

const reasonsPage = async (here: Here, entry: Returned, decision: string | null, refusal?: Refused) => (
  <ReasonsPage
    group={here.actor.group}
    entry={entry}
    reasons={entry.answer.reasons}
    passages={await passages(here, entry)}
    decision={decision}
    refused={refusal}
    locale={here.locale}
  />
)

const title = (here: Here) => facts(here, texts[here.locale.lang].answerReasons)

/** The group says to each reason what became of it, until the matter is sent again (`DOMAIN.md 7, A4`). */
export const reasonRoutes = inGroup
  .createApp()
  .get(`${oneReferral}/reasons`, async (c) => {
    const entry = await returnedHere(c.var, c.req.param('id'))
    return c.render(await reasonsPage(c.var, entry, decisionIdIn(c.req.query())), title(c.var))
  })
  .post(`${oneReferral}/reasons`, form(reasonsForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await returnedHere(c.var, c.req.param('id'))
    const typed = input.ok ? input.value : input.typed
    const decision = decisionIdIn(typed)
    const { reasons } = entry.answer
    const replies = repliesIn(reasons, typed)
    if ('code' in replies) {
      const wrong = refused(typed, replies.field, replies.code)
      return refuse(c, await reasonsPage(c.var, entry, decision, wrong), title(c.var))
    }
    const kept = await change(ports, (tx, record) => answerReasons(tx, record, actor, entry, { reasons, replies }))
    if (!kept)
      return refuse(
        c,
        await reasonsPage(c.var, entry, decision, refused(typed, replyField(reasons[0] ?? { id: '' }), 'sent')),
        title(c.var),
      )
    return answer(c, decision ? paths.newReferral(actor.group, { id: decision }) : paths.referral(actor.group, entry))
  })
