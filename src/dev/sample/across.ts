import { inArray } from 'drizzle-orm'
import { guidingIdeas } from '../../groups/schema.ts'
import { meetingPolls, type PollChoice, pollDates, pollReplies } from '../../meetings/polls/schema.ts'
import { ideaLinks, topicLinks } from '../../trail/schema.ts'
import type { PersonKey } from '../cast.ts'
import { first } from './first.ts'
import type { Paper, Papers } from './papers.ts'
import type { Scene } from './scene.ts'

interface Subjects {
  ideas: string[]
  topics: string[]
  by: PersonKey
}

/** What a text is about, so that it is found across groups. */
async function assign(scene: Scene, { id: documentId }: Paper, { ideas, topics, by }: Subjects): Promise<void> {
  const of = { documentId, linkedById: scene.person(by), createdAt: scene.at('2026-09-21', '20:30') }
  const found = await scene.db.select().from(guidingIdeas).where(inArray(guidingIdeas.code, ideas))
  await scene.db.insert(ideaLinks).values(found.map(({ id: ideaId }) => ({ ...of, ideaId })))
  await scene.db.insert(topicLinks).values(topics.map((topic) => ({ ...of, topic })))
}

const dates = ['2026-10-20', '2026-10-22', '2026-10-27']

const replies: [PersonKey, PollChoice[]][] = [
  ['nele', ['yes', 'yes', 'no']],
  ['jost', ['no', 'yes', 'if_need_be']],
]

/** AG Landwirtschaft looks for an evening; two have answered. */
async function findEvening(scene: Scene): Promise<void> {
  const [at, note] = [scene.ago(2, '19:40'), 'Hofgespräche vorbereiten']
  const row = {
    groupId: scene.group('lw'),
    minutes: 120,
    place: 'Hof Kirchfeld',
    note,
    answerBy: scene.day('2026-10-12'),
  }
  const opened = { ...row, openedById: scene.person('nele'), createdAt: at }
  const poll = first(await scene.db.insert(meetingPolls).values(opened).returning())
  const asked = await scene.db
    .insert(pollDates)
    .values(dates.map((on) => ({ pollId: poll.id, startsAt: scene.at(on, '19:30') })))
    .returning()
  await scene.db.insert(pollReplies).values(
    replies.flatMap(([by, choices]) =>
      asked.map(({ id: dateId }, place) => ({
        ...{ dateId, pollId: poll.id, personId: scene.person(by), choice: choices[place] ?? 'no', repliedAt: at },
      })),
    ),
  )
  scene.note({ kind: 'poll.opened', group: 'lw', by: 'nele', subjectId: poll.id, facts: { title: note }, at })
}

/** What runs across groups: ideas and topics of texts, and a date that is looked for. */
export async function acrossStory(scene: Scene, papers: Papers): Promise<void> {
  await assign(scene, papers.villageEnergy, { ideas: ['L3', 'L1'], topics: ['Energie', 'Dörfer'], by: 'swantje' })
  await assign(scene, papers.comparison, { ideas: ['L3'], topics: ['Energie', 'Revierprogramm'], by: 'swantje' })
  await assign(scene, papers.soilAndWater, { ideas: ['L2'], topics: ['Boden', 'Revierprogramm'], by: 'nele' })
  await assign(scene, papers.openData, { ideas: ['L7'], topics: ['Daten'], by: 'piet' })
  await findEvening(scene)
}
