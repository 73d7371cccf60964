import type { GroupKey, PersonKey } from '../cast.ts'

export interface EarlyDecision {
  group: GroupKey
  number: number
  title: string
  wording: string
  on: string
  place: string
  manner: string
  by: PersonKey
  second: PersonKey
}

const circleHall = 'Sitzung des Kreises, Dorfgemeinschaftshaus Altenlarn'
const circle = { group: 'kk', by: 'mirjam', second: 'ayla' } as const

/** What was decided before the matters of `DOMAIN.md 6.5`, so that no number is missing. */
export const earlyDecisions: EarlyDecision[] = [
  {
    ...circle,
    number: 1,
    title: 'Wann der Kreis tagt',
    wording: 'Der Kreis tagt am zweiten Dienstag im Monat um 19 Uhr, vor Ort und online.',
    on: '2026-01-13',
    place: circleHall,
    manner: 'Konsent, kein Einwand',
  },
  {
    ...circle,
    number: 2,
    title: 'Moderation und Protokoll',
    wording: 'Ayla Brenscheid moderiert die Sitzungen des Kreises, Mirjam Okafor-Lenz führt das Protokoll.',
    on: '2026-01-13',
    place: circleHall,
    manner: 'Konsent, kein Einwand',
  },
  {
    ...circle,
    number: 3,
    title: 'Auftrag der AG\u00a0Gutes Leben und Gute Arbeit',
    wording: 'Die AG\u00a0Gutes Leben und Gute Arbeit kümmert sich um Daseinsvorsorge, Tarifbindung und Kultur.',
    on: '2026-03-10',
    place: circleHall,
    manner: 'Konsent, 1 leichtes Bedenken',
  },
  {
    ...circle,
    number: 4,
    title: 'Gemeinsam auf das RPL\u00a02.0 antworten',
    wording:
      'Jede Arbeitsgruppe stellt die Aussagen des RPL\u00a02.0 und die eigene Position nebeneinander. Der Kreis fügt die Teile zu einer gemeinsamen Antwort zusammen.',
    on: '2026-04-14',
    place: circleHall,
    manner: 'Konsent, kein Einwand',
  },
  {
    ...circle,
    number: 6,
    title: 'Wortzeichen statt Logo',
    wording: 'Bis auf Weiteres tritt die Allianz mit ihrem Namen als Wortzeichen auf, ohne Bild.',
    on: '2026-05-12',
    place: circleHall,
    manner: 'Konsent, 2 leichte Bedenken',
  },
  {
    ...circle,
    number: 7,
    title: 'Wer der Presse antwortet',
    wording: 'Presseanfragen beantwortet die Koordination, nachdem sie mit der zuständigen Gruppe gesprochen hat.',
    on: '2026-07-14',
    place: circleHall,
    manner: 'Konsent, kein Einwand',
  },
  {
    ...circle,
    number: 8,
    title: 'Wer einlädt, wenn die Koordination fehlt',
    wording: 'Fällt die Koordination aus, laden Moderation und Protokollführung gemeinsam zur Sitzung ein.',
    on: '2026-07-14',
    place: circleHall,
    manner: 'Konsent, kein Einwand',
  },
  {
    group: 'en',
    number: 1,
    title: 'Woran wir in diesem Jahr arbeiten',
    wording:
      'Die AG\u00a0Energie schreibt ein Positionspapier zur Bürgerenergie und unseren Teil der Antwort auf das RPL\u00a02.0.',
    on: '2026-01-22',
    place: 'Treffen im Gasthof Tannrode',
    manner: 'Konsent, alle fünf dabei',
    by: 'fritjof',
    second: 'swantje',
  },
  {
    group: 'en',
    number: 2,
    title: 'Besuch im Wärmenetz Oberlarn',
    wording: 'Wir besuchen das Wärmenetz in Oberlarn und laden die anderen Gruppen dazu ein.',
    on: '2026-03-19',
    place: 'Treffen im Gasthof Tannrode',
    manner: 'Konsent, vier dabei',
    by: 'fritjof',
    second: 'swantje',
  },
  {
    group: 'lw',
    number: 1,
    title: 'Gespräche auf den Höfen',
    wording: 'Wir besuchen acht Höfe, hören zu und schreiben auf, was dort gebraucht wird.',
    on: '2026-02-12',
    place: 'Treffen in Kirchfeld',
    manner: 'Konsens: 4 volle Zustimmung',
    by: 'marlies',
    second: 'nele',
  },
  {
    group: 'mo',
    number: 1,
    title: 'Stellungnahme zum Bus am Abend',
    wording:
      'Wir schreiben eine Stellungnahme zum Busverkehr am Abend und am Wochenende und fragen dafür die Fahrplan-Daten an.',
    on: '2026-05-05',
    place: 'Videotreffen',
    manner: 'Mehrheit: 4 Ja, 0 Nein',
    by: 'dunja',
    second: 'ole',
  },
]
