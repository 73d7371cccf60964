import type { Decision } from '../../decisions/register/schema.ts'
import { type Papers, version } from './papers.ts'
import { recorded } from './register.ts'
import type { Scene } from './scene.ts'

type Line = [on: string, title: string, wording: string]

/** What the circle decided in its first year, in the order of its numbers. */
const lines: Line[] = [
  ['2025-03-11', 'Der Kreis nimmt die Arbeit auf', 'Wir arbeiten als Koordinierungskreis der Allianz.'],
  ['2025-03-11', 'Auftrag der AG\u00a0Energie', 'Die AG\u00a0Energie kümmert sich um Strom, Wärme und das Kraftwerk.'],
  [
    '2025-03-11',
    'Auftrag der AG\u00a0Landwirtschaft',
    'Die AG\u00a0Landwirtschaft kümmert sich um Boden, Wasser und Höfe.',
  ],
  ['2025-03-11', 'Auftrag der AG\u00a0Beteiligung', 'Die AG\u00a0Beteiligung kümmert sich um Bürgerrat und Dialoge.'],
  ['2025-03-11', 'Auftrag der AG\u00a0Mobilität', 'Die AG\u00a0Mobilität kümmert sich um Bahn, Bus und Rad.'],
  ['2025-04-08', 'Sitze im Kreis', 'Jede Arbeitsgruppe und drei Organisationen haben im Kreis einen Sitz.'],
  [
    '2025-04-08',
    'Wie der Kreis entscheidet',
    'Wir entscheiden im Konsent. Geht das nicht, braucht es zwei Drittel der Sitze.',
  ],
  ['2025-04-08', 'Ein Büro', 'Der Förderverein stellt das Büro und die Koordination.'],
  ['2025-05-13', 'Rundbrief', 'Alle zwei Monate geht ein Rundbrief an alle, die mitmachen.'],
  ['2025-05-13', 'Wo wir tagen', 'Wir tagen abwechselnd in Larnau, Altenlarn und Kirchfeld.'],
  ['2025-06-10', 'Fahrtkosten', 'Wer zu einer Sitzung fährt, bekommt die Fahrt mit Bus und Bahn ersetzt.'],
  ['2025-06-10', 'Sommerfest', 'Wir feiern im August mit den Dörfern und bringen einen Stand mit.'],
  ['2025-07-08', 'Fragen an das Zukunftsbüro', 'Wir fragen das Zukunftsbüro Larnrevier, wann das RPL\u00a02.0 kommt.'],
  ['2025-07-08', 'Keine Fotos ohne zu fragen', 'Wir zeigen nur Bilder von Menschen, die zugestimmt haben.'],
  ['2025-09-09', 'Vorträge', 'Zu jeder zweiten Sitzung laden wir jemanden ein, der etwas weiß, das uns fehlt.'],
  ['2025-09-09', 'Schlüssel', 'Die Schlüssel für das Dorfgemeinschaftshaus verwaltet das Büro.'],
  ['2025-10-14', 'Gespräch mit der Landrätin', 'Zwei von uns sprechen mit der Landrätin über die Strukturmittel.'],
  ['2025-10-14', 'Protokolle', 'Protokolle gehen binnen einer Woche an alle im Kreis.'],
  ['2025-10-14', 'Kein Stand bei der Kraftwerksmesse', 'Wir gehen nicht mit einem eigenen Stand zur Kraftwerksmesse.'],
  ['2025-11-11', 'Termine im neuen Jahr', 'Wir tagen im neuen Jahr wieder einmal im Monat, im August nicht.'],
]

const hall = 'Sitzung des Kreises, Dorfgemeinschaftshaus Altenlarn'

/** Twenty decisions, and as the last one the guiding ideas that those of this year replace. */
export async function yearBefore(scene: Scene, papers: Papers): Promise<Decision> {
  const year = scene.year - 1
  const circle = { group: 'kk', place: hall, manner: 'Konsent, kein Einwand', by: 'mirjam' } as const
  for (const [before, [on, title, wording]] of lines.entries()) {
    const report = { ...circle, title, wording, decidedOn: scene.day(on), at: scene.at(on, '21:30') }
    await recorded(scene, report, { year, number: before + 1, by: 'ayla', at: scene.at(on, '22:10') })
  }
  const on = '2025-11-11'
  const ideas = {
    title: `Leitideen ${year}`,
    wording: 'Die Leitideen der Allianz lauten wie in der Fassung\u00a01.',
    ...{ decidedOn: scene.day(on), at: scene.at(on, '21:40'), snapshot: version(papers.guidingIdeas, 1) },
    summary: 'Die Allianz hat fünf Leitideen.',
  }
  return recorded(scene, { ...circle, ...ideas }, { year, number: 21, by: 'ayla', at: scene.at(on, '22:15') })
}
