import { written } from './written.ts'

export const soilAndWater = written(`
Fruchtbarer Boden entsteht nicht neu. Jede Fläche, die wir versiegeln, fehlt den Höfen für immer.

## Boden

Das Programm sieht 180 Hektar für neue Gewerbegebiete vor. Gut die Hälfte davon liegt auf Böden mit mehr als 70 Punkten. Wir schlagen vor, zuerst die Brachen der alten Werke zu nutzen und erst danach über neue Flächen zu sprechen.

## Wasser

- Wer Grundwasser entnimmt, legt die Menge jedes Jahr offen.
- Vor jeder Zusage an einen Betrieb wird geprüft, was in einem trockenen Sommer bleibt.
- Gräben und Teiche werden Teil der Planung, nicht ihr Rest.

## Höfe

Pachtverträge brauchen Laufzeiten, in denen sich Humus aufbauen lässt. Zwölf Jahre wären ein Anfang.`)

const evening = `
Ein Abend, drei Fragen, kein Podium: Wir sitzen im Kreis und schreiben mit.

## Die drei Fragen

1. Was soll hier in zehn Jahren leichter sein als heute?
2. Wovor hast du Sorge?
3. Was würdest du selbst anpacken?`

const course = `
## Ablauf

Ankommen ab 18:30 Uhr mit Suppe. Um 19 Uhr Begrüßung, dann drei Runden zu je 25 Minuten in wechselnden Kreisen. Um 21 Uhr liest jeder Tisch einen Satz vor.

## Danach

Innerhalb einer Woche steht alles, was mitgeschrieben wurde, auf der Seite der Allianz. Fünf Wochen später werten wir aus.`

/** D-04, version by version. */
export const dialogueEvening = [written(evening), written(`${evening}\n${course}`)] as const

/** The draft goes on after the decision, for the next evening. */
export const dialogueEveningAgain = written(
  `${evening}\n4. Wen vermisst du in diesem Kreis?\n${course.replace('ab 18:30 Uhr mit Suppe', 'ab 18 Uhr mit Suppe und Saft')}`,
)

const time = `
Ein Bürgerrat braucht drei Dinge: Zeit, Geld und eine Antwort.

## Zeit

Vier Wochenenden in einem halben Jahr. Wer Kinder oder Eltern betreut, bekommt Unterstützung.`

const money = `
## Geld

Die Teilnahme wird entschädigt, Fahrten werden bezahlt, die Begleitung macht ein Büro von außen.`

const answer = `
## Eine Antwort

Das Zukunftsbüro antwortet auf jede Empfehlung öffentlich und mit Gründen, spätestens nach drei Monaten.`

/** D-05 as it was sent to the circle. */
export const citizensCouncil = written(`${time}\n${money}\n${answer}`)

/** The draft after the circle's questions, not finished. */
export const citizensCouncilAgain = written(`
${time}
${money}

Zusammen sind das nach unserer Schätzung 85 000 Euro. Wir fragen das Land und die drei Gemeinden, wer welchen Teil trägt.
${answer}`)

export const nightBus = written(`
Wer um 22 Uhr Feierabend hat, braucht um 22:15 Uhr einen Bus.

## Was heute fährt

Zwischen Larnau und Altenlarn fährt der letzte Bus um 19:40 Uhr. Samstags ist um 16 Uhr Schluss, sonntags fährt keiner.

## Was wir vorschlagen

Ein Bus alle 30 Minuten von 5 bis 23 Uhr auf den drei Hauptachsen. Dazu ein Rufbus, der sich ohne App bestellen lässt.`)

export const goodWork = written(`
Fördergeld gibt es nur, wo nach Tarif bezahlt wird.

## Warum

Der Wandel wird nur getragen, wenn er die Menschen trägt. Ein Arbeitsplatz, von dem man nicht leben kann, ersetzt keinen.

## Was wir fordern

- Tarifbindung ist Bedingung jeder Förderung über 100 000 Euro.
- Wer fördert, fragt nach Ausbildung, Mitbestimmung und Wegezeiten.
- Betriebe unter zehn Beschäftigten bekommen eine Beratung, bevor sie eine Absage bekommen.`)

export const barn = written(`
Die Scheune steht. Es fehlen Strom, Stühle und ein Plan.

## Was wir haben

Ein dichtes Dach, 140 Quadratmeter Boden, eine Familie, die den Schlüssel gibt.

## Was wir brauchen

- einen Anschluss, der auch eine Bühne versorgt
- sechzig Stühle, gern verschiedene
- jemanden, der sich mit Brandschutz auskennt`)

export const openData = written(`
Wofür fließt das Geld? Diese Frage soll jede Person in drei Klicks beantworten können.

## Was offen sein soll

Zu jedem geförderten Vorhaben: wer es bekommt, wie viel, wofür, und was daraus geworden ist. In einer Tabelle, die man herunterladen darf.

## Was geschützt bleibt

Namen von Menschen, die sich beteiligen. Offene Daten sind kein Grund, Leute vorzuführen.

## Was das kostet

Fast nichts, wenn es von Anfang an mitgedacht wird.`)
