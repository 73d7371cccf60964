import type { Decision } from '../../decisions/register/schema.ts'
import { type Papers, version } from './papers.ts'
import { type Report, recorded } from './register.ts'
import type { Scene } from './scene.ts'

type Words = Pick<Report, 'title' | 'wording' | 'manner' | 'snapshot' | 'summary' | 'tally'>

/** Votes by seats of organisations and groups are told in words. */
const bySeats = (scene: Scene, words: Words): Report => ({
  ...words,
  group: 'kk',
  decidedOn: scene.day('2026-09-08'),
  place: 'Sitzung KK-06, Dorfgemeinschaftshaus Altenlarn und online',
  by: 'mirjam',
  at: scene.at('2026-09-09', '17:30'),
})

const confirmed = (scene: Scene, number: number) => ({
  number,
  by: 'ayla' as const,
  at: scene.at('2026-09-10', `18:${number}`),
})

/** KK-…-005: the first referral of the year was adopted. */
export const goodWork = (scene: Scene, papers: Papers): Promise<Decision> =>
  recorded(
    scene,
    {
      group: 'kk',
      title: 'Gute Arbeit nach der Kohle',
      wording: 'Die Allianz macht sich „Gute Arbeit nach der Kohle“ in der Fassung\u00a01 zu eigen.',
      decidedOn: scene.day('2026-05-12'),
      place: 'Sitzung des Kreises, Dorfgemeinschaftshaus Altenlarn',
      manner: 'Konsent, kein Einwand',
      by: 'mirjam',
      at: scene.at('2026-05-13', '09:00'),
      snapshot: version(papers.goodWork, 1),
    },
    { number: 5, by: 'ayla', at: scene.at('2026-05-13', '12:05') },
  )

export const publication = (scene: Scene, papers: Papers): Promise<Decision> =>
  recorded(
    scene,
    bySeats(scene, {
      title: 'Veröffentlichung „Energie bleibt im Dorf“',
      wording: 'Die Allianz veröffentlicht das Positionspapier „Energie bleibt im Dorf“ in der Fassung\u00a04.',
      manner:
        'Mehrheit nach Sitzen, mindestens zwei Drittel: 6 Ja, 2 Nein, 1 Enthaltung. Minderheitenvotum der Initiative Gute Arbeit Larn: „Wir tragen das Ziel, vermissen aber die Tarifbindung beim Bau der Anlagen.“',
      snapshot: version(papers.villageEnergy, 4),
      summary: 'Unser Papier zur Energie in Bürgerhand wird veröffentlicht.',
      tally: { yes: 6, no: 2, abstain: 1 },
    }),
    confirmed(scene, 11),
  )

/** A tie: rejected, and it stands in the register all the same. */
export const foundationMoney = (scene: Scene): Promise<Decision> =>
  recorded(
    scene,
    bySeats(scene, {
      title: 'Fördermittel der Larn-Stiftung',
      wording: 'Wir nehmen Fördermittel der Larn-Stiftung (fiktiv) an.',
      manner:
        'Mehrheit nach Sitzen, mehr als die Hälfte: 4 Ja, 4 Nein, 1 Sitz befangen (Amt bei Zuwendungsgeber). Stimmengleichheit, damit abgelehnt.',
      summary: 'Die Allianz nimmt kein Geld von der Larn-Stiftung.',
      tally: { yes: 4, no: 4 },
    }),
    confirmed(scene, 12),
    'rejected',
  )

export const festival = (scene: Scene): Promise<Decision> =>
  recorded(
    scene,
    bySeats(scene, {
      title: 'Beim Larnfest dabei',
      wording: 'Die Allianz macht beim Larnfest mit.',
      manner: 'Mehrheit nach Sitzen, mehr als die Hälfte: 9 Ja',
      summary: 'Die Allianz hat einen Stand beim Larnfest.',
      tally: { yes: 9, no: 0 },
    }),
    confirmed(scene, 13),
  )
