import { bilingual } from '../kit/texts.ts'

const nbsp = '\u00A0'

export const texts = bilingual({
  de: {
    consequences: {
      adopt: 'Der Kreis macht daraus einen eigenen Beschluss.',
      decide: 'Der Kreis beantwortet, was ihr allein nicht entscheiden könnt.',
      take_note: 'Der Kreis liest es. Einen Beschluss braucht ihr nicht.',
      mediate: 'Ihr seid euch nicht einig und wünscht euch Hilfe.',
    },
    giveVersion: (p: { number: number }) => `Fassung${nbsp}${p.number} an den Kreis geben?`,
    giveDecision: (p: { number: string }) => `${p.number} an den Kreis geben?`,
    giveVersionText: 'Der Kreis bekommt genau diese Fassung. Ihr könnt am Entwurf weiterschreiben.',
    giveDecisionText: 'Der Kreis bekommt den Wortlaut eures Beschlusses.',
    giveQuestionText: 'Ohne eigenen Beschluss: Sagt dazu, warum es trotzdem zum Kreis soll.',
    againText: (p: { number: string }) =>
      `Das ist die zweite Vorlage nach ${p.number}. Der Kreis sieht beide nebeneinander.`,
    against: 'Gehört zur Rückgabe',
    request: 'Was soll der Kreis tun?',
    wish: 'Ein Satz an den Kreis',
    wishHint: 'Zum Beispiel: „Bitte beschließt den Text als Teil der gemeinsamen Antwort.“',
    wishedBy: 'Bis wann wünscht ihr euch eine Antwort?',
    questionTitle: 'Worum geht es?',
    questionReason: 'Warum kommt es ohne Beschluss zum Kreis?',
    give: 'An den Kreis geben',
    giving: 'Wird übergeben …',
    notYet: 'Noch nicht',
    problems: {
      past: 'Dieser Tag ist schon vorbei. Wähle heute oder einen späteren.',
      request: { missing: 'Bitte wähle, was der Kreis tun soll.' },
      wish: {
        missing: 'Bitte schreib in einem Satz, was ihr euch vom Kreis wünscht.',
        too_long: 'Ein Satz reicht. Bitte kürze ihn.',
      },
      title: { missing: 'Bitte schreib in wenigen Worten, worum es geht.' },
      reason: { missing: 'Bitte schreib, warum es ohne Beschluss zum Kreis soll.' },
    },
  },
  en: {
    consequences: {
      adopt: 'The circle makes it a decision of its own.',
      decide: 'The circle answers what you cannot decide alone.',
      take_note: 'The circle reads it. You need no decision.',
      mediate: 'You do not agree among yourselves and wish for help.',
    },
    giveVersion: (p) => `Hand version${nbsp}${p.number} to the circle?`,
    giveDecision: (p) => `Hand ${p.number} to the circle?`,
    giveVersionText: 'The circle gets exactly this version. You can go on writing the draft.',
    giveDecisionText: 'The circle gets the words of your decision.',
    giveQuestionText: 'Without a decision of your own: say why it should go to the circle all the same.',
    againText: (p) => `This is the second sending after ${p.number}. The circle sees both side by side.`,
    against: 'Belongs to the return',
    request: 'What should the circle do?',
    wish: 'One sentence to the circle',
    wishHint: 'For example: “Please adopt the text as part of the joint answer.”',
    wishedBy: 'By when do you wish for an answer?',
    questionTitle: 'What is it about?',
    questionReason: 'Why does it go to the circle without a decision?',
    give: 'Hand to the circle',
    giving: 'Handing over …',
    notYet: 'Not yet',
    problems: {
      past: 'This day is over. Choose today or a later one.',
      request: { missing: 'Please choose what the circle should do.' },
      wish: {
        missing: 'Please write in one sentence what you wish from the circle.',
        too_long: 'One sentence is enough. Please shorten it.',
      },
      title: { missing: 'Please write in a few words what it is about.' },
      reason: { missing: 'Please write why it should go to the circle without a decision.' },
    },
  },
})
