import type { Database } from '../db/database.ts'
import { chainEverything } from '../decisions/chain/earlier.ts'
import type { Decision } from '../decisions/register/schema.ts'
import { loadBase } from './base.ts'
import { acrossStory } from './sample/across.ts'
import { circleStory } from './sample/circle.ts'
import { talkBeside } from './sample/comments.ts'
import { deadlinesFromOutside } from './sample/deadlines.ts'
import { earlyDecisions } from './sample/early-decisions.ts'
import { energyStory } from './sample/energy.ts'
import { keepHeatChart } from './sample/heat-chart.ts'
import { lifeCycleStory } from './sample/life-cycle.ts'
import { lookBack } from './sample/looking-back.ts'
import { meetingsStory } from './sample/meetings.ts'
import { minutesStory } from './sample/minutes.ts'
import { mobilityStory } from './sample/mobility.ts'
import { inviteGuest, layOutPapers } from './sample/papers.ts'
import { participationStory } from './sample/participation.ts'
import { loadProgramme } from './sample/programme.ts'
import { recorded } from './sample/register.ts'
import { reportsStory } from './sample/reports.ts'
import { lookIn, type Scene, sceneOf, tellEvents } from './sample/scene.ts'
import { smallerGroupsStory } from './sample/smaller-groups.ts'
import { proposeChanges } from './sample/suggested.ts'
import { taskStory } from './sample/tasks.ts'
import { wayToCircle } from './sample/to-circle.ts'
import { yearBefore } from './sample/year-before.ts'

/** Numbers 1, 2, … of each group, so that the register has no gap. */
async function earlyYear(scene: Scene): Promise<Decision[]> {
  const decided: Decision[] = []
  for (const { on, by, second, number, ...story } of earlyDecisions) {
    const report = { ...story, decidedOn: scene.day(on), by, at: scene.at(on, '21:30') }
    decided.push(await recorded(scene, report, { number, by: second, at: scene.at(on, '22:10') }))
  }
  return decided
}

/** The sample alliance of `DOMAIN.md 6`, its days moved by whole weeks so that `now` lies in its anchor week. */
export async function loadSample(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const scene = sceneOf(tx, await loadBase(tx, now), now)
    const papers = await layOutPapers(scene)
    await inviteGuest(scene, papers.openData)
    await keepHeatChart(scene, papers.localHeat)
    await lookBack(scene, papers.localHeat)
    await talkBeside(scene, papers.villageEnergy)
    await proposeChanges(scene, papers)
    await loadProgramme(scene, papers.comparison)
    const earlierIdeas = await yearBefore(scene, papers)
    const early = await earlyYear(scene)
    const energy = await energyStory(scene, papers)
    const circle = await circleStory(scene, papers, earlierIdeas)
    await deadlinesFromOutside(scene, papers)
    const participation = await participationStory(scene, papers)
    await mobilityStory(scene)
    await smallerGroupsStory(scene)
    await lifeCycleStory(scene, papers, circle.publication)
    await wayToCircle(scene, papers, { energy, circle, participation })
    await taskStory(scene, {
      comparison: energy.comparison.id,
      dialoguePlace: participation.place.id,
      publication: circle.publication.id,
      eveningBus: early.find(({ groupId }) => groupId === scene.group('mo'))?.id ?? '',
    })
    const { last } = await meetingsStory(scene)
    await reportsStory(scene)
    await minutesStory(scene, last)
    await acrossStory(scene, papers)
    await lookIn(scene, await tellEvents(scene))
    await chainEverything(tx)
  })
}
