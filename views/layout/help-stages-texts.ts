import { bilingual } from '../kit/texts.ts'

/** What becomes of a text, and who takes which step. */
export const texts = bilingual({
  de: {
    title: 'Vom Entwurf zum öffentlichen Text',
    list: [
      {
        term: 'Losschreiben',
        words:
          'Zwei Schritte: „Neuen Text anfangen“, dann die Art. Er beginnt mit der Vorlage und heißt nach Art und Tag, bis ihr ihn umbenennt. Vorlagen ändert die Leitung für ihre Gruppe, die Koordination für alle.',
      },
      {
        term: 'Durchsicht',
        words:
          'Ein Mitglied bittet andere, eine festgehaltene Fassung zu lesen, bis zu einem Tag. Wer gefragt ist, findet es auf der Startseite. Beenden kann sie, wer sie begonnen hat, die Moderation und die Leitung; eine Entscheidung über den Text beendet sie auch.',
      },
      {
        term: 'Was gilt',
        words:
          'steht oben: Wer einen beschlossenen Text öffnet, liest ihn mit Tag und Nummer des Beschlusses, auch wenn am Entwurf weitergeschrieben wird. Der Entwurf ist einen Griff entfernt, und es steht da, an wie vielen Stellen er anders ist.',
      },
      {
        term: 'Tippfehler',
        words:
          'im beschlossenen Text berichtigt, wer die Redaktionsvollmacht hat, und eine zweite Person bestätigt. Aus Fassung 3 wird 3a, die Nummer des Beschlusses bleibt, die ursprüngliche Fassung bleibt lesbar.',
      },
      {
        term: 'Ersetzen',
        words:
          'Tritt ein neuer Text oder Beschluss an die Stelle eines früheren, verweisen beide aufeinander und bleiben lesbar.',
      },
      {
        term: 'Veröffentlichen',
        words:
          'kann, wer im Kreis die Veröffentlichungsvollmacht hat, nach drei Prüfungen. Auf der öffentlichen Seite stehen Text, Beschluss und mitzeichnende Organisationen, keine Namen und keine Stimmen. Zurückziehen geht mit einem Grund.',
      },
      {
        term: 'Ablegen',
        words:
          'kann die Leitung, was nie beschlossen war und worüber nichts offen ist. Es lässt sich wieder herausholen.',
      },
    ],
  },
  en: {
    title: 'From the draft to the public text',
    list: [
      {
        term: 'Start writing',
        words:
          'Two clicks: start a new text, then its kind. It begins with the template and is called by kind and day until you rename it. The lead changes templates for a group, the coordinator for everybody.',
      },
      {
        term: 'Review',
        words:
          'A member asks others to read a kept version until a day. Whoever is asked finds it on the start page. Whoever began it, the facilitator and the lead can end it; a decision about the text ends it too.',
      },
      {
        term: 'What is in force',
        words:
          'stands on top: whoever opens an adopted text reads it with day and number of the decision, also while the draft is being written on. The draft is one tap away, and the page says in how many places it differs.',
      },
      {
        term: 'Typing errors',
        words:
          'in an adopted text are put right by whoever has the editorial mandate, and a second person confirms. Version 3 becomes 3a, the number of the decision stays, and the original version stays readable.',
      },
      {
        term: 'Replacing',
        words:
          'When a new text or decision takes the place of an earlier one, both point to each other and stay readable.',
      },
      {
        term: 'Publishing',
        words:
          'is for whoever has the mandate to publish in the circle, after three checks. The public page shows text, decision and co-signing organisations, no names and no votes. It can be withdrawn with a reason.',
      },
      {
        term: 'Laying aside',
        words:
          'The lead can lay aside what was never adopted and about which nothing is open. It can be taken out again.',
      },
    ],
  },
})
