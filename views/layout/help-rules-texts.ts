import { bilingual } from '../kit/texts.ts'

/** By which rules a group decides, and how they come to be others. */
export const texts = bilingual({
  de: {
    title: 'Regeln einer Gruppe',
    list: [
      {
        term: 'Nachlesen',
        words:
          'kannst du sie unter „Menschen“ und auf einer eigenen Seite: jede Regel in einem Satz, seit wann sie gilt, durch welchen Beschluss, und wie es vorher war.',
      },
      {
        term: 'Ändern',
        words:
          'kann sie nur die Gruppe selbst. Du schlägst andere Regeln vor, ausgehend von den jetzigen oder von einer Vorlage, und alle sehen Alt und Neu nebeneinander. Sobald der Beschluss festgestellt ist, gelten sie. Keine Leitung und keine Technik kann das ohne ihn.',
      },
      {
        term: 'Laufende Runden',
        words: 'gehen nach den Regeln zu Ende, mit denen sie angefangen haben.',
      },
      {
        term: 'Organe eines Vereins',
        words:
          'beginnen mit dem, was das Vereinsrecht sagt. Wollen sie es ohne Sitzung leichter haben oder Stimmen übertragen, nennen sie die Stelle ihrer Satzung. Ob ein Beschluss vor Gericht hält, sagt Kreislauf nicht.',
      },
    ],
  },
  en: {
    title: 'Rules of a group',
    list: [
      {
        term: 'Reading',
        words:
          'them is possible under “People” and on a page of their own: each rule in a sentence, since when it holds, by which decision, and what it was before.',
      },
      {
        term: 'Changing',
        words:
          'them is for the group itself. You propose other rules, beginning with the present ones or with a preset, and everybody sees old and new beside each other. They hold as soon as the decision is established. No lead and no admin can do it without one.',
      },
      { term: 'Open rounds', words: 'end by the rules with which they began.' },
      {
        term: 'Organs of an association',
        words:
          'begin with what the law of associations says. If they want it easier without a meeting, or want to hand over votes, they name the passage of their bylaws. Whether a decision holds in court is not for Kreislauf to say.',
      },
    ],
  },
})
