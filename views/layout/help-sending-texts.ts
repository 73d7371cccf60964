import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Weiterleiten',
    list: [
      {
        term: 'An den Kreis oder an eine andere Gruppe',
        words:
          'Leitung und Delegierte wählen, wer es bekommt. Eine andere Gruppe findet es unter „Eingegangen“; dort antwortet, wer sie leitet oder moderiert. Außer diesen beiden Gruppen sieht es niemand.',
      },
      {
        term: 'Bis wann',
        words:
          'Ihr könnt einen Wunsch nennen und dazu eine Frist von außen. Der frühere Tag zählt: Ist er vorbei, steht auf beiden Seiten, dass die Antwort überfällig ist. Ab 30\u00A0Tagen heißt Warten „lange“.',
      },
      {
        term: 'Zurückziehen',
        words:
          'Vor der Antwort könnt ihr es mit einem Grund zurückziehen. Läuft schon eine Runde darüber, ist ihr Beschluss die Antwort.',
      },
      {
        term: 'Ersetzen',
        words:
          'Wer antwortet, kann vorschlagen, dass eine neuere Weiterleitung an die Stelle einer älteren tritt. Das gilt, sobald eure Leitung oder Delegierten zustimmen. Beide zeigen aufeinander.',
      },
      {
        term: 'Noch einmal nach einer Rückgabe',
        words:
          'Sagt zu jedem Grund, was ihr geändert habt und wo. Das könnt ihr ändern, bis ihr es neu schickt. Dann sieht die andere Seite den Unterschied zum ersten Mal und eure Antwort neben jedem Grund.',
      },
      {
        term: 'Noch einmal nach einer Ablehnung',
        words: 'Das geht als neue Weiterleitung. Sie nennt von selbst die alte, und beide bleiben lesbar.',
      },
    ],
  },
  en: {
    title: 'Handing matters on',
    list: [
      {
        term: 'To the circle or to another group',
        words:
          'Lead and delegates choose who gets it. Another group finds it under “Received”; there it is answered by who leads or facilitates the group. Apart from these two groups nobody sees it.',
      },
      {
        term: 'By when',
        words:
          'You can name a wish and besides a deadline from outside. The earlier day counts: once it is over, both sides read that the answer is overdue. From 30\u00A0days on, waiting is called long.',
      },
      {
        term: 'Taking it back',
        words:
          'Before there is an answer you can take it back with a reason. If a round about it runs already, its decision is the answer.',
      },
      {
        term: 'Replacing',
        words:
          'Whoever answers can propose that a newer referral takes the place of an older one. It is in force as soon as your lead or a delegate agrees. Both point to each other.',
      },
      {
        term: 'Again after a return',
        words:
          'Say for each reason what you changed, and where. You can change this until you send it again. Then the other side sees the difference to the first time and your answer beside each reason.',
      },
      {
        term: 'Again after a rejection',
        words: 'That is a new referral. It names the old one by itself, and both can still be read.',
      },
    ],
  },
})
