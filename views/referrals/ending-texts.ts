import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    withdraw: 'Weiterleitung zurückziehen',
    withdrawTitle: (p: { number: string }) => `${p.number} zurückziehen?`,
    withdrawLead:
      'Dann gibt es keine Antwort darauf. Was ihr geschickt habt, bleibt lesbar. Wenn es doch noch einmal gebraucht wird, schickt ihr es neu, mit Bezug auf diese Weiterleitung.',
    why: 'Warum zieht ihr es zurück?',
    withdrawNow: 'Zurückziehen',
    withdrawing: 'Wird zurückgezogen …',
    notYet: 'Doch nicht',
    replace: 'Durch eine neuere ersetzen',
    replaceTitle: (p: { number: string }) => `${p.number} durch eine neuere ersetzen?`,
    replaceLead:
      'Schlag vor, welche neuere Weiterleitung derselben Gruppe an ihre Stelle tritt. Das gilt erst, wenn Leitung oder Delegierte der Gruppe zustimmen.',
    noSuccessor: 'Es gibt keine neuere offene Weiterleitung.',
    noSuccessorThen: 'Ersetzen kann sie nur eine, die dieselbe Gruppe später geschickt hat.',
    successor: 'Welche tritt an ihre Stelle?',
    replaceWhy: 'Warum schlägst du das vor?',
    propose: 'Der Gruppe vorschlagen',
    proposing: 'Wird vorgeschlagen …',
    proposedTo: (p: { number: string }) => `Vorschlag: ${p.number} soll an ihre Stelle treten.`,
    proposedBy: (p: { name: string }) => `Von ${p.name}.`,
    waitsForGroup: 'Das gilt, sobald Leitung oder Delegierte der Gruppe zustimmen.',
    duty: 'Zustimmen oder nicht',
    dutyWhy: (p: { number: string }) => `soll durch ${p.number} ersetzt werden`,
    agree: 'Einverstanden',
    keepOlder: 'Nein, sie soll offen bleiben',
    keepWhy: 'Warum soll sie offen bleiben?',
    keepProblems: { words: { too_long: 'Bitte fasse dich kürzer: höchstens 2.000 Zeichen.' } },
    keptInstead: (p: { name: string; number: string }) =>
      `${p.name} möchte nicht, dass ${p.number} an ihre Stelle tritt.`,
    replaces: 'Tritt an die Stelle von',
    replacedBy: 'An ihre Stelle getreten',
    answerReasons: 'Zu den Gründen antworten',
    answerReasonsLead:
      'Sagt zu jedem Grund, was ihr geändert habt oder warum nicht. Das geht mit eurer nächsten Vorlage mit und steht dort neben jedem Grund.',
    reasonNumber: (p: { number: number }) => `Grund\u00A0${p.number}`,
    questionNumber: (p: { number: number }) => `Frage\u00A0${p.number}`,
    reply: 'Eure Antwort dazu',
    passage: 'Wo im Text?',
    passageHint: 'Eine Überschrift oder eine Stelle, zum Beispiel „Abschnitt 2“.',
    passageHintWith: (p: { headings: string }) => `Eine Überschrift eures Textes: ${p.headings}.`,
    keepReplies: 'Antworten festhalten',
    keeping: 'Wird festgehalten …',
    whatBecame: 'Was aus den Gründen geworden ist',
    inText: 'Im Text:',
    noReply: 'Noch keine Antwort der Gruppe.',
    noReplySent: 'Dazu hat die Gruppe nichts gesagt.',
    repliesOpen: (p: { count: number }) =>
      p.count === 1
        ? 'Zu einem Grund habt ihr noch nichts gesagt.'
        : `Zu ${p.count}\u00A0Gründen habt ihr noch nichts gesagt.`,
    repliesGiven: 'Zu jedem Grund steht eure Antwort da. Sie geht mit.',
    repliesChange: 'Antworten ansehen und ändern',
    problems: {
      words: {
        missing: 'Bitte schreib in einem Satz, warum.',
        being_decided:
          'Darüber wird gerade entschieden. Der Beschluss wird die Antwort sein. Zurückziehen geht erst wieder, wenn die Runde nichts entscheidet.',
      },
      successorId: { missing: 'Bitte wähle, welche an ihre Stelle tritt.' },
      nothing_said:
        'Hier steht noch nichts. Schreib zu mindestens einem Grund, was ihr geändert habt oder warum nicht.',
      only_passage: 'Die Stelle ist genannt. Schreib dazu noch, was ihr geändert habt oder warum nicht.',
      sent: 'Ihr habt es inzwischen neu geschickt. Eure Antworten stehen dort so, wie sie mitgegangen sind.',
    },
  },
  en: {
    withdraw: 'Take the referral back',
    withdrawTitle: (p) => `Take ${p.number} back?`,
    withdrawLead:
      'Then there will be no answer to it. What you sent can still be read. If it is needed again, you send it anew, with a reference to this referral.',
    why: 'Why do you take it back?',
    withdrawNow: 'Take it back',
    withdrawing: 'Taking back …',
    notYet: 'Rather not',
    replace: 'Replace by a newer one',
    replaceTitle: (p) => `Replace ${p.number} by a newer one?`,
    replaceLead:
      'Propose which newer referral of the same group takes its place. It is in force only once the lead or a delegate of the group agrees.',
    noSuccessor: 'There is no newer open referral.',
    noSuccessorThen: 'Only one that the same group sent later can replace it.',
    successor: 'Which one takes its place?',
    replaceWhy: 'Why do you propose it?',
    propose: 'Propose to the group',
    proposing: 'Proposing …',
    proposedTo: (p) => `Proposal: ${p.number} takes its place.`,
    proposedBy: (p) => `By ${p.name}.`,
    waitsForGroup: 'It is in force as soon as the lead or a delegate of the group agrees.',
    duty: 'Agree or not',
    dutyWhy: (p) => `is to be replaced by ${p.number}`,
    agree: 'I agree',
    keepOlder: 'No, it should stay open',
    keepWhy: 'Why should it stay open?',
    keepProblems: { words: { too_long: 'Please be brief: 2,000 characters at most.' } },
    keptInstead: (p) => `${p.name} does not want ${p.number} to take its place.`,
    replaces: 'Takes the place of',
    replacedBy: 'Took its place',
    answerReasons: 'Answer the reasons',
    answerReasonsLead:
      'Say for each reason what you changed, or why not. It travels with your next sending and stands there beside each reason.',
    reasonNumber: (p) => `Reason\u00A0${p.number}`,
    questionNumber: (p) => `Question\u00A0${p.number}`,
    reply: 'Your answer to it',
    passage: 'Where in the text?',
    passageHint: 'A heading or a place, for example “section 2”.',
    passageHintWith: (p) => `A heading of your text: ${p.headings}.`,
    keepReplies: 'Keep the answers',
    keeping: 'Keeping …',
    whatBecame: 'What became of the reasons',
    inText: 'In the text:',
    noReply: 'No answer of the group yet.',
    noReplySent: 'The group said nothing about this.',
    repliesOpen: (p) =>
      p.count === 1
        ? 'You have said nothing about one reason yet.'
        : `You have said nothing about ${p.count}\u00A0reasons yet.`,
    repliesGiven: 'Your answer stands beside each reason. It goes along.',
    repliesChange: 'See and change the answers',
    problems: {
      words: {
        missing: 'Please write in one sentence why.',
        being_decided:
          'It is being decided on. The decision will be the answer. You can only take it back if the round decides nothing.',
      },
      successorId: { missing: 'Please choose which one takes its place.' },
      nothing_said: 'Nothing is written here yet. Say for at least one reason what you changed, or why not.',
      only_passage: 'The place is named. Please add what you changed, or why not.',
      sent: 'You have sent it again in the meantime. Your answers stand there as they went along.',
    },
  },
})
