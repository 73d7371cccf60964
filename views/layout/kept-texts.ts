import { bilingual } from '../kit/texts.ts'

/** What pages say about words that are on this device only; `{n}` and `{title}` are filled in by the script. */
export const texts = bilingual({
  de: {
    label: 'Noch nicht gesendet',
    said: {
      words: [
        'Auf diesem Gerät liegt eine Änderung an „{title}“, die noch nicht gesendet ist.',
        'Auf diesem Gerät liegt 1 Wort für „{title}“, das noch nicht gesendet ist.',
        'Auf diesem Gerät liegen {n} Wörter für „{title}“, die noch nicht gesendet sind.',
      ],
      closed: 'Du kannst in diesem Text nicht mehr schreiben. Sichere sie als Datei oder lösche sie.',
      file: ['Noch nicht gesendet', 'Noch nicht gesendet: 1 Wort', 'Noch nicht gesendet: {n} Wörter'],
      fileName: 'noch nicht gesendet',
    },
    open: 'Text öffnen und senden',
    save: 'Als Datei sichern',
    discard: 'Vom Gerät löschen',
    asked: 'Trotzdem abmelden?',
    askedThen: 'Beim Abmelden wird gelöscht, was nur auf diesem Gerät liegt.',
    stay: 'Hier bleiben',
    leave: 'Löschen und abmelden',
  },
  en: {
    label: 'Not sent yet',
    said: {
      words: [
        'On this device there is a change to “{title}” that is not sent yet.',
        'On this device there is 1 word for “{title}” that is not sent yet.',
        'On this device there are {n} words for “{title}” that are not sent yet.',
      ],
      closed: 'You can no longer write in this text. Save them as a file or delete them.',
      file: ['Not sent yet', 'Not sent yet: 1 word', 'Not sent yet: {n} words'],
      fileName: 'not sent yet',
    },
    open: 'Open the text and send',
    save: 'Save as a file',
    discard: 'Delete from this device',
    asked: 'Sign out all the same?',
    askedThen: 'Signing out deletes what is only on this device.',
    stay: 'Stay here',
    leave: 'Delete and sign out',
  },
})

export type SaidOfKept = (typeof texts)['de']['said']
