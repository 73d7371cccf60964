import { bilingual } from '../kit/texts.ts'

/** Who has a vote, and what counts for a seat. */
export const texts = bilingual({
  de: {
    title: 'Sitze und Stimmen',
    list: [
      {
        term: 'Wer eine Stimme hat',
        words:
          'steht bei den Leuten der Gruppe unter „Wer hier eine Stimme hat“. Meist ist es jedes Mitglied. Im Kreis stimmen bei Mehrheit Sitze ab: Gruppen und Organisationen. Bei Konsent fragen wir alle.',
      },
      {
        term: 'Stellvertretung',
        words:
          'antwortet für denselben Sitz. Antwortet die Hauptperson auch, zählt nur ihre Antwort. Nimmt sie sie zurück, zählt wieder die der Stellvertretung.',
      },
      {
        term: 'Gemeinsam für einen Sitz',
        words:
          'sprechen zum Beispiel Leitung und Delegierte einer Gruppe. Antworten sie verschieden, zählt der Sitz nicht, und beide sehen das sofort.',
      },
      {
        term: 'Eine Stimme übertragen',
        words:
          'geht nur, wenn eure Regeln es erlauben, und bevor die Runde beginnt. Wer sie bekommt, antwortet für dich mit. Antwortest du selbst, zählt deine Antwort. Weitergeben kann man eine übertragene Stimme nicht.',
      },
      {
        term: 'Befangenheit',
        words:
          'erklärt die Hauptperson eines Sitzes auf der Seite der Runde. Trägt jemand anderes sie ein, gilt sie erst, wenn die Hauptperson oder eine zweite Person mit einem Amt sie bestätigt. Mitreden geht weiter, abstimmen nicht. Im Beschluss stehen nur die Zahl und der Grund.',
      },
      {
        term: 'Auf Papier und mit der Hand',
        words:
          'trägt in einer Sitzung ein, wer das Protokoll führt oder die Runde leitet. Ein Papier gilt anstelle dessen, was online kam, und alle in der Gruppe sehen, wer es eingetragen hat. Hände sind Zahlen ohne Namen.',
      },
    ],
    more: 'Wer nach dem Eröffnen dazukommt, steht nicht mehr auf der Liste dieser Runde. Wer geht, ohne geantwortet zu haben, fällt heraus.',
  },
  en: {
    title: 'Seats and votes',
    list: [
      {
        term: 'Who has a vote',
        words:
          'is said with the people of the group, under “Who has a vote here”. Mostly it is every member. In the circle seats vote by majority: groups and organisations. By consent we ask everybody.',
      },
      {
        term: 'A deputy',
        words:
          'answers for the same seat. If the principal answers too, only their answer counts. If they take it back, the deputy’s counts again.',
      },
      {
        term: 'Together for one seat',
        words:
          'speak, for example, the lead and the delegates of a group. If their answers differ the seat does not count, and both see that at once.',
      },
      {
        term: 'Handing over a vote',
        words:
          'is possible only where your rules allow it, and before the round begins. Whoever gets it answers for you as well. If you answer yourself, your answer counts. A vote that was handed over cannot be passed on.',
      },
      {
        term: 'A conflict of interest',
        words:
          'is declared by the principal of a seat, on the page of the round. If somebody else enters it, it only holds when the principal or a second person with a role confirms it. Speaking is still possible, voting is not. The decision shows only the number and the reason.',
      },
      {
        term: 'On paper and by hand',
        words:
          'is entered in a meeting by those who take the minutes or lead the round. A paper holds instead of what came online, and everybody in the group sees who entered it. Hands are numbers without names.',
      },
    ],
    more: 'Whoever joins after the opening is not on the roll of that round. Whoever leaves without an answer drops off.',
  },
})
