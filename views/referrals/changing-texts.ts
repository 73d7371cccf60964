import { bilingual } from '../kit/texts.ts'

const nbsp = '\u00A0'

/** Waiting, changing, hearing, and what the group has against changes. */
export const texts = bilingual({
  de: {
    defer: 'Vertagen',
    deferText: 'Die Antwort muss noch warten. Die Gruppe liest, warum, und wer koordiniert, bekommt eine Aufgabe dazu.',
    deferring: 'Wird vertagt …',
    deferReason: 'Warum muss es warten?',
    deferReasonHint: 'Die Gruppe liest das.',
    deferrals: 'Vertagt',
    deferredBy: (p: { name: string; day: string }) => `${p.day}, ${p.name}`,
    deferredByRound: (p: { day: string }) => `${p.day}, nach der Runde`,
    roundEnded: 'Die Runde hat nichts entschieden.',
    openObjections: 'Offene Einwände',
    changes: 'Geänderte Fassung',
    changesText:
      'Schreibt die Vorlage um, bevor ihr darüber entscheidet. Was die Gruppe geschickt hat, bleibt daneben stehen.',
    beginChanges: 'Geänderte Fassung schreiben',
    goOnChanging: 'An der geänderten Fassung weiterschreiben',
    compareChanges: 'Unterschied zum geschickten Text ansehen',
    isChanged: 'Über die geänderte Fassung entscheiden',
    isChangedHint: 'Sie wird dabei festgehalten. Sonst geht es um den geschickten Text.',
    useChanges: 'Vorlage auf die geänderte Fassung umstellen',
    usingChanges: 'Wird umgestellt …',
    changedWording: 'Beschlusstext mit den Änderungen',
    suggestChanged: (p: { title: string }) => `Wir beschließen das Papier „${p.title}“ mit unseren Änderungen.`,
    changesTitle: 'Was geändert ist',
    changesTo: (p: { number: string }) => `Geändert gegenüber ${p.number}`,
    changesCount: (p: { count: number }) =>
      p.count === 0
        ? 'Es ist nichts anders.'
        : p.count === 1
          ? 'Eine Stelle ist anders.'
          : `${p.count}${nbsp}Stellen sind anders.`,
    stillWritten: 'Daran wird noch geschrieben. Es gilt erst, wenn es beschlossen ist.',
    adoptedForm: 'So ist es beschlossen.',
    proposedBy: 'Änderungen vorgeschlagen von',
    changedVersion: 'Beschlossene Fassung',
    changedDraft: 'Neuer Entwurf mit den Änderungen',
    seeChanges: 'Änderungen ansehen',
    voices: 'Aus der Gruppe gehört',
    voice: 'Wen aus der Gruppe habt ihr gehört?',
    voiceHint: 'Ein Name, zum Beispiel von der Person, die es vorgestellt hat.',
    noteVoice: 'Aufschreiben',
    notingVoice: 'Wird aufgeschrieben …',
    tasks: 'Aufgaben aus dem Beschluss',
    summary: 'In einem Satz',
    question: 'Frage:',
    questions: 'Fragen an die Gruppe',
    questionsHint: 'Eine Frage je Zeile. Die Gruppe antwortet auf jede.',
    nothingDecided: 'Ausdrücklich ohne Beschluss: Der Text bleibt, wie er ist, bei der Gruppe.',
    reserve: 'Vorbehalt eintragen',
    reserveText: (p: { day: string }) =>
      `Könnt ihr mit den Änderungen nicht leben? Bis einschließlich ${p.day} könnt ihr das festhalten. Der Beschluss bleibt; euer Vorbehalt kommt beim nächsten Treffen zur Sprache.`,
    reservationWords: 'Was habt ihr gegen die Änderungen?',
    reserving: 'Wird eingetragen …',
    reservation: 'Vorbehalt der Gruppe',
    reservedBy: (p: { name: string; day: string }) => `${p.name}, ${p.day}`,
    reservationWaits: 'Der Beschluss gilt weiter. Der Vorbehalt steht auf der Liste fürs nächste Treffen.',
    problems: {
      reason: {
        missing: 'Bitte schreib, warum es warten muss.',
        being_decided: 'Darüber wird gerade entschieden. Vertagen geht erst wieder, wenn die Runde nichts entscheidet.',
      },
      changedWording: {
        missing: 'Bitte schreib, was beschlossen werden soll.',
        being_decided: 'Darüber wird gerade entschieden. Der Text ändert sich jetzt nicht mehr.',
      },
      voice: { missing: 'Bitte schreib einen Namen auf.', too_long: 'Bitte fasse dich kürzer: höchstens 200 Zeichen.' },
      reservation: {
        missing: 'Bitte schreib, was ihr gegen die Änderungen habt.',
        over: 'Die sieben Tage sind vorbei. Ihr könnt die Sache als neue Weiterleitung schicken.',
      },
    },
  },
  en: {
    defer: 'Put it off',
    deferText: 'The answer has to wait. The group reads why, and who coordinates gets a task about it.',
    deferring: 'Being put off …',
    deferReason: 'Why does it have to wait?',
    deferReasonHint: 'The group reads this.',
    deferrals: 'Put off',
    deferredBy: (p) => `${p.day}, ${p.name}`,
    deferredByRound: (p) => `${p.day}, after the round`,
    roundEnded: 'The round has decided nothing.',
    openObjections: 'Open objections',
    changes: 'Changed version',
    changesText: 'Rewrite the paper before you decide on it. What the group sent stays beside it.',
    beginChanges: 'Write a changed version',
    goOnChanging: 'Go on writing the changed version',
    compareChanges: 'See the difference to the text that was sent',
    isChanged: 'Decide on the changed version',
    isChangedHint: 'It is kept as a version then. Otherwise it is about the text that was sent.',
    useChanges: 'Change the proposal over to the changed version',
    usingChanges: 'Being changed over …',
    changedWording: 'Wording of the decision with the changes',
    suggestChanged: (p) => `We adopt the paper “${p.title}” with our changes.`,
    changesTitle: 'What is changed',
    changesTo: (p) => `Changed from ${p.number}`,
    changesCount: (p) =>
      p.count === 0
        ? 'Nothing is different.'
        : p.count === 1
          ? 'One place is different.'
          : `${p.count}${nbsp}places are different.`,
    stillWritten: 'This is still being written. It is in force only once it is adopted.',
    adoptedForm: 'This is how it was adopted.',
    proposedBy: 'Changes proposed by',
    changedVersion: 'Adopted version',
    changedDraft: 'New draft with the changes',
    seeChanges: 'See the changes',
    voices: 'Heard from the group',
    voice: 'Whom from the group have you heard?',
    voiceHint: 'A name, for example of the person who presented it.',
    noteVoice: 'Write it down',
    notingVoice: 'Being written down …',
    tasks: 'Tasks from the decision',
    summary: 'In one sentence',
    question: 'Question:',
    questions: 'Questions to the group',
    questionsHint: 'One question per line. The group answers each of them.',
    nothingDecided: 'Explicitly without a decision: the text stays with the group as it is.',
    reserve: 'Enter a reservation',
    reserveText: (p) =>
      `You cannot live with the changes? Until the end of ${p.day} you can put that on record. The decision stays; your reservation is talked about at the next meeting.`,
    reservationWords: 'What do you have against the changes?',
    reserving: 'Being entered …',
    reservation: 'Reservation of the group',
    reservedBy: (p) => `${p.name}, ${p.day}`,
    reservationWaits: 'The decision stays in force. The reservation is on the list for the next meeting.',
    problems: {
      reason: {
        missing: 'Please write why it has to wait.',
        being_decided: 'It is being decided on. It can only be put off if the round decides nothing.',
      },
      changedWording: {
        missing: 'Please write what shall be adopted.',
        being_decided: 'It is being decided on. The text does not change now.',
      },
      voice: { missing: 'Please write down a name.', too_long: 'Please be brief: 200 characters at most.' },
      reservation: {
        missing: 'Please write what you have against the changes.',
        over: 'The seven days are over. You can send the matter as a new referral.',
      },
    },
  },
})
