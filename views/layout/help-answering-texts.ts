import { bilingual } from '../kit/texts.ts'

/** How one answers in a round, and what becomes of it. */
export const texts = bilingual({
  de: {
    title: 'In einer Runde antworten',
    list: [
      {
        term: 'Bis zum Ende',
        words:
          'kannst du deine Antwort ändern oder zurücknehmen. Gezählt wird die letzte. Was erst danach ankommt, wird festgehalten und nicht gezählt.',
      },
      {
        term: 'Wer was sieht',
        words:
          'Bis zum Auszählen sehen alle nur, wer geantwortet hat, nicht wie. Danach sehen es die Mitglieder der Gruppe, wenn eure Regeln Namen zeigen. Manche Gruppen zeigen Einwände und Stufen sofort; dann steht es unter der Antwort.',
      },
      {
        term: 'Widerstand geben',
        words:
          'heißt: jedem Vorschlag eine Zahl von 0 bis 10, auch dem, nichts zu ändern. Nur wer alle bewertet, zählt mit. Mit der Tastatur tippst du die Zahl, für 10 rasch 1 und 0.',
      },
      {
        term: 'Veto und Einwand',
        words: 'brauchen eine Begründung. Alles andere darfst du erklären, du musst nicht.',
      },
      {
        term: 'Ohne Netz',
        words:
          'bleibt deine Antwort auf der Seite stehen, bis du sie abgibst. Solange da „Noch nicht abgegeben“ steht, hat sie niemand bekommen.',
      },
    ],
    more: 'Auf der Seite der Runde steht, wer eine Stimme hat und wer schon geantwortet hat.',
  },
  en: {
    title: 'Answering in a round',
    list: [
      {
        term: 'Until the end',
        words:
          'you can change your answer or take it back. The last one counts. What arrives after that is written down and not counted.',
      },
      {
        term: 'Who sees what',
        words:
          'Until the count everybody sees only who has answered, not how. Afterwards the members of the group see it, if your rules show names. Some groups show objections and levels at once; then it says so below the answer.',
      },
      {
        term: 'Giving resistance',
        words:
          'means a number from 0 to 10 for each option, changing nothing among them. Only who rates all of them counts. With the keyboard type the number; for 10 type 1 and 0 quickly.',
      },
      {
        term: 'Vetoes and objections',
        words: 'need a reason. Everything else you may explain, but need not.',
      },
      {
        term: 'Without network',
        words:
          'your answer stays on the page until you give it. As long as it says “Not given yet”, nobody has received it.',
      },
    ],
    more: 'The page of the round says who has a vote and who has answered already.',
  },
})
