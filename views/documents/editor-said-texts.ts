import { bilingual } from '../kit/texts.ts'

/** What the editor says is put together in the browser: `{n}`, `{who}` and the like are filled in there. */
export const saidTexts = bilingual({
  de: {
    opening: 'Wird geöffnet …',
    saved: 'Gespeichert',
    sending: 'Speichert …',
    failed: [
      'Nicht gespeichert. Wir versuchen es weiter.',
      '1 Wort noch nicht gesendet. Wir versuchen es weiter.',
      '{n} Wörter noch nicht gesendet. Wir versuchen es weiter.',
    ],
    refusedKept: [
      'Der Server kann deine letzte Änderung nicht annehmen. Sie liegt auf diesem Gerät. Sichere sie als Datei.',
      'Der Server kann etwas davon nicht annehmen. 1 Wort ist nicht gesendet und liegt auf diesem Gerät. Sichere es als Datei.',
      'Der Server kann etwas davon nicht annehmen. {n} Wörter sind nicht gesendet und liegen auf diesem Gerät. Sichere sie als Datei.',
    ],
    refusedHere: [
      'Der Server kann deine letzte Änderung nicht annehmen. Sie ist nur in diesem Fenster. Sichere sie als Datei.',
      'Der Server kann etwas davon nicht annehmen. 1 Wort ist nur in diesem Fenster. Sichere es als Datei.',
      'Der Server kann etwas davon nicht annehmen. {n} Wörter sind nur in diesem Fenster. Sichere sie als Datei.',
    ],
    unopened: 'Ohne Netz. Der Text erscheint, sobald die Verbindung steht.',
    offline: 'Ohne Netz. Was du bisher geschrieben hast, ist gespeichert.',
    offlineKept: [
      'Ohne Netz. Deine letzte Änderung ist noch nicht gesendet. Sie liegt auf diesem Gerät.',
      'Ohne Netz. 1 Wort noch nicht gesendet. Es liegt auf diesem Gerät.',
      'Ohne Netz. {n} Wörter noch nicht gesendet. Sie liegen auf diesem Gerät.',
    ],
    offlineHere: [
      'Ohne Netz. Deine letzte Änderung ist nur in diesem Fenster. Lass es offen.',
      'Ohne Netz. 1 Wort ist nur in diesem Fenster. Lass es offen.',
      'Ohne Netz. {n} Wörter sind nur in diesem Fenster. Lass es offen.',
    ],
    expired: 'Du bist nicht mehr angemeldet.',
    signedOut: 'Diese Anmeldung wurde beendet.',
    removed: 'Du hast keinen Zugang mehr zu diesem Text.',
    closed: 'Hier kannst du nur noch lesen. Wer schreiben darf, steht bei der Gruppe.',
    outdated: 'Diese Seite ist älter als das Programm: neu laden.',
    endedKept: [
      'Deine letzte Änderung ist noch nicht gesendet. Sie liegt auf diesem Gerät.',
      '1 Wort ist noch nicht gesendet. Es liegt auf diesem Gerät.',
      '{n} Wörter sind noch nicht gesendet. Sie liegen auf diesem Gerät.',
    ],
    endedHere: [
      'Deine letzte Änderung ist noch nicht gesendet. Sie steht nur in diesem Fenster.',
      '1 Wort ist noch nicht gesendet. Es steht nur in diesem Fenster.',
      '{n} Wörter sind noch nicht gesendet. Sie stehen nur in diesem Fenster.',
    ],
    alone: 'Nur du bist hier',
    writes: '{who} schreibt',
    reads: '{who} liest',
    news: {
      here: '{who} ist auch hier.',
      came: '{who} ist dazugekommen.',
      left: '{who} ist gegangen.',
      beside: '{who} schreibt in deinem Absatz.',
    },
    count: {
      all: ['Noch kein Wort', '1\u00A0Wort', '{n}\u00A0Wörter'],
      selected: ['1\u00A0Wort ausgewählt', '{n}\u00A0Wörter ausgewählt'],
    },
    report: {
      title: 'Wieder verbunden.',
      own: [
        'Deine Änderungen sind angekommen.',
        '1 Wort von dir ist angekommen.',
        '{n} Wörter von dir sind angekommen.',
      ],
      under: '„{heading}“: {n}',
      top: 'Am Anfang: {n}',
      others: ['Inzwischen kam 1 Wort von {who} dazu.', 'Inzwischen kamen {n} Wörter von {who} dazu.'],
      somebody: 'jemand anderem',
      collided: [
        'Ein Satz wurde auf beiden Seiten geändert. Er steht oben, zum Entscheiden.',
        '{n} Sätze wurden auf beiden Seiten geändert. Sie stehen oben, zum Entscheiden.',
      ],
    },
    file: {
      name: 'noch nicht gesendet',
      lead: ['Noch nicht gesendet', 'Noch nicht gesendet: 1 Wort', 'Noch nicht gesendet: {n} Wörter'],
      whole: 'Der ganze Text. Was noch nicht gesendet ist, ist hervorgehoben.',
    },
    struck: 'gestrichen',
  },
  en: {
    opening: 'Opening …',
    saved: 'Saved',
    sending: 'Saving …',
    failed: [
      'Not saved. We keep trying.',
      '1 word not sent yet. We keep trying.',
      '{n} words not sent yet. We keep trying.',
    ],
    refusedKept: [
      'The server cannot take your last change. It is kept on this device. Save it as a file.',
      'The server cannot take some of this. 1 word is not sent and is kept on this device. Save it as a file.',
      'The server cannot take some of this. {n} words are not sent and are kept on this device. Save them as a file.',
    ],
    refusedHere: [
      'The server cannot take your last change. It is only in this window. Save it as a file.',
      'The server cannot take some of this. 1 word is only in this window. Save it as a file.',
      'The server cannot take some of this. {n} words are only in this window. Save them as a file.',
    ],
    unopened: 'No connection. The text appears as soon as there is one.',
    offline: 'No connection. What you have written so far is saved.',
    offlineKept: [
      'No connection. Your last change is not sent yet. It is kept on this device.',
      'No connection. 1 word not sent yet. It is kept on this device.',
      'No connection. {n} words not sent yet. They are kept on this device.',
    ],
    offlineHere: [
      'No connection. Your last change is only in this window. Keep it open.',
      'No connection. 1 word is only in this window. Keep it open.',
      'No connection. {n} words are only in this window. Keep it open.',
    ],
    expired: 'You are no longer signed in.',
    signedOut: 'This sign-in was ended.',
    removed: 'You no longer have access to this text.',
    closed: 'You can only read here now. The group’s page says who may write.',
    outdated: 'This page is older than the program: reload it.',
    endedKept: [
      'Your last change is not sent yet. It is kept on this device.',
      '1 word is not sent yet. It is kept on this device.',
      '{n} words are not sent yet. They are kept on this device.',
    ],
    endedHere: [
      'Your last change is not sent yet. It is only in this window.',
      '1 word is not sent yet. It is only in this window.',
      '{n} words are not sent yet. They are only in this window.',
    ],
    alone: 'Only you are here',
    writes: '{who} is writing',
    reads: '{who} is reading',
    news: {
      here: '{who} is here, too.',
      came: '{who} has come.',
      left: '{who} has left.',
      beside: '{who} is writing in your paragraph.',
    },
    count: {
      all: ['No words yet', '1\u00A0word', '{n}\u00A0words'],
      selected: ['1\u00A0word selected', '{n}\u00A0words selected'],
    },
    report: {
      title: 'Connected again.',
      own: ['Your changes have arrived.', '1 word of yours has arrived.', '{n} words of yours have arrived.'],
      under: '“{heading}”: {n}',
      top: 'At the beginning: {n}',
      others: ['Meanwhile 1 word came from {who}.', 'Meanwhile {n} words came from {who}.'],
      somebody: 'somebody else',
      collided: [
        'One sentence was changed on both sides. It stands above, to be decided.',
        '{n} sentences were changed on both sides. They stand above, to be decided.',
      ],
    },
    file: {
      name: 'not sent yet',
      lead: ['Not sent yet', 'Not sent yet: 1 word', 'Not sent yet: {n} words'],
      whole: 'The whole text. What is not sent yet is highlighted.',
    },
    struck: 'struck out',
  },
})

export type SaidInEditor = (typeof saidTexts)['de']

export type Counted = readonly string[]

/** "Ein Wort", "42 Wörter", or what is said when it is about no words at all. */
export function counted(n: number, said: Counted): string {
  const [many = '', one = '', none = ''] = [...said].reverse()
  return n === 0 ? none : n === 1 ? one : many.replace('{n}', String(n))
}
