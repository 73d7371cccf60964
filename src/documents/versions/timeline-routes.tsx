import { DifferencePage, differenceScript } from '#views/documents/difference-page.tsx'
import { VersionPage } from '#views/documents/version-page.tsx'
import { texts } from '#views/documents/version-texts.ts'
import { VersionsPage } from '#views/documents/versions-page.tsx'
import { change } from '../../activity/model.ts'
import { type Actor, placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import type { Ports } from '../../ports.ts'
import { answer, type PageFacts, refuse } from '../../web/answer.ts'
import { form, type Refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { withNames } from '../comparisons/naming.ts'
import { compact } from '../editing/compaction.ts'
import { stateNameForm } from '../forms.ts'
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Paper } from '../model.ts'
import type { Higher } from '../way.ts'
import { compareVersions } from './comparing.ts'
import { draftRef, findVersion, type Version, type VersionRef } from './looking.ts'
import { nameDraft, namePoint } from './naming.ts'
import { findPoint } from './points.ts'
import { mayNameState, mayReadPoints, mayRestore, versionAbilities } from './policy.ts'
import { keepMeanwhile, type Restored, restore } from './restoring.ts'
import { timelineOf } from './timeline.ts'

const oneState = `${oneDocument}/versions/:version{v[1-9][0-9]{0,5}[a-z]?|${uuid}}` as const
const onePoint = `${oneDocument}/versions/:point{${uuid}}` as const

type Extra = { before?: Date | undefined; refused?: Refused | null; chooseTwo?: boolean }

async function timelinePage(
  here: Here,
  paper: Paper,
  { wayOf, adoptionsOf }: Pick<Higher, 'wayOf' | 'adoptionsOf'>,
  { before, ...extra }: Extra = {},
) {
  const { actor, ports, locale } = here
  const may = versionAbilities(actor, paper)
  const facts = {
    timeline: await timelineOf(ports.db, paper.id, { points: may.readPoints, before }),
    way: await wayOf(ports.db, actor, paper),
    adoptions: await adoptionsOf(ports.db, [paper.id]),
  }
  return (
    <VersionsPage
      group={actor.group}
      document={paper}
      {...{ ...facts, ...extra, may, locale }}
      before={before ?? null}
    />
  )
}

const timelineFacts = ({ actor, locale }: Here, paper: Paper): PageFacts => ({
  title: `${paper.title}, ${texts[locale.lang].timeline}`,
  section: placeOf(actor),
})

/** Points are there for those who may read them, frozen versions for every reader. */
async function versionIn({ actor, ports }: Here, paper: Paper, ref: VersionRef): Promise<Version> {
  const version = found(await findVersion(ports, paper, ref))
  return found(version.kind !== 'point' || mayReadPoints(actor) ? version : null)
}

const instantIn = (asked: string | undefined): Date | undefined => {
  const at = asked ? new Date(asked) : undefined
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}

const isChoice = (here: Here, ref: string | undefined): ref is VersionRef =>
  ref !== undefined && (ref === draftRef || /^v\d+[a-z]?$/.test(ref) || mayReadPoints(here.actor))

const untilOthersHaveHeard = 3_000

const later = (wait: number) => new Promise((resolve) => setTimeout(resolve, wait))

/** Lists and previews tell of it too, also when nobody has the text open. */
async function settleAfter(ports: Ports, paper: Paper, actor: Actor, restored: Restored): Promise<void> {
  await later(untilOthersHaveHeard)
  await keepMeanwhile(ports, paper, actor, restored)
  await compact(ports, paper.id)
}

/** How a text came to be: looking at its states, comparing, naming and restoring them. */
export const timelineRoutes = (higher: Pick<Higher, 'wayOf' | 'adoptionsOf'>) =>
  inGroup
    .createApp()
    .get(`${oneDocument}/versions`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      const before = instantIn(c.req.query('before'))
      return c.render(await timelinePage(c.var, paper, higher, { before }), timelineFacts(c.var, paper))
    })
    .post(`${oneDocument}/versions`, form(stateNameForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayNameState(actor, paper))
      if (!input.ok)
        return refuse(c, await timelinePage(c.var, paper, higher, { refused: input }), timelineFacts(c.var, paper))
      await ports.rooms.settle(paper.id)
      await change(ports, (tx, record) => nameDraft(tx, record, paper, actor, input.value.name))
      return answer(c, paths.versions(actor.group, paper))
    })
    .get(`${oneDocument}/versions/difference`, async (c) => {
      const { actor, ports, locale } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const { older, newer } = c.req.query()
      if (!isChoice(c.var, older) || !isChoice(c.var, newer) || older === newer)
        return refuse(c, await timelinePage(c.var, paper, higher, { chooseTwo: true }), timelineFacts(c.var, paper))
      const compared = found(await compareVersions(ports, paper, { older, newer }))
      const page = <DifferencePage group={actor.group} document={paper} compared={compared} locale={locale} />
      const title = `${paper.title}, ${texts[locale.lang].compare}`
      const facts = { title, section: placeOf(actor), scripts: [differenceScript] }
      return c.render(page, facts)
    })
    .get(oneState, async (c) => {
      const { actor, ports, locale } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const version = await versionIn(c.var, paper, c.req.param('version'))
      if (version.number !== null) return answer(c, paths.snapshot(actor.group, paper, version.number, version.suffix))
      const shown = { ...version, content: await withNames(ports.db, version.content) }
      const facts = { group: actor.group, document: paper, version: shown, may: versionAbilities(actor, paper), locale }
      return c.render(<VersionPage {...facts} />, timelineFacts(c.var, paper))
    })
    .post(`${onePoint}/name`, form(stateNameForm), async (c) => {
      const { actor, ports, locale, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayNameState(actor, paper))
      const version = await versionIn(c.var, paper, c.req.param('point'))
      const point = found(await findPoint(ports.db, paper.id, version.ref))
      if (!input.ok) {
        const facts = { group: actor.group, document: paper, version, may: versionAbilities(actor, paper), locale }
        return refuse(c, <VersionPage {...facts} refused={input} />, timelineFacts(c.var, paper))
      }
      await change(ports, (tx, record) => namePoint(tx, record, paper, actor, { point, name: input.value.name }))
      return answer(c, paths.version(actor.group, paper, point.id))
    })
    .post(`${oneState}/restoration`, async (c) => {
      const { actor, ports, locale } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayRestore(actor, paper))
      const version = await versionIn(c.var, paper, c.req.param('version'))
      const { content, number, reachedAt } = version
      const restored = await restore(ports, paper, actor, { content, number, reachedAt: number ? null : reachedAt })
      if (restored.isNew) {
        ports.defer(settleAfter(ports, paper, actor, restored))
        return answer(c, paths.documentDraft(actor.group, paper))
      }
      const facts = { group: actor.group, document: paper, version, may: versionAbilities(actor, paper), locale }
      return c.render(<VersionPage {...facts} isSame />, timelineFacts(c.var, paper))
    })
