import { type Task, taskEndings, taskPeople, tasks } from '../../tasks/schema.ts'
import type { GroupKey, PersonKey } from '../cast.ts'
import { first } from './first.ts'
import { cite } from './register.ts'
import type { Scene } from './scene.ts'

interface TaskStory {
  group: GroupKey
  title: string
  people: PersonKey[]
  due?: string
  by: PersonKey
  at: Date
  origin?: { kind: 'decision' | 'return'; id: string; label: string }
}

export async function writeDown(scene: Scene, { group, title, people, due, by, at, origin }: TaskStory): Promise<Task> {
  const row = {
    groupId: scene.group(group),
    title,
    dueOn: due === undefined ? null : scene.day(due),
    createdById: scene.person(by),
    createdAt: at,
    ...(origin && { origin: origin.kind, originId: origin.id, originLabel: origin.label }),
  }
  const task = first(await scene.db.insert(tasks).values(row).returning())
  const rows = people.map((person) => ({ taskId: task.id, personId: scene.person(person), createdAt: at }))
  if (rows.length > 0) await scene.db.insert(taskPeople).values(rows)
  scene.note({ kind: 'task.created', group, by, subjectId: task.id, facts: { title }, at })
  return task
}

interface Ending {
  group: GroupKey
  task: Task
  words: string
  by: PersonKey
  at: Date
}

async function tickOff(scene: Scene, { group, task, words, by, at }: Ending): Promise<void> {
  const ending = { taskId: task.id, kind: 'done' as const, words, endedById: scene.person(by), createdAt: at }
  await scene.db.insert(taskEndings).values(ending)
  scene.note({ kind: 'task.done', group, by, subjectId: task.id, facts: { title: task.title, words }, at })
}

/** Which decision a task comes from. */
const from = (scene: Scene, group: GroupKey, number: number, id: string) => ({
  kind: 'decision' as const,
  id,
  label: cite(scene, group, number),
})

export interface TaskSources {
  comparison: string
  dialoguePlace: string
  publication: string
  eveningBus: string
}

async function openTasks(scene: Scene, sources: TaskSources): Promise<void> {
  await writeDown(scene, {
    group: 'en',
    title: 'Zahlen zum Kraftwerk nachliefern',
    people: ['gerd'],
    due: '2026-10-09',
    by: 'swantje',
    at: scene.at('2026-10-01', '12:45'),
    origin: from(scene, 'en', 4, sources.comparison),
  })
  await writeDown(scene, {
    group: 'en',
    // Nobody has looked at it since the guiding ideas of the year before were replaced.
    title: `Pressefoto aussuchen, passend zu den Leitideen (${cite(scene, 'kk', 21, scene.year - 1)})`,
    people: [],
    by: 'swantje',
    at: scene.at('2026-09-17', '20:15'),
  })
  await writeDown(scene, {
    group: 'kk',
    title: 'Gemeinsame Antwort auf das RPL\u00a02.0 zusammenführen',
    people: ['henrike'],
    due: '2026-10-21',
    by: 'henrike',
    at: scene.at('2026-09-15', '09:30'),
  })
  await writeDown(scene, {
    group: 'mo',
    title: 'Fahrplan-Daten anfragen',
    people: ['dunja'],
    due: '2026-09-28',
    by: 'ole',
    at: scene.at('2026-05-06', '10:00'),
    origin: from(scene, 'mo', 1, sources.eveningBus),
  })
}

async function doneTasks(scene: Scene, sources: TaskSources): Promise<void> {
  const room = await writeDown(scene, {
    group: 'bt',
    title: 'Raum in Altenlarn reservieren',
    people: ['hedwig'],
    due: '2026-10-02',
    by: 'ayla',
    at: scene.at('2026-09-18', '08:15'),
    origin: from(scene, 'bt', 3, sources.dialoguePlace),
  })
  const words = 'Der große Saal ist reserviert, die Küche auch.'
  await tickOff(scene, { group: 'bt', task: room, words, by: 'hedwig', at: scene.ago(3, '16:40') })
  const page = await writeDown(scene, {
    group: 'kk',
    title: '„Energie bleibt im Dorf“ auf die Seite der Allianz stellen',
    people: ['henrike'],
    due: '2026-09-30',
    by: 'ayla',
    at: scene.at('2026-09-10', '18:15'),
    origin: from(scene, 'kk', 11, sources.publication),
  })
  const result = 'Der Text steht online, die Zeitung hat ihn aufgegriffen.'
  await tickOff(scene, { group: 'kk', task: page, words: result, by: 'henrike', at: scene.at('2026-09-29', '15:10') })
}

export async function taskStory(scene: Scene, sources: TaskSources): Promise<void> {
  await openTasks(scene, sources)
  await doneTasks(scene, sources)
}
