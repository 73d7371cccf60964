import { bilingual } from '../kit/texts.ts'

/** How texts come in from other programs, and how they leave. */
export const texts = bilingual({
  de: {
    title: 'Dateien holen und ausgeben',
    list: [
      {
        term: 'Aus einer Datei',
        words:
          'beginnt ein Text über „Neuen Text anfangen“: Word (.docx), LibreOffice (.odt), Markdown oder HTML, bis 20\u00A0MB. Bilder, Fußnoten, Tabellen und Kommentare kommen mit. Offene Änderungen aus Word werden vollzogen. Über dem neuen Text steht, was mitkam und was nicht.',
      },
      {
        term: 'Ausgeben',
        words:
          'kann jeden Text, wer ihn lesen darf: den Entwurf oder eine Fassung, als PDF, Word, LibreOffice, HTML oder Markdown. Auf Wunsch mit Briefkopf und gezählten Zeilen. Bei Word und LibreOffice kommen offene Kommentare und Vorschläge auf Wunsch als Kommentare und Änderungen an.',
      },
      {
        term: 'Drucken',
        words: 'geht auch ohne Datei, mit dem Befehl deines Browsers. Was nur zum Bedienen da ist, bleibt weg.',
      },
    ],
  },
  en: {
    title: 'Files in and out',
    list: [
      {
        term: 'From a file',
        words:
          'a text begins by “Start a new text”: Word (.docx), LibreOffice (.odt), Markdown or HTML, up to 20\u00A0MB. Pictures, footnotes, tables and comments come along. Open changes of Word are carried out. Above the new text it says what came along and what did not.',
      },
      {
        term: 'Export',
        words:
          'is open to whoever may read the text: the draft or a version, as PDF, Word, LibreOffice, HTML or Markdown, with a letterhead and counted lines if you like. In Word and LibreOffice open comments and suggestions arrive as comments and changes if you like.',
      },
      {
        term: 'Printing',
        words: 'works without a file, too, by your browser. What is only there to be clicked stays away.',
      },
    ],
  },
})
