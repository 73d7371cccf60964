import { bilingual } from '../kit/texts.ts'

/** From when to when somebody really was there. */
export const correctionTexts = bilingual({
  de: {
    correct: 'Zeit berichtigen',
    correctWho: (p: { name: string }) => `Zeit von ${p.name} berichtigen`,
    correctHint: 'Was vorher notiert war, bleibt daneben stehen. Wer gar nicht da war, bekommt zweimal dieselbe Zeit.',
    from: 'Da ab',
    to: 'Da bis',
    correctSave: 'Berichtigen',
    noted: (p: { times: string }) => `notiert war ${p.times}`,
    notThere: 'war nicht da',
    add: 'Jemanden nachtragen',
    addHint: 'Wer da war und nicht notiert ist. Das geht, bis das Protokoll in Umlauf ist.',
    addSave: 'Nachtragen',
    correctProblems: {
      personId: { missing: 'Bitte wähle, wer da war.' },
      not_a_time: 'Bitte eine Uhrzeit, zum Beispiel 19:30.',
      too_late: 'Das liegt nach dem Ende der Sitzung oder in der Zukunft.',
      circulated: 'Das Protokoll ist schon in Umlauf. Wenn etwas nicht stimmt, erhebt dort Einspruch.',
      not_over: 'Die Sitzung geht noch. Notiert die Person als da, und berichtigt dann ihre Zeit.',
    },
  },
  en: {
    correct: 'Correct the times',
    correctWho: (p) => `Correct the times of ${p.name}`,
    correctHint: 'What was noted before stays beside it. Whoever was not there at all gets the same time twice.',
    from: 'There from',
    to: 'There until',
    correctSave: 'Correct',
    noted: (p) => `noted was ${p.times}`,
    notThere: 'was not there',
    add: 'Add somebody afterwards',
    addHint: 'Whoever was there and is not noted. This is possible until the minutes go round.',
    addSave: 'Add',
    correctProblems: {
      personId: { missing: 'Please choose who was there.' },
      not_a_time: 'Please enter a time, such as 19:30.',
      too_late: 'This is after the end of the meeting or in the future.',
      circulated: 'The minutes are going round already. If something is wrong, object to it there.',
      not_over: 'The meeting is still going on. Note the person as there, and then correct the times.',
    },
  },
})
