import { endOfDay } from '../../web/days.ts'
import { countRound } from './counted-rounds.ts'
import { propose } from './proposing.ts'
import { establish, report } from './register.ts'
import { holdRound, type Said } from './rounds.ts'
import type { Scene } from './scene.ts'

/** GL-…-001, in the meeting in which the delegates were chosen. */
async function chooseDelegate(scene: Scene): Promise<void> {
  const at = (clock: string) => scene.at('2026-03-03', clock)
  const matter = await propose(scene, {
    group: 'gl',
    by: 'ilse',
    at: at('18:00'),
    title: 'Delegierte im Koordinierungskreis',
    wording: 'Delegierte im Koordinierungskreis wird Hedwig Plattenberg, für zwei Jahre.',
    rationale: 'Sie kennt beide Seiten: das Dorf und die Beteiligung.',
  })
  const answers = (['ilse', 'kemal', 'mirjam', 'hedwig'] as const).map(
    (by): Said => ({ by, choice: 'consent', at: at('19:20') }),
  )
  const held = await holdRound(scene, matter, {
    method: 'consent',
    by: 'ilse',
    at: at('19:10'),
    closesAt: at('19:30'),
    answers,
  })
  const counted = await countRound(scene, held, { by: 'ilse', at: at('19:31'), answers })
  await establish(scene, counted, { number: 1, by: 'kemal', at: at('21:00'), decidedOn: scene.day('2026-03-03') })
}

/** LW-…-002: three carry it, one of them with a reservation, one stands aside. */
async function protectGoodSoil(scene: Scene): Promise<void> {
  const at = (clock: string) => scene.at('2026-09-24', clock)
  const matter = await propose(scene, {
    ...{ group: 'lw', by: 'roswitha', at: scene.at('2026-09-20', '18:15') },
    title: 'Kein Gewerbepark auf gutem Boden',
    wording: 'Kein neuer Gewerbepark auf Böden über 70 Punkten.',
    rationale: 'Fruchtbarer Boden entsteht nicht neu.',
  })
  const answers: Said[] = [
    { by: 'roswitha', choice: 'support', at: at('20:02') },
    { by: 'nele', choice: 'support', at: at('20:04') },
    { by: 'jost', choice: 'reservations', reason: 'Für Hofläden brauchen wir eine Ausnahme.', at: at('20:09') },
    { by: 'marlies', choice: 'stand_aside', reason: 'Unser Dorf wartet auf Arbeitsplätze.', at: at('20:15') },
  ]
  const asked = { method: 'consensus', by: 'nele', at: at('20:00'), closesAt: at('21:00'), answers } as const
  const counted = await countRound(scene, await holdRound(scene, matter, asked), {
    by: 'nele',
    at: at('21:01'),
    answers,
  })
  const decidedOn = scene.day('2026-09-24')
  await establish(scene, counted, { number: 2, by: 'marlies', at: scene.at('2026-09-25', '06:50'), decidedOn })
}

/** One more report waits for Nele. */
async function farmersStory(scene: Scene): Promise<void> {
  await protectGoodSoil(scene)
  await report(scene, {
    group: 'lw',
    title: 'Hofgespräche fortsetzen',
    wording: 'Wir setzen die Gespräche auf den Höfen fort und fragen zuerst die Betriebe im Larntal.',
    decidedOn: scene.day('2026-10-01'),
    place: 'Treffen in Kirchfeld',
    manner: 'Konsens: 3 volle Zustimmung, 1 mit Vorbehalt',
    by: 'marlies',
    at: scene.ago(2, '20:45'),
  })
}

/** DI-U-07: one of three answered, two are needed. Nothing was decided and no number was used. */
async function mapServiceStory(scene: Scene): Promise<void> {
  const matter = await propose(scene, {
    group: 'di',
    by: 'piet',
    at: scene.at('2026-09-22', '20:00'),
    title: 'Freier Kartendienst',
    wording: 'Wir nutzen den freien Kartendienst.',
    rationale: 'Er kostet nichts, läuft auf unserem Server und verrät niemandem, wer welche Karte ansieht.',
  })
  const answers: Said[] = [{ by: 'piet', choice: 'consent', at: scene.at('2026-09-24', '22:05') }]
  const held = await holdRound(scene, matter, {
    ...{ method: 'consent', channel: 'circular', preset: 'silent' },
    by: 'piet',
    at: scene.at('2026-09-23', '20:00'),
    closesAt: endOfDay(scene.day('2026-09-30')),
    answers,
  })
  await countRound(scene, held, { by: 'piet', at: scene.at('2026-10-01', '07:20'), answers })
}

export async function smallerGroupsStory(scene: Scene): Promise<void> {
  await chooseDelegate(scene)
  await farmersStory(scene)
  await mapServiceStory(scene)
}
