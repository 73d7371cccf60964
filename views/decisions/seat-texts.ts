import { bilingual } from '../kit/texts.ts'

/** Answering for seats: what counts, who is recused, which seat one takes. */
export const texts = bilingual({
  de: {
    forSeat: (p: { name: string }) => `Für ${p.name}`,
    ownSeat: 'Als Einzelperson',
    ranks: { principal: 'als Hauptperson', deputy: 'als Stellvertretung', proxy: 'mit übertragener Stimme' },
    states: {
      principal_first: {
        first: 'Nicht gezählt: Die Hauptperson hat abgestimmt.',
        more: 'Nimmt sie ihre Antwort zurück, zählt deine wieder.',
      },
      meeting_entry: {
        first: 'In der Sitzung wurde eine Antwort für diesen Sitz eingetragen.',
        more: 'Sie gilt anstelle der Antwort von hier. Ist der Eintrag falsch, sag es der Protokollführung.',
      },
      contested: {
        first: 'Eure Antworten sind verschieden. So zählt dieser Sitz nicht.',
        more: 'Ihr sprecht gemeinsam für ihn. Sprecht euch ab; sobald ihr dasselbe antwortet, zählt er.',
      },
      recused: {
        first: 'Dieser Sitz ist befangen.',
        more: 'Mitreden geht weiter. Eine Antwort für ihn zählt nicht.',
      },
    },
    entered: (p: { choice: string }) => `Für dich eingetragen: ${p.choice}.`,
    conflicts: 'Befangen?',
    conflictsAsk:
      'Gibt es einen Interessenkonflikt, stimmt der Sitz nicht mit ab. Mitreden geht weiter. Nach außen steht da nur die Zahl der Sitze und der Grund.',
    conflictsOfOthers:
      'Für den eigenen Sitz gilt das sofort. Wer es für einen anderen Sitz einträgt, schlägt es vor: Es gilt, sobald eine Hauptperson des Sitzes oder eine zweite Person mit einem Amt es bestätigt.',
    proposed: (p: { seat: string; category: string }) => `Befangen? ${p.seat} (${p.category})`,
    proposedBy: (p: { name: string }) =>
      `Eingetragen von ${p.name}. Es gilt erst, wenn eine Hauptperson des Sitzes oder eine zweite Person mit einem Amt es bestätigt.`,
    confirmRecusal: 'Befangenheit bestätigen',
    withdrawRecusal: 'Vorschlag zurücknehmen',
    declare: 'Befangenheit erklären',
    declareSeat: 'Für welchen Sitz',
    category: 'Grund',
    declareMore: 'Das lässt sich nicht zurücknehmen. Eine Antwort, die schon gegeben ist, wird ungültig.',
    declareDo: 'Befangenheit eintragen',
    categories: {
      contract: 'Vertrag oder Streit mit dem Mitglied',
      own_funding: 'eigene Förderung',
      relatives: 'Angehörige',
      office_at_funder: 'Amt bei Zuwendungsgeber',
      own_project: 'eigenes Projekt',
    } as Record<string, string>,
    recused: (p: { count: number; categories: string }) =>
      p.count === 1 ? `1\u00A0Sitz befangen (${p.categories})` : `${p.count}\u00A0Sitze befangen (${p.categories})`,
    toMeeting: 'Aus der Sitzung eintragen',
    toMeetingMore: 'Wer da ist, was auf Papier kam, wie viele Hände oben waren.',
    choose: (p: { name: string }) => `Für welchen Sitz antwortet ${p.name} in dieser Runde?`,
    chooseHint: 'Die Regeln erlauben einen Sitz je Person. Frag vorher nach.',
    problems: {
      seat: { missing: 'Bitte wähle einen Sitz.', not_there: 'Diesen Sitz gibt es in dieser Runde nicht.' },
      category: {
        missing: 'Bitte wähle einen Grund.',
        unknown: 'Diesen Grund kennen die Regeln der Gruppe nicht.',
        counted: 'Die Runde ist schon ausgezählt. Später wird nachgezählt: auf der Seite des Beschlusses.',
        over: 'Die Zeit der Runde ist um. Später wird nachgezählt: auf der Seite des Beschlusses.',
        hands:
          'Die Hände sind schon gezählt, und niemand weiß, welche für diesen Sitz oben war. Brecht die Runde ab und fragt neu, oder lasst später nachzählen.',
        gone: 'Dieser Sitz ist nicht mehr auf der Liste.',
        not_there: 'Diesen Sitz gibt es in dieser Runde nicht.',
      },
      seat_choice: 'Bitte wähle für jede dieser Personen einen Sitz.',
    },
  },
  en: {
    forSeat: (p) => `For ${p.name}`,
    ownSeat: 'As an individual',
    ranks: { principal: 'as principal', deputy: 'as deputy', proxy: 'with a vote handed over' },
    states: {
      principal_first: {
        first: 'Not counted: the principal has voted.',
        more: 'If they take their answer back, yours counts again.',
      },
      meeting_entry: {
        first: 'In the meeting an answer was entered for this seat.',
        more: 'It holds instead of the answer from here. If the entry is wrong, tell whoever takes the minutes.',
      },
      contested: {
        first: 'Your answers differ. Like this the seat does not count.',
        more: 'You speak for it together. Talk to each other; as soon as you answer the same, it counts.',
      },
      recused: {
        first: 'This seat is recused.',
        more: 'You may go on speaking. An answer for it does not count.',
      },
    },
    entered: (p) => `Entered for you: ${p.choice}.`,
    conflicts: 'A conflict of interest?',
    conflictsAsk:
      'Where there is a conflict of interest the seat does not vote. Speaking is still possible. Outside only the number of seats and the reason are shown.',
    conflictsOfOthers:
      'For one’s own seat this holds at once. Whoever enters it for another seat proposes it: it holds as soon as a principal of the seat or a second person with a role confirms it.',
    proposed: (p) => `A conflict of interest? ${p.seat} (${p.category})`,
    proposedBy: (p) =>
      `Entered by ${p.name}. It only holds when a principal of the seat or a second person with a role confirms it.`,
    confirmRecusal: 'Confirm the conflict',
    withdrawRecusal: 'Take the proposal back',
    declare: 'Declare a conflict',
    declareSeat: 'For which seat',
    category: 'Reason',
    declareMore: 'This cannot be taken back. An answer that was given already becomes void.',
    declareDo: 'Enter the conflict',
    categories: {
      contract: 'contract or dispute with the member',
      own_funding: 'own funding',
      relatives: 'relatives',
      office_at_funder: 'office at the funder',
      own_project: 'own project',
    } as Record<string, string>,
    recused: (p) =>
      p.count === 1 ? `1\u00A0seat recused (${p.categories})` : `${p.count}\u00A0seats recused (${p.categories})`,
    toMeeting: 'Enter from the meeting',
    toMeetingMore: 'Who is there, what came on paper, how many hands were raised.',
    choose: (p) => `For which seat does ${p.name} answer in this round?`,
    chooseHint: 'The rules allow one seat per person. Ask them first.',
    problems: {
      seat: { missing: 'Please choose a seat.', not_there: 'This seat is not in this round.' },
      category: {
        missing: 'Please choose a reason.',
        unknown: 'The rules of the group do not know this reason.',
        counted: 'The round has been counted. Later it is counted again: on the page of the decision.',
        over: 'The time of the round is over. Later it is counted again: on the page of the decision.',
        hands:
          'The hands have been counted, and nobody knows which one was raised for this seat. End the round and ask again, or have it counted again later.',
        gone: 'This seat is not on the roll any more.',
        not_there: 'This seat is not in this round.',
      },
      seat_choice: 'Please choose one seat for each of these people.',
    },
  },
})
