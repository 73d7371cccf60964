import { table, written } from './written.ts'

const head = ['Nr.', 'Fundstelle', 'Aussage im RPL 2.0', 'Unsere Position', 'Bewertung', 'Forderung', 'Leitidee']

const region = [
  '1',
  'Kap. 2, S. 14',
  'Das Revier soll Energieregion bleiben; Großanlagen werden bevorzugt gefördert.',
  'Energieregion ja, aber in der Hand der Menschen. Große Anlagen allein lassen die Dörfer leer ausgehen.',
  'zum Teil gleich',
  'Ein Drittel der Fördermittel für Bürgerenergie.',
  'L3',
]

const hydrogen = (position: string, demand: string) => [
  '2',
  'Kap. 2, S. 16',
  'Wasserstoff ist die Leittechnologie; Standorte werden bis 2028 gesichert.',
  position,
  'anders',
  demand,
  'L2, L3',
]

const site = [
  '3',
  'Kap. 3, S. 22',
  'Das Kraftwerksgelände wird Gewerbepark.',
  'Das Gelände ist auch Erinnerung und Lernort.',
  'zum Teil gleich',
  '10 Prozent der Fläche für Kultur, Bildung, Werkstätten.',
  'L1, L6',
]

const heat = [
  '4',
  'Kap. 3, S. 25',
  'Wärme wird nicht erwähnt.',
  'Ohne Wärmewende im Dorf gelingt nichts.',
  'fehlt',
  'Eigenes Kapitel Wärme mit Nahwärme-Programm.',
  'L3',
]

const voice = [
  '5',
  'Kap. 6, S. 41',
  'Die Öffentlichkeit wird „regelmäßig informiert“.',
  'Informieren ist nicht beteiligen.',
  'anders',
  'Energie-Runde mit Stimmrecht für Anwohnende.',
  'L5',
]

const careful = 'Wasserstoff dort, wo es nicht anders geht. Vorrang haben Sparen und direkte Nutzung von Strom.'

const banned = hydrogen(careful, 'Verbot neuer Standorte, solange der Wasserbedarf nicht geklärt ist.')

const examined = hydrogen(careful, 'Prüfauftrag Wasserbedarf vor jeder Standortzusage.')

const introduction = written(`
Das Zukunftsbüro Larnrevier hat sein Revierprogramm Larn 2.0 vorgelegt und um Stellungnahme gebeten. Wir legen Zeile für Zeile nebeneinander, was darin steht und was wir wollen.

Die mittlere Spalte fasst zusammen. Anführungszeichen stehen nur dort, wo wir wörtlich zitieren.`)

const ending = written(`
## Was uns wichtig ist

Wir antworten nicht gegen das Programm, sondern mit ihm: Wo es recht hat, sagen wir es. Wo es die Dörfer vergisst, sagen wir das auch.`)

/** D-02, version by version; the third one follows Bjarne's objection to line 2 of the second. */
export const comparison = [
  [...introduction, table([head, region, site, voice])],
  [...introduction, table([head, region, banned, site, heat, voice]), ...ending],
  [...introduction, table([head, region, examined, site, heat, voice]), ...ending],
] as const

/** The draft has moved on since the third version was frozen. */
export const comparisonDraft = [
  ...comparison[2],
  ...written(
    'Zu Zeile 3 liefern wir Zahlen nach: Wie groß ist das Gelände, wem gehört es, und was steht unter Denkmalschutz?',
  ),
]
