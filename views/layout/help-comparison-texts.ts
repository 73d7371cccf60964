import { bilingual } from '../kit/texts.ts'

/** How a programme is answered row by row, and how texts quote each other. */
export const texts = bilingual({
  de: {
    title: 'Gegenüberstellen und zitieren',
    list: [
      {
        term: 'Gegenüberstellung',
        words:
          'Zeile für Zeile: was das Programm sagt und was ihr wollt. Beim Schreiben führt Tab von Zelle zu Zelle, dann durch Bewertung, Stand und Zuständigkeit. Alt und Pfeil verschiebt eine Zeile, Alt und Eingabe legt eine neue an.',
      },
      {
        term: 'Zeilen',
        words:
          'lassen sich filtern, sortieren, im Querformat drucken und als Tabelle oder fertige Webseite ausgeben. Oben steht, wie viele vereinbart sind.',
      },
      {
        term: 'Neue Ausgabe',
        words:
          'Erscheint das Programm neu, lädst du die Ausgabe neben die alte und siehst vorher, was sie ändert. Gleiche Aussagen bleiben vereinbart, geänderte sind wieder offen und zeigen den Unterschied, entfallene bleiben mit diesem Hinweis stehen, neue werden Zeilen. Was unklar ist, entscheidest du.',
      },
      {
        term: 'Beschluss zitieren',
        words: 'kann jede Zeile. Ersetzt ein späterer Beschluss ihn, wird das an der Zeile gesagt.',
      },
      {
        term: 'Absatz zitieren',
        words:
          'kannst du aus jedem Text, den du liest, auch aus einer Fassung: Wähl „Absatz zitieren“ oder zeig auf den Absatz, dann den Text und die Stelle. Beim Schreiben geht es mit Schrägstrich und „Zitat aus einem Text“. Ändert sich die Quelle, entscheidet ihr: übernehmen oder so lassen. Wer die Quelle nicht lesen darf, erfährt nichts über sie.',
      },
      {
        term: 'Leitideen',
        words: 'pflegt die Koordination auf einer Seite des Kreises.',
      },
    ],
  },
  en: {
    title: 'Comparing and quoting',
    list: [
      {
        term: 'Comparison',
        words:
          'Row by row: what the programme says and what you want. While writing, Tab leads from cell to cell, then through assessment, state and responsibility. Alt and an arrow moves a row, Alt and Enter adds one.',
      },
      {
        term: 'Rows',
        words:
          'can be filtered, sorted, printed in landscape, and taken along as a table or as a finished web page. On top it says how many are agreed.',
      },
      {
        term: 'New edition',
        words:
          'When the programme appears anew, you load that edition beside the old one and see first what it changes. Equal statements stay agreed, changed ones are open again and show the difference, dropped ones stay with that note, new ones become rows. You decide what is unclear.',
      },
      {
        term: 'Quoting a decision',
        words: 'is possible in every row. When a later decision takes its place, the row says so.',
      },
      {
        term: 'Quoting a paragraph',
        words:
          'works from every text that you can read, from a version too: choose “Quote a paragraph” or point at the paragraph, then the text and the place. While writing, type a slash and choose “Quotation from a text”. When the source changes, you decide: take it over or leave it. Whoever may not read the source learns nothing about it.',
      },
      {
        term: 'Guiding ideas',
        words: 'are kept by the coordinators on a page of the circle.',
      },
    ],
  },
})
