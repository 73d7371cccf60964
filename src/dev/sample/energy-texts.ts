import { heatChart } from './heat-chart.ts'
import { checklist, withNote, written } from './written.ts'

const opening = `
Wer neben dem Windrad wohnt, soll daran verdienen. Wir wollen, dass mindestens ein Drittel jeder neuen Anlage den Menschen im Umkreis gehört.`

const firstDemand = `
## Was wir fordern

- Ein Drittel jeder neuen Anlage wird den Menschen im Umkreis zum Kauf angeboten, in Anteilen, die sich viele leisten können.`

const demands = `${firstDemand}
- Gemeinden bekommen das Recht, als Erste mit einer Genossenschaft vor Ort zu verhandeln.
- Wer baut, legt offen, wie viel Geld in der Region bleibt.`

const why = `
## Warum das geht

Die Bürgerenergie Larn eG betreibt seit neun Jahren zwei Windräder und das Dach der Schule. 412 Menschen haben Anteile gezeichnet, die meisten für weniger als 500 Euro. Gestritten wurde auch. Aber über Technik und Geld, nicht über die Frage, wer davon etwas hat.

Ein Drittel ist eine Zahl, die sich verwalten lässt: groß genug, dass es sich im Dorf lohnt, klein genug, dass auch ein Stadtwerk noch einsteigt.`

const doubts = `
## Was uns entgegengehalten wird

> Anteile kaufen nur die, die ohnehin Geld haben.

Das stimmt, wenn niemand etwas dagegen tut. Deshalb soll es Anteile ab 50 Euro geben, und die Gemeinde darf einen Teil für alle halten. Der Ertrag fließt dann in Schule, Bus und Dorfladen.

> Das verzögert den Ausbau.

Unsere Erfahrung ist die umgekehrte: Wo das Dorf beteiligt war, gab es keine Klage.`

const promise = `
## Was wir selbst tun

Wir beraten Gemeinden, die anfangen wollen, und bringen sie mit denen zusammen, die es schon gemacht haben. Einmal im Jahr legen wir offen, was daraus geworden ist.`

/** D-01, version by version. */
export const villageEnergy = [
  written(`${opening}\n${firstDemand}`),
  written(`${opening}\n${demands}\n${why}`),
  written(`${opening}\n${demands}\n${why}\n${doubts}`),
  written(`${opening}\n${why}\n${demands}\n${doubts}\n${promise}`),
] as const

/** A draft that nobody has decided anything about yet. */
export const localHeat = [
  ...written(`
In drei Dörfern der Nachbarschaft heizen Schule, Kirche und vierzig Häuser aus einem gemeinsamen Netz. Wir haben gefragt, wie sie angefangen haben.

## Was alle drei gemeinsam haben

- Am Anfang stand eine Liste von Häusern, deren Heizung ohnehin alt war.
- Die Gemeinde hat die Wege geöffnet, als ohnehin Glasfaser verlegt wurde.
- Eine Genossenschaft hat den Betrieb übernommen.

## Was schiefging

In einem Dorf war das Netz zu groß geplant. Es wurde erst bezahlbar, als ein Betrieb seine Abwärme anbot.

## Was dabei herauskam

Alle drei heizen heute mit weniger Gas als vorher.`),
  heatChart,
  withNote(
    'Am meisten gespart hat das Dorf mit der Abwärme.',
    'Alle Zahlen haben uns die Betreiber genannt. Vergleichbar sind sie nur ungefähr: Ein Netz läuft erst seit einem Winter.',
  ),
  ...written('## Was wir noch herausfinden'),
  checklist(
    ['Liste der Häuser mit alter Heizung anfangen', true],
    ['Beim Betreiber nach dem Preis für den ersten Winter fragen', false],
    ['Mit der Gemeinde über die Gräben reden', false],
  ),
]
