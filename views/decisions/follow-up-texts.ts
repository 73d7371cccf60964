import { bilingual } from '../kit/texts.ts'

/** How it goes on with a round that has decided nothing. */
export const texts = bilingual({
  de: {
    title: 'Wie es weitergeht',
    ask: 'Wie wollt ihr weitermachen?',
    kinds: {
      small_group: {
        title: 'Eine kleine Gruppe sucht eine Lösung',
        text: 'Wer vorschlägt und wer Einwände oder schwere Bedenken hat, setzt sich zusammen. Daraus wird eine Aufgabe.',
      },
      rework: { title: 'Den Wortlaut überarbeiten', text: 'Danach fragt ihr alle noch einmal.' },
      new_round: { title: 'Noch einmal fragen', text: 'Mit demselben oder einem geänderten Wortlaut.' },
      next_meeting: { title: 'Im nächsten Treffen besprechen', text: 'Es kommt auf die Liste fürs nächste Treffen.' },
      postponed: { title: 'Vertagen', text: 'Es bleibt offen. Ihr kommt später darauf zurück.' },
      circle: {
        title: 'Den Koordinierungskreis um Hilfe bitten',
        text: 'Offene Einwände gehen mit, ohne Namen. Auf der nächsten Seite siehst du alles, bevor du es abschickst.',
      },
    },
    smallGroupUnnamed:
      'Wer vorschlägt, sucht mit anderen eine Lösung. Daraus wird eine Aufgabe. Namen stehen bei eurem Ergebnis nicht: Wer anderer Meinung ist, meldet sich dafür selbst.',
    note: 'Magst du dazu etwas sagen?',
    choose: 'So machen wir weiter',
    changing: 'Doch anders weitermachen',
    choosing: 'Wird festgehalten …',
    chosen: (p: { day: string }) => `Festgelegt ${p.day}:`,
    withdraw: 'Wer den Vorschlag gemacht hat, kann ihn auch zurückziehen.',
    toProposal: 'Zum Vorschlag',
    whoChooses: 'Wie es weitergeht, legen Leitung und Moderation fest.',
    whoChoosesCircle: 'Wie es weitergeht, legen Koordination und Moderation fest.',
    thatIs: (p: { names: string }) => `Das macht ${p.names}.`,
    onAgenda: 'Das steht auf der Liste fürs nächste Treffen.',
    doneInMeeting: 'Das ist in einem Treffen besprochen worden.',
    toAgenda: 'Zur Liste',
    smallGroupTask: (p: { title: string }) => `In kleiner Gruppe eine Lösung suchen: ${p.title}`,
    problems: { kind: { missing: 'Bitte wähle, wie es weitergeht.' } },
  },
  en: {
    title: 'How it goes on',
    ask: 'How do you want to go on?',
    kinds: {
      small_group: {
        title: 'A small group looks for a solution',
        text: 'Whoever proposed it and whoever objected or had serious concerns sit together. This becomes a task.',
      },
      rework: { title: 'Rework the wording', text: 'Then you ask everybody again.' },
      new_round: { title: 'Ask again', text: 'With the same or with a changed wording.' },
      next_meeting: { title: 'Talk about it in the next meeting', text: 'It goes on the list for the next meeting.' },
      postponed: { title: 'Postpone', text: 'It stays open. You come back to it later.' },
      circle: {
        title: 'Ask the coordination circle for help',
        text: 'Open objections go along, without names. The next page shows everything before you send it.',
      },
    },
    smallGroupUnnamed:
      'Whoever proposed it looks for a solution together with others. This becomes a task. Your result has no names: whoever differs comes forward for it.',
    note: 'Is there anything to say about it?',
    choose: 'This is how we go on',
    changing: 'Go on in another way',
    choosing: 'Noting it …',
    chosen: (p) => `Settled ${p.day}:`,
    withdraw: 'Whoever made the proposal can also withdraw it.',
    toProposal: 'To the proposal',
    whoChooses: 'Leads and facilitators say how it goes on.',
    whoChoosesCircle: 'Coordinators and facilitators say how it goes on.',
    thatIs: (p) => `That is ${p.names}.`,
    onAgenda: 'This is on the list for the next meeting.',
    doneInMeeting: 'This has been talked about in a meeting.',
    toAgenda: 'To the list',
    smallGroupTask: (p) => `Look for a solution in a small group: ${p.title}`,
    problems: { kind: { missing: 'Please choose how it goes on.' } },
  },
})
