import { bilingual } from '../kit/texts.ts'

/** What a group is charged with and by whom it is linked to the circle; leaving it, and how it rests or ends. */
export const texts = bilingual({
  de: {
    title: 'Auftrag, Übergabe und Ende einer Gruppe',
    list: [
      {
        term: 'Auftrag',
        words:
          'sagt, wozu es eine Gruppe gibt, was sie allein entscheidet, wo sie vorher fragt und wie lange er gilt. Ein Beschluss gibt ihn, ein neuer löst den alten ab. Bevor er endet oder zur Wiedervorlage kommt, erinnert euch eine Mail.',
      },
      {
        term: 'Leitung, Delegation, Vertretung',
        words:
          'Leitung und Delegation sind zwei Menschen, die beide im Kreis sitzen. Für jede kann es eine Vertretung geben. Ist ein Posten leer, steht das bei der Gruppe und beim Kreis.',
      },
      {
        term: 'Bericht an den Kreis',
        words:
          'Beschlüsse, Aufgaben und Weiterleitungen stehen schon da. Drei Zeilen kommen dazu: Was haben wir geschafft? Wo hängt es? Was brauchen wir? Die Leitung schreibt sie, alle in der Allianz können sie lesen.',
      },
      {
        term: 'Wer geht',
        words:
          'sieht vorher, was noch in der eigenen Hand liegt, und gibt Aufgaben, Vorschläge und Ämter in einem Schritt weiter. Was niemand übernimmt, hat dann niemand, und das steht da. Gegebene Antworten bleiben.',
      },
      {
        term: 'Ruhen',
        words:
          'Eine ruhende Gruppe stimmt nicht ab, ihre Texte bleiben lesbar. Weiterleitungen werden zuerst beantwortet. Die Koordination des Kreises trägt das ein und weckt die Gruppe wieder.',
      },
      {
        term: 'Auflösen',
        words:
          'kann nur ein Beschluss des Kreises, und erst, wenn jede offene Sache ein Ziel hat: bei der Erbgruppe, oder mit einem Grund zurückgezogen oder aufgegeben. Danach schreibt dort niemand mehr. Die Beschlüsse bleiben unter ihrer Nummer, die Übergabe steht im Jahresbuch.',
      },
    ],
  },
  en: {
    title: 'Mandate, hand-over and end of a group',
    list: [
      {
        term: 'Mandate',
        words:
          'says what a group is for, what it decides alone, where it asks first and how long that holds. A decision gives it, a new one replaces the old one. Before it ends or is due for review, a mail reminds you.',
      },
      {
        term: 'Lead, delegate, deputy',
        words:
          'Lead and delegate are two people who both sit in the circle. Each of them can have a deputy. If a post is vacant, the group and the circle see it.',
      },
      {
        term: 'Report to the circle',
        words:
          'Decisions, tasks and referrals are there already. Three lines are added: What have we achieved? Where are we stuck? What do we need? The lead writes them, everybody in the alliance can read them.',
      },
      {
        term: 'Whoever leaves',
        words:
          'sees before what they still hold, and hands on tasks, proposals and roles in one step. What nobody takes over is nobody’s then, and that is shown. Answers that were given stay.',
      },
      {
        term: 'Resting',
        words:
          'A resting group holds no rounds, its texts stay readable. Referrals are answered first. The coordination of the circle enters it and wakes the group again.',
      },
      {
        term: 'Dissolving',
        words:
          'is done by a decision of the circle alone, and only once every open thing has a destination: with the heir, or withdrawn or given up for a reason. After that nobody writes there any more. The decisions stay under their numbers, the hand-over is in the annual book.',
      },
    ],
  },
})
