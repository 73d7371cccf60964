import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    title: 'Auf Weiterleitungen antworten',
    list: [
      {
        term: 'Vertagen',
        words:
          'Mit einem Grund, so oft es sein muss. Die Gruppe liest ihn, und wer koordiniert, bekommt eine Aufgabe. Entscheidet eine Runde nichts oder kommt ein Treffen nicht dazu, wird von selbst vertagt.',
      },
      {
        term: 'Mit Änderungen beschließen',
        words:
          'Schreibt eine geänderte Fassung. Sie beginnt mit dem geschickten Text, und der Unterschied steht vor dem Beschluss da. Die Gruppe bekommt einen neuen Entwurf mit den Änderungen und die Aufgabe, sie in sieben Tagen zu prüfen.',
      },
      {
        term: 'Vorbehalt',
        words:
          'In diesen sieben Tagen können Leitung oder Delegierte einen Vorbehalt eintragen. Der Beschluss bleibt; der Vorbehalt steht auf beiden Seiten und auf der Liste fürs nächste Treffen.',
      },
      {
        term: 'Zurückgeben',
        words: 'Mit mindestens einem Grund. Dazu könnt ihr Fragen stellen; die Gruppe antwortet auf jede.',
      },
    ],
  },
  en: {
    title: 'Answering referrals',
    list: [
      {
        term: 'Putting off',
        words:
          'With a reason, as often as it has to be. The group reads it, and who coordinates gets a task. Where a round decides nothing or a meeting does not come to it, it is put off by itself.',
      },
      {
        term: 'Adopting with changes',
        words:
          'Write a changed version. It begins with the text that was sent, and the difference is there before the decision. The group gets a new draft with the changes and the task to look at them within seven days.',
      },
      {
        term: 'Reservation',
        words:
          'Within these seven days lead or delegates can enter a reservation. The decision stays; the reservation stands on both sides and on the list for the next meeting.',
      },
      {
        term: 'Returning',
        words: 'With at least one reason. You can ask questions besides; the group answers each of them.',
      },
    ],
  },
})
