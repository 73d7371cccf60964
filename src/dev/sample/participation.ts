import type { Decision } from '../../decisions/register/schema.ts'
import type { PersonKey } from '../cast.ts'
import { countRound } from './counted-rounds.ts'
import { type Papers, version } from './papers.ts'
import { propose } from './proposing.ts'
import { establish, recorded } from './register.ts'
import { holdRound, type Said } from './rounds.ts'
import type { Scene } from './scene.ts'

export interface ParticipationDecisions {
  council: Decision
  place: Decision
}

const participationPlace = 'Treffen im Gemeindehaus Larnau'

const places = [
  { title: 'Altenlarn', wording: 'Der Dialogabend findet in Altenlarn statt.' },
  { title: 'Larnau', wording: 'Der Dialogabend findet in Larnau statt.' },
]

/** Altenlarn, Larnau, no evening at all. */
const resistances: Partial<Record<PersonKey, number[]>> = {
  ayla: [0, 6, 9],
  luca: [2, 4, 8],
  hedwig: [1, 5, 7],
  vincent: [3, 2, 9],
  fritjof: [1, 7, 6],
}

/** BT-…-003: everybody rates both places, and staying at home. */
async function whereToMeet(scene: Scene, papers: Papers): Promise<Decision> {
  const at = (clock: string) => scene.at('2026-09-17', clock)
  const title = 'Ort des Dialogabends'
  const matter = await propose(scene, {
    ...{ group: 'bt', by: 'luca', at: scene.at('2026-09-14', '19:20') },
    ...{ title, wording: 'Wir legen fest, wo der Dialogabend stattfindet.' },
    ...{ rationale: 'Beide Säle sind frei.', snapshotId: version(papers.dialogueEvening, 2).id },
    ...{ options: places, passive: 'Kein Abend' },
  })
  const answers = Object.entries(resistances).map(
    ([by, ratings]): Said => ({ by: by as PersonKey, choice: 'rated', ratings, at: at('20:40') }),
  )
  const asked = { method: 'systemic_consensing', by: 'ayla', at: at('20:30'), closesAt: at('21:00'), answers } as const
  const held = await holdRound(scene, matter, asked)
  const counted = await countRound(scene, held, { by: 'ayla', at: at('21:01'), answers })
  const [winner = { title, wording: '' }] = places
  const words = { title: `${title}: ${winner.title}`, wording: winner.wording }
  return establish(
    scene,
    { ...counted, round: { ...counted.round, ...words } },
    { number: 3, by: 'vincent', at: scene.at('2026-09-18', '08:10'), decidedOn: scene.day('2026-09-17') },
  )
}

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
  const place = await whereToMeet(scene, papers)
  return { council, place }
}
