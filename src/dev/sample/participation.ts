import type { Decision } from '../../decisions/register/schema.ts'
import { type Papers, version } from './papers.ts'
import { recorded } from './register.ts'
import type { Scene } from './scene.ts'

export interface ParticipationDecisions {
  council: Decision
  place: Decision
}

const participationPlace = 'Treffen im Gemeindehaus Larnau'

export async function participationStory(scene: Scene, papers: Papers): Promise<ParticipationDecisions> {
  const meeting = { group: 'bt', place: participationPlace, by: 'vincent' } as const
  await recorded(
    scene,
    {
      ...meeting,
      title: 'Ein Dialogabend',
      wording: 'Wir laden zu einem Dialogabend ein, im Kreis und ohne Podium.',
      decidedOn: scene.day('2026-06-11'),
      manner: 'Konsent, kein Einwand',
      at: scene.at('2026-06-11', '21:10'),
      snapshot: version(papers.dialogueEvening, 1),
    },
    { number: 1, by: 'ayla', at: scene.at('2026-06-12', '08:00') },
  )
  const council = await recorded(
    scene,
    {
      ...meeting,
      title: 'Bürgerrat Larnrevier',
      wording:
        'Der Bürgerrat wird gefordert wie in „Bürgerrat Larnrevier“, Fassung\u00a01. Der Text geht an den Kreis.',
      decidedOn: scene.day('2026-09-03'),
      manner: 'Konsent, 1 leichtes Bedenken',
      at: scene.at('2026-09-03', '21:25'),
      snapshot: version(papers.citizensCouncil, 1),
    },
    { number: 2, by: 'ayla', at: scene.at('2026-09-04', '07:45') },
  )
  const place = await recorded(
    scene,
    {
      ...meeting,
      title: 'Ort des Dialogabends',
      wording: 'Der Dialogabend findet in Altenlarn statt.',
      decidedOn: scene.day('2026-09-17'),
      manner:
        'Systemisches Konsensieren, 5 Stimmzettel: Altenlarn 7 Punkte Widerstand (86,0 % Akzeptanz), Larnau 24, kein Abend 39',
      at: scene.at('2026-09-17', '21:30'),
      snapshot: version(papers.dialogueEvening, 2),
    },
    { number: 3, by: 'ayla', at: scene.at('2026-09-18', '08:10') },
  )
  return { council, place }
}
