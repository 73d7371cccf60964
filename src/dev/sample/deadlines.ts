import { calendarDeadlines } from '../../calendar/schema.ts'
import type { Papers } from './papers.ts'
import type { Scene } from './scene.ts'

const title = 'Antwort auf das Revierprogramm Larn 2.0'

/** What comes from outside: the consultation about the programme, and a festival that is over. */
export async function deadlinesFromOutside(scene: Scene, { jointAnswer }: Papers): Promise<void> {
  const groupId = scene.group('kk')
  const by = scene.person('henrike')
  const createdAt = scene.at('2026-09-09', '09:40')
  const id = crypto.randomUUID()
  const of = { groupId, createdById: by, createdAt }
  await scene.db.insert(calendarDeadlines).values([
    {
      ...{ ...of, id, title },
      kind: 'consultation',
      counterpart: 'Zukunftsbüro Larnrevier (fiktiv)',
      dueOn: scene.day('2026-10-30'),
      documentId: jointAnswer.id,
    },
    {
      ...of,
      kind: 'event',
      title: 'Larnfest in Altenlarn',
      counterpart: 'Dorfgemeinschaft Altenlarn (fiktiv)',
      dueOn: scene.day('2026-09-27'),
      settledAt: scene.at('2026-09-28', '10:15'),
      settledById: by,
      outcome: 'Wir waren mit einem Stand dabei, 60 Gespräche.',
    },
  ])
  scene.note({ kind: 'deadline.added', group: 'kk', by: 'henrike', subjectId: id, facts: { title }, at: createdAt })
}
