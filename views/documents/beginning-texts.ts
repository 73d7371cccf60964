import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    newTitle: 'Neuen Text anfangen',
    newLead: 'Zwei Angaben genügen: was es wird und womit ihr anfangt.',
    kindMeans: {
      position: 'Was wir wollen, auf Dauer.',
      statement: 'Unsere Antwort an jemanden draußen, mit Frist.',
      event_concept: 'Der Plan für ein Treffen mit anderen.',
      minutes: 'Was besprochen und beschlossen wurde.',
      invitation: 'Wer wann wohin kommen soll, und warum.',
      comparison: 'Was sie sagen und was wir wollen, Zeile für Zeile.',
    },
    whichKind: 'Was wird es?',
    kindHint: 'Die Art bleibt. Alles andere könnt ihr später ändern.',
    title: 'Titel',
    titleHint: 'Bei einer Datei darf das Feld leer bleiben, dann nehmen wir die Überschrift daraus.',
    whichStart: 'Womit fangt ihr an?',
    starts: {
      template: 'Mit einer Vorlage',
      blank: 'Mit einem leeren Blatt',
      file: 'Mit einer Datei',
      pasted: 'Mit einem Text, den ich einfüge',
    },
    startMeans: {
      template: 'Überschriften und Fragen, die ihr durch euren Text ersetzt.',
      blank: 'Nur der Titel steht schon da.',
      file: 'Überschriften, Listen, Tabellen, Links, Bilder, Fußnoten und Kommentare kommen mit.',
      pasted: 'Aus einer Mail oder in Markdown.',
    },
    file: 'Datei',
    fileHint: 'Word (.docx), LibreOffice (.odt), Markdown (.md) oder HTML, bis 20 MB.',
    pasted: 'Text',
    create: 'Text anlegen',
    creating: 'Wird angelegt …',
    cancel: 'Doch nicht',
    problems: (p: { megabytes: number }) => ({
      kind: { missing: 'Bitte wähle, was es wird.' },
      start: { missing: 'Bitte wähle, womit ihr anfangt.' },
      file: { missing: 'Bitte wähle eine Datei aus.' },
      pasted: {
        missing: 'Bitte füge den Text hier ein.',
        too_long: 'Das sind mehr als 200.000 Zeichen. Lade den Text als Datei hoch.',
      },
      too_large: `Diese Datei ist zu groß (${p.megabytes}\u00A0MB). Bis 20\u00A0MB geht es.`,
      too_large_inside:
        'In dieser Datei steckt mehr, als wir auspacken können. Speichere den Text ohne Bilder und Anlagen.',
      broken:
        'Diese Datei lässt sich nicht lesen. Öffne sie in deinem Programm, speichere sie neu und versuch es noch einmal.',
      locked: 'Diese Datei ist mit einem Passwort geschützt. Speichere sie ohne Passwort.',
      old_word:
        'Das ist ein altes Word-Format (.doc) oder eine Datei mit Passwort. Speichere sie als .docx ohne Passwort.',
      pdf: 'Aus einem PDF lässt sich kein Text zum Weiterschreiben machen. Nimm die Word-, LibreOffice- oder Markdown-Datei, aus der es entstand.',
      not_understood:
        'Diese Art von Datei kennen wir nicht. Word (.docx), LibreOffice (.odt), Markdown (.md) und HTML gehen.',
      nothing_in_it: 'Darin steht kein Text.',
      took_too_long: 'Das Lesen dieser Datei hat zu lange gedauert. Teile sie auf, oder füge den Text unten ein.',
      not_here:
        'Dieser Server liest nur Textdateien wie Markdown (.md), bis 1\u00A0MB. Füge den Text aus deinem Programm unten ein. Wer den Server betreibt, kann das ändern.',
    }),
  },
  en: {
    newTitle: 'Start a new text',
    newLead: 'Two things are enough: what it will be, and what you start from.',
    kindMeans: {
      position: 'What we want, for good.',
      statement: 'Our answer to somebody outside, with a due date.',
      event_concept: 'The plan for meeting others.',
      minutes: 'What was talked about and decided.',
      invitation: 'Who should come where and when, and why.',
      comparison: 'What they say and what we want, row by row.',
    },
    whichKind: 'What will it be?',
    kindHint: 'The kind stays. You can change everything else later.',
    title: 'Title',
    titleHint: 'With a file you may leave this empty; then we take the heading from it.',
    whichStart: 'What do you start from?',
    starts: {
      template: 'A template',
      blank: 'A blank page',
      file: 'A file',
      pasted: 'A text that I paste',
    },
    startMeans: {
      template: 'Headings and questions that you replace with your text.',
      blank: 'Only the title is there.',
      file: 'Headings, lists, tables, links, pictures, footnotes and comments come along.',
      pasted: 'From a mail, or in Markdown.',
    },
    file: 'File',
    fileHint: 'Word (.docx), LibreOffice (.odt), Markdown (.md) or HTML, up to 20 MB.',
    pasted: 'Text',
    create: 'Create the text',
    creating: 'Creating …',
    cancel: 'Never mind',
    problems: (p) => ({
      kind: { missing: 'Please choose what it will be.' },
      start: { missing: 'Please choose what you start from.' },
      file: { missing: 'Please choose a file.' },
      pasted: {
        missing: 'Please paste the text here.',
        too_long: 'This is more than 200,000 characters. Upload the text as a file.',
      },
      too_large: `This file is too large (${p.megabytes}\u00A0MB). Up to 20\u00A0MB will do.`,
      too_large_inside:
        'There is more in this file than we can unpack. Save the text without pictures and attachments.',
      broken: 'This file cannot be read. Open it in your program, save it again and try once more.',
      locked: 'This file is protected by a password. Save it without one.',
      old_word: 'This is an old Word format (.doc) or a file with a password. Save it as .docx without a password.',
      pdf: 'A PDF cannot be turned into a text to go on writing. Take the Word, LibreOffice or Markdown file that it was made from.',
      not_understood: 'We do not know this kind of file. Word (.docx), LibreOffice (.odt), Markdown (.md) and HTML will do.',
      nothing_in_it: 'There is no text in it.',
      took_too_long: 'Reading this file took too long. Split it, or paste the text below.',
      not_here:
        'This server reads only text files such as Markdown (.md), up to 1\u00A0MB. Paste the text from your program below. Whoever runs the server can change that.',
    }),
  },
})
