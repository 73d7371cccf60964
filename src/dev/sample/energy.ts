import { objectionEndings } from '../../decisions/objections/schema.ts'
import type { Decision } from '../../decisions/register/schema.ts'
import { endOfDay } from '../../web/days.ts'
import { type CountedRound, countRound } from './counted-rounds.ts'
import { type Papers, version } from './papers.ts'
import { type Matter, propose } from './proposing.ts'
import { establish, recorded } from './register.ts'
import { holdRound, type Said } from './rounds.ts'
import type { Scene } from './scene.ts'

const toCircle = (number: number) =>
  `„RPL 2.0 und wir: Energie“ geht in der Fassung\u00a0${number} an den Koordinierungskreis.`

/** Round 1 of EN-…-004: Bjarne objects to line 2. */
async function objected(scene: Scene, papers: Papers, matter: Matter): Promise<CountedRound> {
  const answers: Said[] = [
    { by: 'swantje', choice: 'consent', at: scene.at('2026-09-15', '19:05') },
    { by: 'tarek', choice: 'consent', at: scene.at('2026-09-16', '07:40') },
    { by: 'gerd', choice: 'consent', at: scene.at('2026-09-18', '10:22') },
    {
      by: 'bjarne',
      choice: 'objection',
      reason:
        'Zeile 2 in Fassung 2 forderte ein Verbot. Das gefährdet unser Ziel, mit den Betrieben im Gespräch zu bleiben.',
      at: scene.at('2026-09-19', '21:14'),
    },
    { by: 'fritjof', choice: 'consent', at: scene.at('2026-09-21', '12:03') },
  ]
  const snapshotId = version(papers.comparison, 2).id
  const held = await holdRound(scene, matter, {
    method: 'consent',
    by: 'swantje',
    at: scene.at('2026-09-15', '19:00'),
    closesAt: endOfDay(scene.day('2026-09-22')),
    answers,
    asItWas: { version: 1, snapshotId, wording: toCircle(2) },
  })
  return countRound(scene, held, { by: 'swantje', at: scene.at('2026-09-23', '08:15'), answers })
}

/** "Verbot" became "Prüfauftrag": only Bjarne could say that this settles it. */
async function integrate(scene: Scene, { objections, round }: CountedRound): Promise<void> {
  const at = scene.at('2026-09-28', '18:52')
  for (const { id, ownerId } of objections) {
    const note = 'Aus „Verbot“ wurde „Prüfauftrag“. Damit kann ich gut leben.'
    await scene.db
      .insert(objectionEndings)
      .values({ objectionId: id, ownerId, kind: 'integrated', note, settledIn: 2, createdAt: at })
  }
  const facts = { title: round.title }
  scene.note({ kind: 'objection.integrated', group: 'en', by: 'bjarne', subjectId: round.id, facts, at })
}

/** Round 2 of EN-…-004 on the third version. */
async function agreed(scene: Scene, matter: Matter): Promise<Decision> {
  const answers: Said[] = [
    { by: 'swantje', choice: 'consent', at: scene.at('2026-09-28', '19:10') },
    { by: 'tarek', choice: 'consent', at: scene.at('2026-09-29', '07:31') },
    { by: 'bjarne', choice: 'consent', at: scene.at('2026-09-29', '20:48') },
    { by: 'gerd', choice: 'consent', at: scene.at('2026-09-30', '11:05') },
    {
      by: 'fritjof',
      choice: 'concern',
      reason: 'Zu Zeile 3 fehlen uns noch belastbare Zahlen.',
      at: scene.at('2026-09-30', '12:20'),
    },
  ]
  const held = await holdRound(scene, matter, {
    number: 2,
    method: 'consent',
    by: 'swantje',
    at: scene.at('2026-09-28', '19:00'),
    closesAt: endOfDay(scene.day('2026-09-30')),
    answers,
  })
  const counted = await countRound(scene, held, { by: 'swantje', at: scene.at('2026-10-01', '08:05'), answers })
  return establish(scene, counted, {
    number: 4,
    by: 'fritjof',
    at: scene.at('2026-10-01', '12:40'),
    decidedOn: scene.day('2026-10-01'),
  })
}

async function decideComparison(scene: Scene, papers: Papers): Promise<Decision> {
  const matter = await propose(scene, {
    group: 'en',
    by: 'tarek',
    at: scene.at('2026-09-14', '20:10'),
    title: 'RPL 2.0 und wir: Energie',
    wording: toCircle(3),
    rationale: 'Das Zukunftsbüro fragt nach Stellungnahmen. Unser Teil der gemeinsamen Antwort ist fertig.',
    snapshotId: version(papers.comparison, 3).id,
    earlier: [{ wording: toCircle(2), snapshotId: version(papers.comparison, 2).id }],
  })
  await integrate(scene, await objected(scene, papers, matter))
  return agreed(scene, matter)
}

/** P-EN-12: open, two of five have answered. */
async function askForHeat(scene: Scene): Promise<void> {
  const matter = await propose(scene, {
    group: 'en',
    by: 'bjarne',
    at: scene.at('2026-10-01', '21:30'),
    title: 'Wärmenetz Tannrode prüfen lassen',
    wording:
      'Die AG\u00a0Energie lässt prüfen, ob ein Wärmenetz in Tannrode machbar ist. Dafür holt sie zwei Angebote ein und legt sie der Gruppe vor.',
    rationale:
      'In Tannrode werden nächstes Jahr ohnehin Leitungen verlegt. Wenn wir jetzt fragen, kann die Gemeinde beides verbinden.',
  })
  await holdRound(scene, matter, {
    method: 'consent',
    by: 'swantje',
    at: scene.at('2026-10-02', '17:30'),
    closesAt: endOfDay(scene.day('2026-10-20')),
    answers: [
      { by: 'bjarne', choice: 'consent', at: scene.ago(2, '20:16') },
      { by: 'tarek', choice: 'consent', at: scene.ago(1, '10:40') },
    ],
  })
}

const decideVillageEnergy = (scene: Scene, papers: Papers): Promise<Decision> =>
  recorded(
    scene,
    {
      group: 'en',
      title: 'Energie bleibt im Dorf',
      wording:
        'Die AG\u00a0Energie beschließt „Energie bleibt im Dorf“ in der Fassung\u00a04 und bittet den Koordinierungskreis, den Text zu veröffentlichen.',
      decidedOn: scene.day('2026-08-20'),
      place: 'Treffen im Gasthof Tannrode',
      manner: 'Konsent, alle fünf dabei, kein Einwand',
      by: 'fritjof',
      at: scene.at('2026-08-20', '21:20'),
      snapshot: version(papers.villageEnergy, 4),
    },
    { number: 3, by: 'swantje', at: scene.at('2026-08-21', '09:00') },
  )

export interface EnergyDecisions {
  villageEnergy: Decision
  comparison: Decision
}

export async function energyStory(scene: Scene, papers: Papers): Promise<EnergyDecisions> {
  const villageEnergy = await decideVillageEnergy(scene, papers)
  const comparison = await decideComparison(scene, papers)
  await askForHeat(scene)
  return { villageEnergy, comparison }
}
