import type { Context } from 'hono'
import type { RefusedStage } from '#views/documents/stage-form.ts'
import { StagePage, type StagePageProps } from '#views/documents/stage-page.tsx'
import { texts } from '#views/documents/stage-page-texts.ts'
import { placeOf } from '../../groups/actor.ts'
import { type PageFacts, refuse } from '../../web/answer.ts'
import { type Accepted, type Refused, refused } from '../../web/form.ts'
import { readersOf } from '../comments/readers.ts'
import { openCorrection } from '../corrections/making.ts'
import { ableToEdit, mandatesIn } from '../corrections/mandates.ts'
import { mandateOf, mayConfirmEditor, mayEndEditor, mayGiveEditor } from '../corrections/policy.ts'
import type { Here } from '../here.ts'
import type { Paper } from '../model.ts'
import { publicationsOf, publishers } from '../publications/model.ts'
import { readDraft } from '../reading.ts'
import { replaceable } from '../replacements/model.ts'
import { reviewsOf } from '../reviews/model.ts'
import type { Higher } from '../way.ts'
import { adoptedText } from './adopted.ts'
import { mayEndReview, stageAbilities } from './policy.ts'
import { stageTop } from './top.ts'

/** Where a text stands and what can be done about it, for this actor. */
async function facts(here: Here, paper: Paper, higher: Higher, refused: RefusedStage | null): Promise<StagePageProps> {
  const { actor, ports, locale } = here
  const matter = await higher.matterOf(ports.db, paper)
  const adopted = await adoptedText(ports.db, matter.adoptions)
  const top = await stageTop(here, paper, await readDraft(ports, paper), adopted)
  const may = stageAbilities(actor, paper, matter)
  const mandates = await mandatesIn(ports.db, paper.id, adopted)
  const readers = await readersOf(ports.db, paper)
  return {
    group: actor.group,
    document: paper,
    top,
    reviews: await reviewsOf(ports.db, paper.id),
    readers: readers.filter(({ id }) => id !== actor.person.id),
    people: may.lead ? await ableToEdit(ports.db, paper) : [],
    replaceable: may.nameReplaced ? await replaceable(ports.db, paper, higher.adoptionsOf) : [],
    mandates: mandates.map((mandate) => ({
      ...mandate,
      may: { confirm: mayConfirmEditor(actor, mandate), end: mayEndEditor(actor, mandate) },
    })),
    correction: await openCorrection(ports.db, paper),
    publications: await publicationsOf(ports.db, paper.id),
    publishers: await publishers(ports.db),
    may: {
      ...may,
      endReview: top.review !== null && mayEndReview(actor, top.review),
      giveEditor: mayGiveEditor(actor, adopted !== null),
      correct: mandateOf(actor, mandates) !== null,
    },
    hindered: { isBeingDecided: matter.isBeingDecided, hasOpenReferral: matter.hasOpenReferral },
    me: actor.person,
    refused,
    locale,
  }
}

export const stagePage = async (here: Here, paper: Paper, higher: Higher, refused: RefusedStage | null = null) => (
  <StagePage {...(await facts(here, paper, higher, refused))} />
)

export const stagePageFacts = ({ actor, locale }: Here, paper: Paper): PageFacts => ({
  title: `${paper.title}, ${texts[locale.lang].title}`,
  section: placeOf(actor),
})

/** The same page with what stands in the way, as it was typed. */
export const refuseStage = async (
  c: Context,
  here: Here,
  paper: Paper,
  higher: Higher,
  form: RefusedStage['form'],
  input: Refused,
) => refuse(c, await stagePage(here, paper, higher, { form, input }), stagePageFacts(here, paper))

/** What was typed was fine, and cannot be done. */
export const hindered = ({ value }: Accepted<Record<string, unknown>>, field: string, code: string): Refused =>
  refused(value, field, code)
