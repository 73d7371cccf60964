import { and, eq, isNull } from 'drizzle-orm'
import type { Decision } from '../../decisions/register/schema.ts'
import { coSignatures, publications } from '../../documents/publications/schema.ts'
import { documentReplacements } from '../../documents/replacements/schema.ts'
import { documentReviews, reviewReaders } from '../../documents/reviews/schema.ts'
import { memberships, roleTerms } from '../../groups/schema.ts'
import { allianceName, type GroupKey, organisationNames, type PersonKey } from '../cast.ts'
import { type Paper, type Papers, version } from './papers.ts'
import type { Scene } from './scene.ts'

interface ReviewStory {
  paper: Paper
  group: GroupKey
  title: string
  by: PersonKey
  on: string
  clock: string
  until: string
  note: string
  /** Who is asked, and on which day they said that they have read it. */
  readers: Partial<Record<PersonKey, string | null>>
}

async function readThrough(scene: Scene, story: ReviewStory): Promise<void> {
  const { paper, group, by, readers } = story
  const at = scene.at(story.on, story.clock)
  const [review] = await scene.db
    .insert(documentReviews)
    .values({
      ...{ documentId: paper.id, groupId: scene.group(group), number: 1, snapshotId: version(paper, 1).id },
      ...{ until: scene.day(story.until), note: story.note, startedById: scene.person(by), createdAt: at },
    })
    .returning()
  if (!review) throw new Error('The sample has no review')
  const asked = Object.entries(readers) as [PersonKey, string | null][]
  await scene.db.insert(reviewReaders).values(
    asked.map(([person, readOn]) => ({
      ...{ reviewId: review.id, personId: scene.person(person) },
      readAt: readOn ? scene.at(readOn, '20:15') : null,
    })),
  )
  scene.note({ kind: 'review.begun', group, by, subjectId: paper.id, facts: { title: story.title, number: '1' }, at })
}

/** Given by the decision that the text is published. */
async function letPublish(scene: Scene, person: PersonKey, givenBy: string): Promise<void> {
  const groupId = scene.group('kk')
  const isSeat = and(
    eq(memberships.groupId, groupId),
    eq(memberships.personId, scene.person(person)),
    isNull(memberships.endedAt),
  )
  const [seat] = await scene.db.select().from(memberships).where(isSeat)
  if (!seat) throw new Error('Nobody in the sample can publish')
  const term = {
    membershipId: seat.id,
    groupId,
    role: 'publisher',
    startsOn: scene.day('2026-09-10'),
    givenBy,
  } as const
  await scene.db.insert(roleTerms).values(term)
}

/** D-01, by the decision of the circle, with those who signed and the voice of the minority. */
async function publishEnergy(scene: Scene, paper: Paper, { number, decidedOn }: Decision): Promise<void> {
  const decision = `KK-${scene.year}-0${number}`
  await letPublish(scene, 'henrike', decision)
  const at = scene.at('2026-09-11', '09:40')
  const { id: snapshotId, title } = version(paper, 4)
  const slug = 'energie-bleibt-im-dorf'
  const checked = { personalDataChecked: true, minorityChecked: true, accessibilityChecked: true }
  const [publication] = await scene.db
    .insert(publications)
    .values({
      ...{ documentId: paper.id, snapshotId, slug, decision, decidedOn, publisher: allianceName, ...checked },
      minorityStatement: 'Wir tragen das Ziel, vermissen aber die Tarifbindung beim Bau der Anlagen.',
      ...{ publishedById: scene.person('henrike'), createdAt: at },
    })
    .returning()
  if (!publication) throw new Error('The sample has published nothing')
  const signed = Object.values(organisationNames).slice(0, 3)
  await scene.db
    .insert(coSignatures)
    .values(
      signed.map((organisation, place) => ({ publicationId: publication.id, place, organisation, createdAt: at })),
    )
  scene.note({
    ...{ kind: 'document.published', group: 'en', also: 'kk', by: 'henrike', subjectId: paper.id, at },
    facts: { title, slug },
  })
}

/** D-11: the guiding ideas of this year have no text of their own, only their decision. */
const replaceIdeas = (scene: Scene, { id: olderId }: Paper) =>
  scene.db.insert(documentReplacements).values({
    ...{ olderId, groupId: scene.group('kk'), decision: `KK-${scene.year}-009` },
    ...{ namedById: scene.person('henrike'), createdAt: scene.at('2026-09-10', '18:10') },
  })

/** D-03 and D-09 are read through, D-01 is public, D-11 is superseded (`DOMAIN.md 6.4`). */
export async function lifeCycleStory(scene: Scene, papers: Papers, publication: Decision): Promise<void> {
  await readThrough(scene, {
    ...{
      paper: papers.soilAndWater,
      group: 'lw',
      title: 'Stellungnahme Boden und Wasser zum RPL\u00a02.0',
      by: 'nele',
    },
    ...{ on: '2026-09-29', clock: '18:50', until: '2026-10-12' },
    note: 'Stimmen die Zahlen zu den Pachtverträgen?',
    readers: { jost: '2026-10-01', roswitha: null, marlies: null },
  })
  await readThrough(scene, {
    ...{ paper: papers.openData, group: 'di', title: 'Daten des Wandels gehören allen', by: 'piet' },
    ...{ on: '2026-09-30', clock: '21:50', until: '2026-10-14' },
    note: 'Ist verständlich, was wir von der Verwaltung wollen?',
    readers: { gerd: '2026-10-01', fritjof: null },
  })
  await publishEnergy(scene, papers.villageEnergy, publication)
  await replaceIdeas(scene, papers.guidingIdeas)
}
