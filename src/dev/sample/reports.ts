import { and, eq } from 'drizzle-orm'
import { memberships, roleTerms } from '../../groups/schema.ts'
import { prefilled } from '../../reports/prefilled.ts'
import { reports } from '../../reports/schema.ts'
import type { GroupKey, PersonKey } from '../cast.ts'
import { castGroups } from '../cast.ts'
import { first } from './first.ts'
import type { Scene } from './scene.ts'

interface Told {
  group: GroupKey
  by: PersonKey
  until: string
  clock: string
  achieved: string
  stuck: string
  needed: string
}

const told: Told[] = [
  {
    ...{ group: 'bt', by: 'ayla', until: '2026-06-30', clock: '20:05' },
    achieved: 'Der Dialogabend steht als Idee, die Dorfgemeinschaft macht mit.',
    stuck: 'Für einen Bürgerrat fehlt uns noch, wer ihn bezahlt.',
    needed: 'Jemanden, der mit uns zu den Bürgermeisterinnen geht.',
  },
  {
    ...{ group: 'en', by: 'swantje', until: '2026-06-30', clock: '21:20' },
    achieved: 'Wir haben angefangen, das Revierprogramm mit unseren Zielen zu vergleichen.',
    stuck: 'Die Zahlen zur Wärme in Tannrode kommen langsam.',
    needed: '',
  },
]

async function tell(scene: Scene, { by, clock, group, until, ...lines }: Told): Promise<void> {
  const [since, createdAt, groupId] = [scene.day('2026-04-01'), scene.at(until, clock), scene.group(group)]
  const { numbers } = await prefilled(scene.db, groupId, since)
  const row = { ...lines, groupId, since, until: scene.day(until), writtenById: scene.person(by), createdAt }
  const { id } = first(
    await scene.db
      .insert(reports)
      .values({ ...row, numbers: { ...numbers } })
      .returning(),
  )
  scene.note({
    kind: 'report.given',
    group,
    by,
    subjectId: id,
    facts: { title: castGroups[group].name },
    at: createdAt,
  })
}

/** AG Mobilität has to talk about how it goes on: its mandate ends with the year, and the time of its delegate before. */
async function endSoon(scene: Scene): Promise<void> {
  const groupId = scene.group('mo')
  const here = and(eq(memberships.groupId, groupId), eq(memberships.personId, scene.person('dunja')))
  const { id: membershipId } = first(await scene.db.select().from(memberships).where(here))
  await scene.db
    .update(roleTerms)
    .set({ endsOn: scene.day('2026-11-20') })
    .where(and(eq(roleTerms.membershipId, membershipId), eq(roleTerms.role, 'delegate')))
}

/** What two groups have told the circle; the others are still to do so. */
export async function reportsStory(scene: Scene): Promise<void> {
  for (const one of told) await tell(scene, one)
  await endSoon(scene)
}
