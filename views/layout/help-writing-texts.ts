import { bilingual } from '../kit/texts.ts'

/** What one may rely on while writing together. */
export const texts = bilingual({
  de: {
    title: 'Zusammen schreiben',
    list: [
      {
        term: 'Einfügen',
        words:
          'kannst du mit dem Plus oder, in einer leeren Zeile, mit einem Schrägstrich: Tipp danach ein paar Buchstaben von dem, was du suchst, zum Beispiel „tab“ für eine Tabelle. Am Handy stehen unten die wichtigsten Werkzeuge, die anderen hinter „Mehr“.',
      },
      {
        term: 'Gliederung und Suchen',
        words:
          'Überschriften und Zwischentitel ergeben die Gliederung; ein Druck darauf springt zur Stelle. „Suchen“ findet auch in Tabellen und Fußnoten und ersetzt, was du möchtest. „Alle ersetzen“ nimmst du mit einem „Zurück“ wieder weg. Wer vorschlägt, macht daraus je Stelle einen Vorschlag.',
      },
      {
        term: 'Anführungszeichen und Striche',
        words:
          'werden beim Tippen zu „…“, ‚…‘, – und …. Die Rücktaste gleich danach stellt her, was du getippt hast. In Adressen ändert sich nichts. Unter „Tasten“ wählst du andere Zeichen oder keine.',
      },
      {
        term: 'Ohne Maus',
        words:
          'geht alles. F1 zeigt die Tasten. Alt + F10 führt zu den Werkzeugen, Esc zurück in den Text, Esc und dann Tab aus ihm hinaus. Bildschirmleser hören höchstens alle zehn Sekunden, wer kommt, geht oder in deinem Absatz schreibt; das lässt sich dort abschalten.',
      },
      {
        term: '„Gespeichert“',
        words:
          'heißt: Deine Worte liegen in der Datenbank auf dem Server. Erst dann steht es da, und erst dann sehen andere sie.',
      },
      {
        term: 'Ohne Netz',
        words:
          'schreibst du auf der offenen Seite weiter. Oben steht, wie viele Wörter noch nicht gesendet sind. Sie liegen auf deinem Gerät, auch wenn du das Fenster schließt. Öffnest du den Text später mit Netz, werden sie gesendet. Steht dort „nur in diesem Fenster“, bewahrt dein Browser nichts auf: Lass es dann offen. Neu aufrufen kannst du eine Seite nur mit Netz.',
      },
      {
        term: 'Wieder verbunden',
        words:
          'sagt ein kurzer Bericht, was von dir angekommen ist und wer inzwischen geschrieben hat. Sätze, die zwei zugleich geändert haben, stehen über dem Text. Ihr entscheidet, wie sie lauten.',
      },
      {
        term: 'Zwei Fenster',
        words:
          'Denselben Text kannst du in mehreren Fenstern und auf mehreren Geräten offen haben. Sie gleichen sich ab wie bei zwei Menschen.',
      },
      {
        term: 'Als Datei sichern',
        words:
          'kannst du, was noch nicht gesendet ist. Das geht auch, wenn du in diesem Text nicht mehr schreiben darfst.',
      },
      {
        term: 'Anmeldung abgelaufen',
        words:
          'Ist noch etwas nicht gesendet, bleibt der Text auf dem Gerät, auch wenn du die Anmeldung von einem anderen Gerät aus beendet hast. Melde dich wieder an und öffne ihn, dann wird alles gesendet.',
      },
      {
        term: 'Abmelden',
        words:
          'löscht deine Texte von diesem Gerät. Ist noch etwas nicht gesendet, fragt die Seite vorher. An einem fremden Rechner kannst du unter „Mein Konto“ abschalten, dass er Texte aufbewahrt.',
      },
      {
        term: 'Deine Schreibmarke',
        words:
          'sehen alle, die den Text auch gerade zum Schreiben offen haben, mit deinem Namen. Sie wird nicht aufgezeichnet und ist weg, sobald du gehst.',
      },
      {
        term: 'Wer hat was geschrieben',
        words:
          'zeigt die Leseansicht auf Wunsch, mit Wörtern und Tagen. Wer das war, hält der Server fest: Unter fremdem Namen kann niemand schreiben. Wer einen Absatz teilt, verbindet, verschiebt oder umformt, steht danach an seinen Worten.',
      },
      {
        term: 'Mitlesen',
        words: 'geht auch, ohne zu schreiben: In der Leseansicht erscheint Neues nach einigen Sekunden.',
      },
      {
        term: 'Nach einem Update',
        words:
          'kann eine Seite, die noch offen ist, zu alt sein. Dann liest sie nur noch, damit sie nichts entfernt, was sie nicht kennt, und bittet dich, neu zu laden.',
      },
      {
        term: 'Ältere Handys',
        words: 'Schreiben geht mit Browsern ab Ende 2021 und mit JavaScript. Lesen geht auch ohne JavaScript.',
      },
    ],
  },
  en: {
    title: 'Writing together',
    list: [
      {
        term: 'Inserting',
        words:
          'works with the plus or, on an empty line, with a slash: then type a few letters of what you are looking for, such as “tab” for a table. On a phone the most important tools stand at the bottom, the others behind “More”.',
      },
      {
        term: 'Outline and finding',
        words:
          'Headings and subheadings make the outline; pressing one takes you there. “Find” also looks into tables and footnotes and replaces what you want. One “Undo” takes “Replace all” back. For those who suggest, each place becomes a suggestion.',
      },
      {
        term: 'Quotation marks and dashes',
        words:
          'become typographic while you type, the German ones unless you choose others under “Keys”. Backspace right afterwards gives back what you typed. Nothing changes in addresses.',
      },
      {
        term: 'Without a mouse',
        words:
          'everything works. F1 shows the keys. Alt + F10 leads to the tools, Esc back into the text, Esc and then Tab out of it. Screen readers hear at most every ten seconds who comes, leaves or writes in your paragraph; that can be switched off there.',
      },
      {
        term: '“Saved”',
        words:
          'means: your words are in the database on the server. Only then does it say so, and only then do others see them.',
      },
      {
        term: 'Without a connection',
        words:
          'you go on writing on the open page. On top it says how many words are not sent yet. They are on your device even if you close the window. When you open the text later with a connection, they are sent. If it says “only in this window”, your browser keeps nothing: leave it open then. Only with a connection can you open a page anew.',
      },
      {
        term: 'Connected again',
        words:
          'a short report says what of yours has arrived and who has written meanwhile. Sentences that two people changed at the same time stand above the text. You decide how they read.',
      },
      {
        term: 'Two windows',
        words:
          'You can have the same text open in several windows and on several devices. They are merged as with two people.',
      },
      {
        term: 'Save as a file',
        words: 'is there for what is not sent yet, even when you may no longer write in this text.',
      },
      {
        term: 'Sign-in expired',
        words:
          'If something is not sent yet, the text stays on the device, even if you have ended the sign-in from another device. Sign in again and open it, then everything is sent.',
      },
      {
        term: 'Signing out',
        words:
          'deletes your texts from this device. If something is not sent yet, the page asks before. On somebody else’s computer you can switch off under “My account” that it keeps texts.',
      },
      {
        term: 'Your caret',
        words:
          'is seen with your name by everybody who has the text open for writing, too. It is not recorded, and is gone as soon as you leave.',
      },
      {
        term: 'Who wrote what',
        words:
          'is shown in the reading view if you ask for it, with words and days. The server records who it was: nobody can write under another name. Whoever splits, joins, moves or reshapes a paragraph is named with its words from then on.',
      },
      {
        term: 'Reading along',
        words: 'works without writing, too: in the reading view new words appear after some seconds.',
      },
      {
        term: 'After an update',
        words:
          'a page that is still open can be too old. Then it only reads, so that it removes nothing it does not know, and asks you to reload it.',
      },
      {
        term: 'Older phones',
        words:
          'Writing works with browsers from the end of 2021 and with JavaScript. Reading works without JavaScript, too.',
      },
    ],
  },
})
