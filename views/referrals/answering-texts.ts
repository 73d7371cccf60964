import { bilingual } from '../kit/texts.ts'

const nbsp = '\u00A0'

/** Quotation marks within quotation marks. */
const inner = (title: string) => title.replace(/„([^“]*)“/g, '‚$1‘').replace(/“([^”]*)”/g, '‘$1’')

export const texts = bilingual({
  de: {
    answering: 'Was antwortet der Kreis?',
    takeUp: 'Als Vorlage des Kreises aufgreifen',
    takeUpText: 'Der Kreis entscheidet selbst darüber. Sein Beschluss ist die Antwort an die Gruppe.',
    takingUp: 'Wird angelegt …',
    proposalTitle: 'Überschrift',
    proposalWording: 'Beschlusstext des Kreises',
    proposalWordingHint: 'Ein Vorschlag. Ändere ihn, bis er für sich allein verständlich ist.',
    proposalRationale: 'Begründung',
    suggestVersion: (p: { title: string; number: number }) =>
      `Der Koordinierungskreis beschließt das Papier „${inner(p.title)}“ in der Fassung${nbsp}${p.number}.`,
    suggestWording: (p: { wording: string }) => `Der Koordinierungskreis beschließt: ${p.wording}`,
    suggestQuestion: (p: { title: string }) => `Der Koordinierungskreis beschließt zu der Frage „${inner(p.title)}“: …`,
    suggestRationale: (p: { number: string; group: string; wish: string }) => `${p.number}, ${p.group}: ${p.wish}`,
    onItsWay: {
      deciding: {
        first: 'Der Kreis entscheidet gerade darüber.',
        more: 'Sein Beschluss wird die Antwort sein. Anders antworten geht erst wieder, wenn die Runde nichts entscheidet.',
        link: 'Zur Vorlage des Kreises',
      },
      waiting: {
        first: 'Der Kreis hat es aufgegriffen.',
        more: 'Für die Vorlage ist noch keine Runde eröffnet. Antwortet ihr auf anderem Weg, wird sie zurückgezogen.',
        link: 'Zur Vorlage des Kreises',
      },
      reported: {
        first: 'Der Kreis hat schon entschieden.',
        more: 'Sobald eine zweite Person aus dem Kreis es bestätigt, ist der Beschluss die Antwort. Wird der Eintrag verworfen, könnt ihr wieder antworten.',
        link: 'Zum Eintrag',
      },
    },
    report: 'Der Kreis hat schon entschieden',
    reportText:
      'In einer Sitzung oder am Telefon: Trag ein, was, wann, wo und wie. Sobald eine zweite Person es bestätigt, hat die Gruppe ihre Antwort.',
    reportInstead:
      'In einer Sitzung oder am Telefon: Trag ein, was, wann, wo und wie. Die Vorlage ohne Runde wird dann zurückgezogen.',
    decidedInMeeting: 'In einer Sitzung entschieden.',
    giveBack: 'Zur Überarbeitung zurückgeben',
    giveBackText:
      'Die Gruppe bekommt die Gründe, eine Aufgabe mit Termin und einen neuen Entwurf mit dem geschickten Text.',
    giveBackQuestionText: 'Die Gruppe bekommt die Gründe und eine Aufgabe mit Termin.',
    givingBack: 'Wird zurückgegeben …',
    reasonNumber: (p: { number: number }) => `Grund${nbsp}${p.number}`,
    reasonHint: 'Ein Grund je Feld. So kann die Gruppe auf jeden einzeln antworten.',
    moreReasons: 'Weitere Gründe',
    comment: 'Noch ein Satz dazu',
    wishedBack: 'Bis wann wünscht ihr euch die Überarbeitung?',
    contactLabel: 'Wen kann die Gruppe fragen?',
    me: 'du',
    note: 'Zur Kenntnis nehmen',
    noteText: 'Der Kreis sagt ausdrücklich, dass er nichts beschlossen hat.',
    noting: 'Wird eingetragen …',
    noteLabel: 'Was der Kreis dazu sagt',
    noteSuggestion: 'Der Koordinierungskreis hat das gelesen. Einen Beschluss gibt es dazu nicht.',
    reworkTask: (p: { title: string }) => `Überarbeiten: ${p.title}`,
    problems: {
      past: 'Dieser Tag ist schon vorbei. Wähle heute oder einen späteren.',
      title: { missing: 'Bitte schreib in wenigen Worten, worum es geht.' },
      wording: { missing: 'Bitte schreib, was der Kreis beschließen soll.' },
      reason1: { missing: 'Bitte nenne mindestens einen Grund. Ohne Grund kann die Gruppe nichts ändern.' },
      contactId: {
        missing: 'Bitte wähle, wen die Gruppe fragen kann.',
        not_a_member: 'Das kann nur jemand aus dem Kreis sein. Wähle jemanden aus der Liste.',
      },
      statement: { missing: 'Bitte schreib ausdrücklich, dass es keinen Beschluss gibt.' },
      kind: {
        being_decided:
          'Der Kreis hat darüber gerade entschieden oder ist dabei. Sein Beschluss wird die Antwort sein. Dein Text steht noch hier.',
      },
    },
  },
  en: {
    answering: 'What does the circle answer?',
    takeUp: 'Take it up as a proposal of the circle',
    takeUpText: 'The circle decides on it itself. Its decision is the answer to the group.',
    takingUp: 'Being made …',
    proposalTitle: 'Heading',
    proposalWording: 'Wording of the circle’s decision',
    proposalWordingHint: 'A suggestion. Change it until it can be understood on its own.',
    proposalRationale: 'Rationale',
    suggestVersion: (p) => `The coordination circle adopts the paper “${inner(p.title)}” in version${nbsp}${p.number}.`,
    suggestWording: (p) => `The coordination circle decides: ${p.wording}`,
    suggestQuestion: (p) => `On the question “${inner(p.title)}” the coordination circle decides: …`,
    suggestRationale: (p) => `${p.number}, ${p.group}: ${p.wish}`,
    onItsWay: {
      deciding: {
        first: 'The circle is deciding on it.',
        more: 'Its decision will be the answer. You can only answer otherwise if the round decides nothing.',
        link: 'To the circle’s proposal',
      },
      waiting: {
        first: 'The circle has taken it up.',
        more: 'No round has been opened for the proposal yet. If you answer in another way, it is withdrawn.',
        link: 'To the circle’s proposal',
      },
      reported: {
        first: 'The circle has decided already.',
        more: 'As soon as a second person of the circle confirms it, the decision is the answer. If the entry is discarded, you can answer again.',
        link: 'To the entry',
      },
    },
    report: 'The circle has decided already',
    reportText:
      'In a meeting or on the phone: enter what, when, where and how. As soon as a second person confirms it, the group has its answer.',
    reportInstead:
      'In a meeting or on the phone: enter what, when, where and how. The proposal without a round is withdrawn then.',
    decidedInMeeting: 'Decided in a meeting.',
    giveBack: 'Return it for rework',
    giveBackText: 'The group gets the reasons, a task with a date and a new draft with the text that was sent.',
    giveBackQuestionText: 'The group gets the reasons and a task with a date.',
    givingBack: 'Returning …',
    reasonNumber: (p) => `Reason${nbsp}${p.number}`,
    reasonHint: 'One reason per field, so that the group can answer each of them.',
    moreReasons: 'More reasons',
    comment: 'One more sentence on it',
    wishedBack: 'By when do you wish for the reworked text?',
    contactLabel: 'Whom can the group ask?',
    me: 'you',
    note: 'Take note',
    noteText: 'The circle says explicitly that it has decided nothing.',
    noting: 'Being entered …',
    noteLabel: 'What the circle says',
    noteSuggestion: 'The coordination circle has read this. There is no decision on it.',
    reworkTask: (p) => `Rework: ${p.title}`,
    problems: {
      past: 'This day is over. Choose today or a later one.',
      title: { missing: 'Please write in a few words what it is about.' },
      wording: { missing: 'Please write what the circle should decide.' },
      reason1: { missing: 'Please give at least one reason. Without one the group cannot change anything.' },
      contactId: {
        missing: 'Please choose whom the group can ask.',
        not_a_member: 'This can only be somebody from the circle. Choose somebody from the list.',
      },
      statement: { missing: 'Please write explicitly that there is no decision.' },
      kind: {
        being_decided:
          'The circle has just decided on it, or is about to. Its decision will be the answer. Your text is still here.',
      },
    },
  },
})
