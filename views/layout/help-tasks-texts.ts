import { bilingual } from '../kit/texts.ts'

/** What a group has to do, and how it keeps track. */
export const texts = bilingual({
  de: {
    title: 'Aufgaben',
    list: [
      {
        term: 'Liste und Tafel',
        words:
          'Dieselben Aufgaben in zwei Ansichten. Auf der Tafel liegen Karten unter „Offen“, „In Arbeit“ und „Erledigt“: mit der Hand am Griff, mit Leertaste und Pfeiltasten oder mit den Knöpfen unter „Verschieben“. Die Ordnung gilt für alle.',
      },
      {
        term: 'Wer',
        words:
          'Eine, mehrere oder niemand. Was niemand macht, steht fett da, und die nächste Sitzung fragt danach. Wer sie wann hatte, bleibt nachlesbar.',
      },
      {
        term: 'Wiederkehrend',
        words:
          'Alle paar Wochen oder Monate. Ist eine erledigt, steht die nächste gleich da, mit denselben Schritten und Leuten. Was am 31. fällig ist, ist es in kurzen Monaten am letzten Tag.',
      },
      {
        term: 'Erledigt',
        words:
          'Abhaken können die Verantwortlichen und die Leitung. Kommt die Aufgabe aus einem Beschluss oder einer Rückgabe, gehört eine Zeile dazu, was dabei herausgekommen ist.',
      },
      {
        term: 'Erinnerung',
        words:
          'Zwei Tage vor dem Termin und am Tag danach kommt je eine Mail an die Verantwortlichen. Unter deinem Namen stellst du sie ab.',
      },
    ],
  },
  en: {
    title: 'Tasks',
    list: [
      {
        term: 'List and board',
        words:
          'The same tasks in two views. On the board cards lie under “To do”, “In progress” and “Done”: moved by hand at their grip, with space and arrow keys or with the buttons under “Move”. The order is the same for everybody.',
      },
      {
        term: 'Who',
        words:
          'One, several or nobody. What nobody does stands there in bold, and the next meeting asks about it. Who had it when stays readable.',
      },
      {
        term: 'Coming again',
        words:
          'Every few weeks or months. Once one is done the next is there at once, with the same steps and people. What is due on the 31st is due on the last day of short months.',
      },
      {
        term: 'Done',
        words:
          'Those responsible and the lead tick it off. If the task comes from a decision or a return, a line about what came of it belongs to it.',
      },
      {
        term: 'Reminder',
        words:
          'Two days before the date and on the day after it those responsible get one mail each. You switch them off under your name.',
      },
    ],
  },
})
