import type { Content } from '../markup.ts'
import type { DocumentKind } from '../schema.ts'
import { comparison, h, list, named, p, paper, steps, table } from './building.ts'

/** Each says in its own place what belongs there; whoever writes replaces it. */
export const german: Record<DocumentKind, Content> = {
  position: paper(
    p('Zwei, drei Sätze: Worum geht es, und was wollen wir? Wer nur diesen Absatz liest, soll uns verstehen.'),
    h('Worum es geht'),
    p('Was ist bei uns der Fall? Ein Beispiel aus der Region sagt mehr als eine Zahl.'),
    h('Was wir fordern'),
    steps('Wer soll was bis wann tun?', 'Die zweite Forderung.', 'Die dritte Forderung.'),
    h('Warum'),
    p('Was spricht dafür? Was sagen andere dagegen, und was antworten wir?'),
    h('Womit wir anfangen'),
    p('Was tun wir selbst? Wer ist dabei?'),
  ),
  statement: paper(
    named('An: ', 'Name der Stelle, die gefragt hat'),
    named('Zu: ', 'Titel, Fassung und Datum des Papiers, auf das wir antworten'),
    named('Frist: ', 'Tag, an dem die Antwort dort sein muss'),
    h('Unsere Antwort in drei Sätzen'),
    p('Was begrüßen wir, was fehlt, was muss anders werden?'),
    h('Im Einzelnen'),
    table(
      ['Stelle im Papier', 'Was dort steht', 'Unsere Sicht', 'Unser Vorschlag'],
      ['', '', '', ''],
      ['', '', '', ''],
    ),
    h('Was wir anbieten'),
    p('Wobei können wir mitarbeiten? Wen kann man fragen?'),
  ),
  event_concept: paper(
    p('Ein Satz: Wer kommt zusammen, und was ist danach anders?'),
    h('Ziel'),
    list('Was sollen die Gäste mitnehmen?', 'Was wollen wir von ihnen erfahren?'),
    h('Wann und wo'),
    named('Tag und Uhrzeit: ', '…'),
    named('Ort: ', '… Kommt man mit Bus, Rollstuhl und Kinderwagen hin?'),
    h('Wen wir einladen'),
    p('Wer fehlt sonst immer? Wie erreichen wir diese Menschen?'),
    h('Ablauf'),
    table(['Zeit', 'Was geschieht', 'Wer'], ['18:30', 'Ankommen', ''], ['19:00', 'Begrüßung', ''], ['', '', '']),
    h('Was es kostet'),
    table(['Posten', 'Betrag', 'Wer zahlt'], ['Raum', '', ''], ['Essen und Trinken', '', '']),
    h('Was zu tun ist'),
    list('Raum zusagen lassen', 'Einladung schreiben', 'Kinderbetreuung klären'),
  ),
  minutes: paper(
    named('Sitzung: ', 'Tag, Uhrzeit, Ort'),
    named('Dabei: ', 'Namen'),
    named('Entschuldigt: ', 'Namen'),
    named('Moderation und Protokoll: ', 'Namen'),
    h('TOP 1'),
    p('Worum ging es? Was wurde gesagt, das später noch wichtig ist?'),
    named('Beschluss: ', 'der genaue Wortlaut und das Ergebnis'),
    h('TOP 2'),
    p('…'),
    h('Aufgaben'),
    table(['Was', 'Wer', 'Bis wann'], ['', '', ''], ['', '', '']),
    h('Nächstes Treffen'),
    p('Tag, Uhrzeit, Ort, und was schon auf der Tagesordnung steht.'),
  ),
  invitation: paper(
    named('Wann: ', 'Tag, Beginn, Ende'),
    named('Wo: ', 'Ort, und wie man hinkommt: Bus, Rad, Auto, ohne Stufen?'),
    p('Ein Satz: Worum geht es, und warum lohnt es sich zu kommen?'),
    h('Was euch erwartet'),
    table(['Zeit', 'Was geschieht'], ['', ''], ['', '']),
    h('Gut zu wissen'),
    list('Essen, Kinderbetreuung, Übersetzung', 'Wer nicht kommen kann, schreibt an …'),
  ),
  comparison: paper(
    p(
      'Worum geht es im Programm, und was ist uns wichtig? Darunter steht Zeile für Zeile, was sie sagen und was wir wollen.',
    ),
    comparison(2),
  ),
}
