import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Wie ein Text wurde',
    list: [
      {
        term: 'Stände',
        words:
          'Wenn jemand nach einer Pause weiterschreibt, wird aufgehoben, was der Text bis dahin sagte. Du kannst einem Stand einen Namen geben, dann bleibt er. Von den anderen bleibt nach 90\u00A0Tagen der letzte jedes Tages.',
      },
      {
        term: 'Vergleichen',
        words:
          'Zwei Stände stehen in einem Text: Neues unterstrichen, Weggefallenes durchgestrichen, Verschobenes an beiden Stellen. Mit Alt und den Pfeiltasten nach oben und unten geht es von Stelle zu Stelle.',
      },
      {
        term: 'Wiederherstellen',
        words:
          'Der Entwurf sagt danach wieder, was der Stand sagt. Was vorher dort stand, wird aufgehoben, und wer gerade schreibt, sieht es sofort. Was archiviert ist, bleibt, wie es ist.',
      },
      {
        term: 'Seit deinem letzten Besuch',
        words:
          'Ein Text merkt sich für dich, was du zuletzt gesehen hast, und sagt, was andere seither geändert haben. Das sieht niemand sonst. Nach einem Jahr, oder wenn du die Gruppe verlässt, wird es vergessen.',
      },
    ],
  },
  en: {
    title: 'How a text came to be',
    list: [
      {
        term: 'States',
        words:
          'When somebody goes on writing after a while, what the text said until then is kept. You can give a state a name, and then it stays. Of the others the last one of each day is left after 90\u00A0days.',
      },
      {
        term: 'Comparing',
        words:
          'Two states stand in one text: what is new underlined, what is gone struck through, what was moved at both places. Alt with the arrow keys up and down goes from place to place.',
      },
      {
        term: 'Restoring',
        words:
          'The draft then says again what the state says. What stood there before is kept, and whoever is writing sees it at once. What is archived stays as it is.',
      },
      {
        term: 'Since your last visit',
        words:
          'A text remembers for you what you saw last, and says what others have changed since. Nobody else sees this. After a year, or when you leave the group, it is forgotten.',
      },
    ],
  },
})
