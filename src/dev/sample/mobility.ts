import { endOfDay } from '../../web/days.ts'
import { countRound } from './counted-rounds.ts'
import { propose } from './proposing.ts'
import { annulled, cite, establish, filed, recorded } from './register.ts'
import { holdRound, type Said } from './rounds.ts'
import type { Scene } from './scene.ts'

const slowVillages = 'Wir fordern Tempo 30 in allen Dörfern.'

/** MO-…-002 by majority; MO-…-003 is the same once more, entered by mistake. */
export async function mobilityStory(scene: Scene): Promise<void> {
  const matter = await propose(scene, {
    group: 'mo',
    by: 'vincent',
    at: scene.at('2026-09-14', '18:30'),
    title: 'Tempo 30 in allen Dörfern',
    wording: slowVillages,
    rationale: 'Wo Kinder zur Haltestelle laufen, soll niemand schneller fahren.',
  })
  const answers: Said[] = [
    { by: 'vincent', choice: 'yes', at: scene.at('2026-09-15', '16:00') },
    { by: 'ole', choice: 'yes', at: scene.at('2026-09-16', '09:12') },
    { by: 'marlies', choice: 'no', at: scene.at('2026-09-20', '19:45') },
    { by: 'dunja', choice: 'abstain', at: scene.at('2026-09-21', '08:30') },
  ]
  const held = await holdRound(scene, matter, {
    method: 'majority',
    by: 'ole',
    at: scene.at('2026-09-15', '08:00'),
    closesAt: endOfDay(scene.day('2026-09-21')),
    answers,
  })
  const counted = await countRound(scene, held, { by: 'ole', at: scene.at('2026-09-22', '07:55'), answers })
  const decision = await establish(scene, counted, {
    number: 2,
    by: 'dunja',
    at: scene.at('2026-09-22', '18:20'),
    decidedOn: scene.day('2026-09-22'),
    summary: 'In keinem Dorf soll schneller als 30 gefahren werden.',
  })
  await filed(scene, decision, { topics: ['Verkehr', 'Dörfer'], ideas: ['L1', 'L4'] })
  const twice = await recorded(
    scene,
    {
      group: 'mo',
      title: 'Tempo 30 in allen Dörfern',
      wording: slowVillages,
      decidedOn: scene.day('2026-09-24'),
      place: 'Videotreffen',
      manner: 'Mehrheit: 2 Ja, 1 Nein, 1 Enthaltung',
      by: 'dunja',
      at: scene.at('2026-09-23', '20:10'),
    },
    { number: 3, by: 'ole', at: scene.at('2026-09-24', '08:00') },
  )
  await annulled(scene, 'mo', twice, {
    reason: `Doppelt erfasst: Das steht schon in ${cite(scene, 'mo', 2)}.`,
    by: 'dunja',
    second: 'ole',
    at: scene.at('2026-09-25', '17:10'),
  })
}
