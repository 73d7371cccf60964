import type { ExportWords } from '#src/documents/export/gathering.ts'
import { day } from '../kit/dates.ts'
import { bilingual } from '../kit/texts.ts'
import { texts as comparisonTexts } from './comparison-texts.ts'
import { texts as documentTexts } from './texts.ts'

export const texts = bilingual({
  de: {
    action: 'Ausgeben',
    title: (p: { title: string }) => `„${p.title}“ ausgeben`,
    lead: 'Als Datei für Menschen außerhalb, für das Archiv oder zum Weiterschreiben in einem anderen Programm.',
    what: 'Was soll hinaus?',
    draft: 'Der Entwurf, wie er jetzt ist',
    version: (p: { number: number | string; when: string }) => `Fassung\u00A0${p.number}, festgehalten am ${p.when}`,
    adopted: 'Die beschlossene Fassung',
    inForce: (p: { citation: string; number: string }) =>
      `Das ist Fassung\u00A0${p.number}, Beschluss\u00A0${p.citation}.`,
    format: 'Als was?',
    formats: {
      pdf: 'PDF',
      docx: 'Word (.docx)',
      odt: 'LibreOffice (.odt)',
      html: 'Webseite (.html)',
      md: 'Markdown (.md)',
    },
    formatMeans: {
      pdf: 'Zum Verschicken, Einreichen und Drucken. Barrierearm, mit Seitenzahlen und Fußnoten.',
      docx: 'Zum Weiterschreiben in Word. Kommentare und Vorschläge kommen als Kommentare und Änderungen an.',
      odt: 'Zum Weiterschreiben in LibreOffice, mit Kommentaren und Vorschlägen.',
      html: 'Eine einzige Datei, auch für die eigene Webseite.',
      md: 'Reiner Text mit Zeichen für Überschriften und Listen. Bilder liegen daneben, dann ist es ein Archiv (.zip).',
    },
    withWhat: 'Was kommt dazu?',
    letterhead: 'Briefkopf mit Absender und Gruppe',
    lines: 'Zeilen zählen, jede fünfte (PDF, Word, LibreOffice)',
    remarks: 'Offene Kommentare des Entwurfs (Word, LibreOffice)',
    suggestions: 'Offene Vorschläge des Entwurfs',
    flawed: 'Das PDF ist gesetzt, aber nicht ganz, wie es sein soll.',
    lost: (p: { signs: string; more: boolean }) =>
      `Für diese Zeichen haben unsere Schriften kein Bild, im PDF steht dort ein leeres Kästchen: ${p.signs}${p.more ? ' und weitere' : ''}.`,
    broken: (p: { count: number }) =>
      p.count === 1
        ? 'Ein Bild ist beschädigt; statt seiner steht da, was es zeigt.'
        : `${p.count}\u00A0Bilder sind beschädigt; statt ihrer steht da, was sie zeigen.`,
    notUniversal: 'Nicht alle Regeln der Barrierefreiheit (PDF/UA) sind eingehalten.',
    flawedThen: 'Nimm ein anderes Format, ändere den Text, oder hol die Datei trotzdem.',
    anyway: 'Ich habe es gelesen und nehme die Datei so',
    make: 'Datei holen',
    byBrowser: 'Ein PDF macht hier dein Browser.',
    byBrowserThen:
      'Dieser Server kann selbst keines setzen. Öffne den Text und wähle im Browser „Drucken“ und dann „Als PDF speichern“. Wer den Server betreibt, kann das ändern.',
    print: 'Drucken geht auch ohne Datei: Öffne den Text und wähle im Browser „Drucken“.',
    back: 'Zum Text',
    problems: {
      took_too_long: 'Das hat zu lange gedauert. Versuch es noch einmal, oder nimm ein anderes Format.',
      too_large:
        'Der Text ist mit seinen Bildern größer, als dieses Format hier verträgt. Nimm ein anderes, oder lass Bilder weg.',
      failed:
        'Hier ist etwas schiefgegangen, und es liegt nicht an dir. Im Protokoll des Servers steht, wo. Nimm bis dahin ein anderes Format.',
      not_here: 'Dieses Format kann der Server hier nicht. Nimm ein anderes, oder drucke aus dem Browser.',
      too_often: 'Das waren viele Dateien kurz nacheinander. In zehn Minuten geht es weiter.',
    },
  },
  en: {
    action: 'Export',
    title: (p) => `Export “${p.title}”`,
    lead: 'As a file for people outside, for the archive, or to go on writing in another program.',
    what: 'What should leave?',
    draft: 'The draft as it is now',
    version: (p) => `Version\u00A0${p.number}, frozen on ${p.when}`,
    adopted: 'The adopted version',
    inForce: (p) => `This is version\u00A0${p.number}, decision\u00A0${p.citation}.`,
    format: 'As what?',
    formats: {
      pdf: 'PDF',
      docx: 'Word (.docx)',
      odt: 'LibreOffice (.odt)',
      html: 'Web page (.html)',
      md: 'Markdown (.md)',
    },
    formatMeans: {
      pdf: 'To send, hand in and print. Accessible, with page numbers and footnotes.',
      docx: 'To go on writing in Word. Comments and suggestions arrive as comments and changes.',
      odt: 'To go on writing in LibreOffice, with comments and suggestions.',
      html: 'One single file, also for your own website.',
      md: 'Plain text with signs for headings and lists. Pictures lie beside it; then it is an archive (.zip).',
    },
    withWhat: 'What comes with it?',
    letterhead: 'Letterhead with sender and group',
    lines: 'Count lines, every fifth (PDF, Word, LibreOffice)',
    remarks: 'Open comments on the draft (Word, LibreOffice)',
    suggestions: 'Open suggestions in the draft',
    flawed: 'The PDF is set, but not quite as it should be.',
    lost: (p) =>
      `Our typefaces have no picture for these signs; the PDF shows an empty box there: ${p.signs}${p.more ? ' and more' : ''}.`,
    broken: (p) =>
      p.count === 1
        ? 'One picture is broken; in its place it says what it shows.'
        : `${p.count}\u00A0pictures are broken; in their place it says what they show.`,
    notUniversal: 'Not all rules of accessibility (PDF/UA) are kept.',
    flawedThen: 'Take another format, change the text, or get the file all the same.',
    anyway: 'I have read this and take the file as it is',
    make: 'Get the file',
    byBrowser: 'Your browser makes the PDF here.',
    byBrowserThen:
      'This server cannot make one by itself. Open the text and choose “Print” in the browser, then “Save as PDF”. Whoever runs the server can change that.',
    print: 'You can print without a file, too: open the text and choose “Print” in the browser.',
    back: 'To the text',
    problems: {
      took_too_long: 'This took too long. Try once more, or take another format.',
      too_large:
        'With its pictures the text is larger than this format can bear here. Take another, or leave out pictures.',
      failed:
        'Something went wrong here, and it is not your fault. The log of the server says where. Take another format for now.',
      not_here: 'The server cannot make this format here. Take another one, or print from the browser.',
      too_often: 'These were many files one after the other. In ten minutes you can go on.',
    },
  },
})

/** A file of last year still says of which year it is. */
const withYear = { lang: 'de', now: new Date(0) } as const

/** Texts are German, and so is everything that a file says of its own. */
export const fileWords: ExportWords = {
  table: comparisonTexts.de,
  kinds: documentTexts.de.kinds,
  draftOf: ({ when }) => `Entwurf, Stand ${day(withYear, when)}`,
  versionOf: ({ number, when }) => `Fassung\u00A0${number} vom ${day(withYear, when)}`,
  decisionOf: ({ citation, when }) => `Beschluss ${citation} vom ${day(withYear, when)}`,
  otherwise:
    'Schlägt vor, hier etwas an der Form zu ändern, etwa eine Überschrift, eine Liste oder eine Tabelle. Genauer steht es bei den Vorschlägen im Kreislauf.',
  contents: 'Inhalt',
  footnotes: 'Fußnoten',
  backToText: 'Zurück zum Text',
  page: 'Seite',
  pageOf: 'von',
  checksum: 'Prüfsumme der Fassung (SHA-256):',
  done: 'erledigt',
  open: 'offen',
  picture: 'Bild',
  suggestedBy: 'vorgeschlagen von',
  deletedBy: 'zu streichen vorgeschlagen von',
}
