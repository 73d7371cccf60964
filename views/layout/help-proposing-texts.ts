import { bilingual } from '../kit/texts.ts'

/** From an idea to the question, and what becomes of an objection. */
export const texts = bilingual({
  de: {
    title: 'Vorschlag und Einwand',
    list: [
      {
        term: 'Vorschlag machen',
        words:
          'Titel, Wortlaut, warum, und wen es betrifft: Das genügt meist. Geltung, Wiedervorlage, Themen und mehrere Möglichkeiten stehen eingeklappt darunter. Was mehr als eure Gruppe betrifft, gilt erst, wenn der Kreis geantwortet hat: Vorher wird nichts davon veröffentlicht, ausgegeben oder umgesetzt.',
      },
      {
        term: 'Fragen und Meinungen',
        words:
          'Ihr könnt einen Vorschlag vorstellen, Verständnisfragen klären und dann reihum sagen, was ihr davon haltet: jede Person einmal in jedem von zwei Durchgängen. Ihr könnt auch gleich eine Runde eröffnen. Während sie läuft, ist Platz für Fragen und Hinweise, auch für die, die befangen sind.',
      },
      {
        term: 'Wortlaut ändern',
        words:
          'Jeder Wortlaut bleibt lesbar, und ihr könnt zwei vergleichen. Läuft gerade eine Runde, endet sie mit dem neuen Wortlaut, und ihre Antworten zählen nicht. Das können nur die, die Runden eröffnen, und es wird vorher gefragt.',
      },
      {
        term: 'Zurückziehen',
        words:
          'Wer einen Vorschlag gemacht hat, kann ihn mit einem Grund zurückziehen, solange nichts entschieden ist. Läuft eine Runde, geht das erst danach: Alle sind gefragt, und beenden können sie nur die, die Runden eröffnen, mit einem Grund, den alle lesen.',
      },
      {
        term: 'Einwand',
        words:
          'Ein Einwand gehört der Person, die ihn hat. Nur sie sagt, dass er eingearbeitet ist, nur noch ein Bedenken oder erledigt. Andere können mit ihr eine Lösung suchen. Ist sie ausgeschieden oder meldet sie sich 14\u00A0Tage nicht, können zwei zusammen mit einem Grund feststellen, dass ihr nicht länger wartet.',
      },
      {
        term: 'Minderheitenvotum',
        words:
          'Wer anders geantwortet hat, als es ausging, oder einen Einwand hatte, kann bis 14\u00A0Tage nach dem Auszählen einen eigenen Text neben den Beschluss stellen. Wenn du willst, geht er mit jeder Veröffentlichung mit, ohne deinen Namen.',
      },
    ],
  },
  en: {
    title: 'Proposals and objections',
    list: [
      {
        term: 'Making a proposal',
        words:
          'Title, wording, why, and whom it concerns: mostly that is enough. Dates, review, topics and several possibilities are folded away below. What concerns more than your group is in force once the circle has answered: before that nothing of it is made public, spent or carried out.',
      },
      {
        term: 'Questions and opinions',
        words:
          'You can present a proposal, settle questions of understanding and then say in turn what you think of it: everybody once in each of two turns. You can also open a round right away. While it is open there is room for questions and remarks, also from those who are recused.',
      },
      {
        term: 'Changing the wording',
        words:
          'Every wording stays readable, and you can compare two. If a round is open, it ends with the new wording, and its answers do not count. Only those who open rounds can do that, and they are asked before.',
      },
      {
        term: 'Withdrawing',
        words:
          'Whoever made a proposal can withdraw it with a reason as long as nothing is decided. While a round is open it has to wait: everybody is being asked, and only those who open rounds can break it off, with a reason that everybody reads.',
      },
      {
        term: 'Objection',
        words:
          'An objection belongs to the person who has it. Only that person says that it is worked in, only a concern by now, or settled. Others can help to find a solution. If the person has left or says nothing for 14\u00A0days, two together can establish, with a reason, that you do not wait any longer.',
      },
      {
        term: 'Minority statement',
        words:
          'Whoever answered otherwise than it ended, or had an objection, can put a text of their own beside the decision until 14\u00A0days after the count. If you like, it goes with every publication, without your name.',
      },
    ],
  },
})
