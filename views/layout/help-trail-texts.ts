import { bilingual } from '../kit/texts.ts'

/** What runs across groups: similar work, impact trails, what is to be checked, and finding a date. */
export const texts = bilingual({
  de: {
    title: 'Über Gruppen hinweg',
    list: [
      {
        term: 'Ähnliches',
        words:
          'erscheint, während du einen Titel schreibst: Texte, Aufgaben, Vorlagen und Beschlüsse, die ähnlich heißen, auch gebeugt oder zusammengesetzt. Von Gruppen, in denen du nicht bist, steht nur da, dass sie an etwas Ähnlichem arbeiten. Beschlüsse sind für alle offen.',
      },
      {
        term: 'Wirkungsspur',
        words:
          'Jede Leitidee und jedes Thema hat eine Seite: welche Positionen, welche Beschlüsse, was weitergeleitet wurde, welche Aufgaben und was dabei herauskam. Zugeordnet wird unten auf der Seite eines Textes, einer Aufgabe oder einer Vorlage.',
      },
      {
        term: 'Bitte prüfen',
        words:
          'steht an allem, was sich auf etwas stützt, das abgelöst, aufgehoben oder ersetzt ist. Jemand aus der Gruppe sieht nach und sagt in einem Satz, was zu finden war. Dann ist es für diesen Anlass erledigt.',
      },
      {
        term: 'Termin finden',
        words:
          'Wer Sitzungen plant, schlägt zwei bis zehn Termine vor. Alle sagen zu jedem Ja, Zur Not oder Nein und können das ändern, bis einer gewählt ist. Daraus wird gleich eine geplante Sitzung.',
      },
    ],
  },
  en: {
    title: 'Across groups',
    list: [
      {
        term: 'Similar work',
        words:
          'appears while you write a title: texts, tasks, proposals and decisions that are called alike, inflected or compounded as well. Of groups that you are not in it only says that they are working on something similar. Decisions are open to everybody.',
      },
      {
        term: 'Impact trail',
        words:
          'Each guiding idea and each topic has a page: which positions, which decisions, what was referred, which tasks and what came of them. You assign things at the bottom of the page of a text, a task or a proposal.',
      },
      {
        term: 'Please check',
        words:
          'stands at everything that leans on something which was superseded, annulled or replaced. Somebody of the group looks and says in one sentence what they found. Then it is settled for this cause.',
      },
      {
        term: 'Finding a date',
        words:
          'Whoever plans meetings proposes two to ten dates. Everybody says yes, if need be or no to each and can change it until one is chosen. It becomes a planned meeting at once.',
      },
    ],
  },
})
