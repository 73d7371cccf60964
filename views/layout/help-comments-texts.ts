import { bilingual } from '../kit/texts.ts'

/** How people talk beside a text. */
export const texts = bilingual({
  de: {
    title: 'Kommentieren',
    list: [
      {
        term: 'An einer Stelle',
        words:
          'Markiere Worte und wähle „Kommentieren“ oder drücke Strg+Alt+M. Der Kommentar bleibt an diesen Worten, auch wenn um sie herum geschrieben wird. Sind sie nicht mehr da, steht er unter „Stelle gibt es nicht mehr“.',
      },
      {
        term: 'Jemanden ansprechen',
        words:
          'Tippe @ und den Namen. Angeboten werden alle, die den Text lesen dürfen. Wer genannt ist, findet es auf der Startseite und bekommt eine Mail, zu einem Text höchstens alle zehn Minuten eine. Was du gesagt hast, steht nicht in der Mail. Wer diese Mails nicht möchte, schaltet sie unter „Mein Konto“ ab.',
      },
      {
        term: 'Erledigt',
        words:
          'verschwindet ein Gespräch aus dem Text. Unter „Alle Kommentare“ findest du es wieder und kannst es wieder aufmachen.',
      },
      {
        term: 'Aufgabe daraus machen',
        words:
          'führt zum Formular der Gruppe; die ersten Worte des Kommentars stehen schon da. Danach steht die Aufgabe mit ihrem Stand beim Gespräch, und von der Aufgabe geht es zurück zum Kommentar.',
      },
      {
        term: 'Ändern und löschen',
        words: 'kannst du nur, was du selbst gesagt hast. Von Gelöschtem bleibt der Platz, nicht die Worte.',
      },
      {
        term: 'Gäste',
        words:
          'kommentieren, wenn die Leitung sie bei der Einladung zum Text dazu eingeladen hat. Sie sehen nur, was an ihren Texten gesagt wird.',
      },
      {
        term: 'Mit der Tastatur',
        words: 'gehst du beim Schreiben mit Strg+Alt+Pfeil runter und rauf von einem Kommentar zum anderen.',
      },
    ],
  },
  en: {
    title: 'Commenting',
    list: [
      {
        term: 'On a passage',
        words:
          'Select words and choose “Comment”, or press Ctrl+Alt+M. The comment stays with these words, whatever is written around them. When they are gone, it stands below “Passage is no longer there”.',
      },
      {
        term: 'Calling somebody',
        words:
          'Type @ and the name. Everybody who may read the text is offered. Whoever is called finds it on the start page and gets a mail, for one text at most every ten minutes. What you said is not in the mail. These mails can be switched off under “My account”.',
      },
      {
        term: 'Done',
        words:
          'means that a conversation disappears from the text. Among all comments you find it again and can open it again.',
      },
      {
        term: 'Make it a task',
        words:
          'leads to the group’s form with the first words of the comment in it. Afterwards the task and how far it is stand with the conversation, and the task leads back to the comment.',
      },
      {
        term: 'Changing and deleting',
        words: 'is possible only for what you said yourself. Of what is deleted the place remains, not the words.',
      },
      {
        term: 'Guests',
        words:
          'comment when the lead invited them to do so together with the text. They see only what is said beside their texts.',
      },
      {
        term: 'With the keyboard',
        words: 'you go from one comment to the other while writing by Ctrl+Alt+Down and Up.',
      },
    ],
  },
})
