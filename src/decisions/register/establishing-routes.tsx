import type { Context } from 'hono'
import { EstablishingPage } from '#views/decisions/decision-establishing-page.tsx'
import { texts } from '#views/decisions/decision-establishing-texts.ts'
import { EstablishedMeanwhilePage } from '#views/decisions/decision-meanwhile-page.tsx'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { membersOf } from '../../tasks/adding.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { officersOf } from '../officers.ts'
import { isSecondPerson, mayReadDeciding, secondPersons } from '../policy.ts'
import { findRound } from '../rounds/entries.ts'
import { citation } from './citation.ts'
import type { Consequence, Following } from './establishing.ts'
import {
  type Beside,
  type EstablishingInput,
  establishingForm,
  type LeftOut,
  leftOut,
  talkForm,
  tasksIn,
  typedIn,
} from './establishing-forms.ts'
import { type CountedRound, finalise, firstPersonOf } from './finalising.ts'
import { keepTasks } from './first-tasks.ts'
import { mayNoteTalk, mayProposeNote } from './policy.ts'
import { needsTalk, noteTalk, resultToEstablish, sentenceFor, talkAbout, withResult } from './result-to-establish.ts'
import type { Decision } from './schema.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneRound = `/rounds/:id{${uuid}}` as const

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].establish, section: placeOf(actor) })

const entryIn = async ({ actor, ports }: Here, id: string) => {
  authorize(mayReadDeciding(actor))
  return found(await findRound(ports.db, actor.group.id, id))
}

/** Which of the two forms on the page came back. */
type Refusal = { of: 'establishing' | 'talk'; input: Refused }

async function page(here: Here, round: CountedRound, refusal?: Refusal) {
  const { actor, ports, locale } = here
  const officers = await officersOf(ports.db, actor.group.id)
  const first = firstPersonOf(round)
  return (
    <EstablishingPage
      {...{ group: actor.group, locale, refusal }}
      {...(await resultToEstablish(ports.db, round))}
      isFirst={first === actor.person.id}
      members={await membersOf(ports.db, actor.group.id)}
      seconds={secondPersons(officers, actor.group, first)}
      may={{ establish: isSecondPerson(actor, first, officers), noteTalk: mayNoteTalk(actor, officers) }}
    />
  )
}

const refuseOn = async (c: Context, here: Here, round: CountedRound, refusal: Refusal) =>
  refuse(c, await page(here, round, refusal), facts(here))

const withTasks =
  (input: EstablishingInput): Consequence =>
  (tx, record, decision, actor) =>
    keepTasks(tx, record, decision, actor, tasksIn(input))

/** Whoever came second is told so where something that they typed would be lost otherwise. */
function answerDecided(c: Context, here: Here, decision: Decision, left: LeftOut | null) {
  const { actor, locale } = here
  const cited = citation(actor.group.prefix, decision.year, decision.number)
  if (!left) return answer(c, paths.decision(cited))
  const of = { id: decision.id, cited, title: decision.title }
  const may = { correct: mayProposeNote(actor) }
  const page = <EstablishedMeanwhilePage {...{ group: actor.group, decision: of, left, may, locale }} />
  return refuse(c, page, facts(here))
}

const besideOf = async ({ actor, ports }: Here, round: CountedRound, decision: Decision): Promise<Beside> => {
  const { sentence: offered } = await sentenceFor(ports.db, round)
  return { decision, offered, personId: actor.person.id }
}

/** What the second person has to know or to say before it gets its number. */
async function judged({ ports }: Here, round: CountedRound, input: EstablishingInput): Promise<Refused | string> {
  if (needsTalk(round, await talkAbout(ports.db, round.id))) return refused(input, 'summary', 'talk_first')
  const { sentence, problem } = await sentenceFor(ports.db, round, input.summary)
  return sentence ?? refused(input, 'summary', problem)
}

/** Whoever comes second gets the decision of whoever came first, with the own tasks on it. */
const establishing = (
  { actor, ports }: Here,
  round: CountedRound,
  input: EstablishingInput & { summary: string },
  { consequences = [], sendings }: Following,
) =>
  change(ports, async (tx, record) => {
    const keep = withTasks(input)
    const following = { sendings, consequences: [...consequences, keep] }
    const decision = await finalise(tx, record, round, actor, input, following)
    await keep(tx, record, decision, actor)
    return decision
  })

/** A second person looks at what was counted and gives it its number (`DOMAIN.md 3.3`). */
export const establishingRoutes = (following: Following) =>
  inGroup
    .createApp()
    .get(`${oneRound}/decision`, async (c) => {
      const entry = await entryIn(c.var, c.req.param('id'))
      if (entry.cited) return answer(c, paths.decision(entry.cited))
      const round = withResult(entry)
      if (!round) return answer(c, paths.round(c.var.actor.group, entry.round))
      return c.render(await page(c.var, round), facts(c.var))
    })
    .post(`${oneRound}/decision`, form(establishingForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await entryIn(c.var, c.req.param('id'))
      const round = withResult(entry)
      const officers = await officersOf(ports.db, actor.group.id)
      authorize(round !== null && isSecondPerson(actor, firstPersonOf(round), officers))
      if (!input.ok) {
        const { decision } = entry
        if (!decision) return refuseOn(c, c.var, round, { of: 'establishing', input })
        return answerDecided(c, c.var, decision, typedIn(input.typed, await besideOf(c.var, round, decision)))
      }
      const summary = entry.decision?.summary ?? (await judged(c.var, round, input.value))
      if (typeof summary !== 'string') return refuseOn(c, c.var, round, { of: 'establishing', input: summary })
      const decision = await establishing(c.var, round, { ...input.value, summary }, following)
      return answerDecided(c, c.var, decision, leftOut(input.value, await besideOf(c.var, round, decision)))
    })
    .post(`${oneRound}/talk`, form(talkForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const entry = await entryIn(c.var, c.req.param('id'))
      authorize(mayNoteTalk(actor, await officersOf(ports.db, actor.group.id)))
      const round = found(withResult(entry))
      if (!input.ok) return refuseOn(c, c.var, round, { of: 'talk', input })
      const { note } = input.value
      const decided = await change(ports, (tx, record) => noteTalk(tx, record, round, note, actor.person.id))
      if (decided) return answerDecided(c, c.var, decided, { words: [note] })
      return answer(c, paths.roundDecision(actor.group, round))
    })
