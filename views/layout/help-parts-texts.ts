import { bilingual } from '../kit/texts.ts'

/** What a text may hold besides its lines. */
export const texts = bilingual({
  de: {
    title: 'Bilder, Fußnoten, Tabellen',
    list: [
      {
        term: 'Bilder',
        words:
          'wählst du mit „Bild“ aus, ziehst sie in den Text oder fügst sie ein. Sie werden auf höchstens 2000\u00A0Bildpunkte verkleinert, und was die Kamera über Ort und Zeit mitschreibt, geht nicht mit. Zu jedem gehört eine Beschreibung für alle, die es nicht sehen. Ohne Netz gehen keine Bilder.',
      },
      {
        term: 'Fußnoten',
        words:
          'setzt du mit „Fußnote“ oder Strg+Alt+F und schreibst gleich los. Mit Enter bist du wieder im Text. Mit den Pfeiltasten auf die Zahl und Enter gehst du noch einmal hinein. Gezählt wird von selbst.',
      },
      {
        term: 'Checkliste',
        words: 'hakst du mit der Maus ab oder mit Strg+Enter. Sie ist Teil des Textes und keine Aufgabe der Gruppe.',
      },
      {
        term: 'Tabellen',
        words:
          'Tab springt in die nächste Zelle, aus der letzten in eine neue Zeile. Zum Verbinden markierst du mehrere Zellen: mit der Maus oder mit Umschalt und den Pfeiltasten.',
      },
      {
        term: 'Aus anderen Programmen',
        words:
          'Aus Word, LibreOffice, Google Docs und von Webseiten bleiben Überschriften, Listen, Tabellen, Links, fett und kursiv, aus Word und LibreOffice auch Fußnoten. Schriften und Farben bleiben dort.',
      },
    ],
  },
  en: {
    title: 'Pictures, footnotes, tables',
    list: [
      {
        term: 'Pictures',
        words:
          'are chosen with “Picture”, dragged into the text or pasted. They are made smaller, to 2000\u00A0pixels at most, and what the camera writes along about place and time does not travel. Each has a description for everybody who does not see it. Pictures need a connection.',
      },
      {
        term: 'Footnotes',
        words:
          'are set with “Footnote” or Ctrl+Alt+F, and you write on at once. Enter leads back into the text. Move onto the number with the arrow keys and press Enter to go in again. They are counted by themselves.',
      },
      {
        term: 'Checklists',
        words: 'are ticked off with the mouse or with Ctrl+Enter. They are part of the text, not tasks of the group.',
      },
      {
        term: 'Tables',
        words:
          'Tab leads to the next cell, and from the last one into a new row. To merge cells, select several: with the mouse, or with Shift and the arrow keys.',
      },
      {
        term: 'From other programs',
        words:
          'From Word, LibreOffice, Google Docs and web pages, headings, lists, tables, links, bold and italic stay, from Word and LibreOffice footnotes too. Fonts and colours stay there.',
      },
    ],
  },
})
