import { bilingual } from '../kit/texts.ts'

/** Who has a vote in a group, the seats that it gives, and who answers for whom. */
export const texts = bilingual({
  de: {
    title: 'Wer hier eine Stimme hat',
    how: 'Wie gezählt wird',
    byPersons: 'Hier hat jedes Mitglied mit Stimmrecht eine Stimme.',
    bySeats:
      'Bei Mehrheit und beim Konsensieren stimmen hier Sitze ab: Organisationen und Gruppen. Bei Konsent und Konsens fragen wir alle Mitglieder mit Stimmrecht, denn alle können einen Einwand haben.',
    policies: {
      all_equal: 'Jede Organisation, jede Gruppe und jede Einzelperson hat eine Stimme.',
      org_only: 'Nur Organisationen und Gruppen stimmen ab. Einzelpersonen beraten mit.',
      weighted: (p: { organisation: number; person: number }) =>
        `Eine Organisation oder Gruppe zählt ${p.organisation}-fach, eine Einzelperson ${p.person}-fach.`,
      pooled: (p: { seats: number }) =>
        p.seats === 1
          ? 'Alle Einzelpersonen teilen sich einen Sitz. Er stimmt, wie ihre Mehrheit stimmt.'
          : `Alle Einzelpersonen teilen sich ${p.seats}\u00A0Sitze. Die stimmen, wie ihre Mehrheit stimmt.`,
      dual: 'Es braucht zwei Mehrheiten: eine bei Organisationen und Gruppen, eine bei den Einzelpersonen.',
    },
    severalAllowed: 'Wer für mehrere Sitze spricht, antwortet für jeden.',
    oneOnly: 'Wer für mehrere Sitze spricht, wählt für jede Runde einen.',
    rulesDecide: 'Das steht in den Regeln der Gruppe. Nur ein Beschluss der Gruppe ändert sie.',
    seats: 'Sitze',
    noSeats: 'Es gibt noch keine Sitze für Organisationen oder Gruppen.',
    noSeatsMore: 'Gebraucht werden sie nur, wenn die Regeln sagen, dass Sitze abstimmen.',
    kinds: { organisation: 'Organisation', group: 'Gruppe', person: 'Person' },
    weight: (p: { weight: number }) => `Gewicht ${p.weight}`,
    since: 'seit',
    givenBy: 'gegeben durch',
    ranks: { principal: 'Hauptperson', deputy: 'Stellvertretung' },
    several:
      'Sprechen mehrere Hauptpersonen für einen Sitz, sprechen sie gemeinsam: Antworten sie verschieden, zählt er nicht.',
    ofGroup:
      'Für eine Gruppe sprechen ihre Leitung und ihre Delegierten. Ändern sich diese Ämter, ändert sich der Sitz von selbst.',
    nobody: 'Gerade spricht hier niemand.',
    notHere: 'gehört noch nicht zu dieser Gruppe und kann hier noch nicht antworten',
    arrange: (p: { name: string }) => `${p.name} besetzen`,
    person: 'Wer',
    rank: 'Spricht als',
    rankHint: 'Die Stellvertretung zählt, solange die Hauptperson nicht selbst antwortet.',
    seatPerson: 'Auf den Sitz setzen',
    seatJoins:
      'Wer noch nicht zu dieser Gruppe gehört, wird Mitglied: eine Hauptperson mit eigener Stimme, eine Stellvertretung ohne.',
    endHolder: (p: { name: string }) => `${p.name} vom Sitz nehmen`,
    endSeatOf: (p: { name: string }) => `Sitz von ${p.name} beenden`,
    endSeatMore:
      'Das braucht einen Beschluss der Gruppe. Der Sitz fehlt ab der nächsten Runde; laufende Runden behalten ihre Liste. Wer für ihn sprach, bleibt Mitglied der Gruppe; Hauptpersonen zählen dann als Einzelpersonen.',
    hasLeft: 'Die Organisation oder Gruppe ist ausgetreten',
    hasLeftMore:
      'Dann fällt der Sitz auch in laufenden Runden weg, wenn noch niemand für ihn geantwortet hat. Eine gegebene Antwort bleibt.',
    endSeatDo: 'Sitz jetzt beenden',
    newSeat: 'Neuen Sitz geben',
    newSeatLead:
      'Das braucht einen Beschluss der Gruppe. Der Sitz gilt ab der nächsten Runde; laufende Runden ändern sich nicht. Wie viel er zählt, steht in den Regeln.',
    who: 'Für wen',
    newOrganisation: 'Eine Organisation, die noch nicht in der Liste steht',
    organisationName: 'Name der neuen Organisation',
    decision: 'Beschluss dieser Gruppe',
    decisionHint: 'Die Nummer, zum Beispiel KK-2026-010.',
    give: 'Sitz geben',
    onlyKeepers: 'Sitze gibt und besetzt, wer die Gruppe leitet.',
    onlyCoordinators: 'Sitze im Kreis gibt und besetzt die Koordination.',
    thatIs: (p: { names: string }) => `Das ist gerade: ${p.names}.`,
    individuals: 'Einzelpersonen',
    individualsMore: 'Sie sprechen für keine Organisation und keine Gruppe und haben eine eigene Stimme.',
    individualsAdvise: 'Sie beraten mit und stimmen nicht ab.',
    members: 'Mitglieder mit Stimmrecht',
    nobodyVotes: 'Noch niemand.',
    proxies: 'Stimme übertragen',
    proxiesOff: 'In dieser Gruppe stimmt jede Person selbst ab.',
    proxiesOffMore:
      'Eine Stimme zu übertragen geht nur, wenn die Regeln der Gruppe es erlauben. Nur ein Beschluss der Gruppe ändert sie.',
    proxiesOn: (p: { max: number }) =>
      p.max === 1
        ? 'Du kannst deine Stimme einem anderen Mitglied übertragen. Niemand stimmt für mehr als eine andere Person mit ab.'
        : `Du kannst deine Stimme einem anderen Mitglied übertragen. Niemand stimmt für mehr als ${p.max} andere mit ab.`,
    proxiesHow:
      'Es gilt für Runden, die danach eröffnet werden. Antwortest du selbst, zählt deine Antwort. Weitergeben darf niemand eine übertragene Stimme. Für den Sitz einer Organisation oder Gruppe gilt es nicht.',
    proxyLine: (p: { principal: string; holder: string; day: string }) =>
      `${p.holder} kann für ${p.principal} antworten, seit ${p.day}.`,
    noProxies: 'Niemand hat eine Stimme übertragen.',
    proxyTo: 'Wer soll für dich antworten?',
    proxyGive: 'Stimme übertragen',
    proxyEnd: 'Ich stimme wieder selbst ab',
    noVote: 'Du hast in dieser Gruppe keine eigene Stimme.',
    problems: {
      who: {
        missing: 'Bitte wähle, für wen der Sitz ist.',
        has_one: 'Dafür gibt es schon einen Sitz.',
        not_there: 'Das gibt es hier nicht. Bitte wähle aus der Liste.',
      },
      organisation: { missing: 'Bitte schreib hin, wie die Organisation heißt.' },
      givenBy: {
        missing: 'Bitte schreib die Nummer des Beschlusses.',
        no_decision:
          'Diese Gruppe hat keinen Beschluss mit dieser Nummer, der heute gilt. Bitte sieh im Register nach.',
      },
      endedBy: {
        missing: 'Bitte schreib die Nummer des Beschlusses.',
        no_decision:
          'Diese Gruppe hat keinen Beschluss mit dieser Nummer, der heute gilt. Bitte sieh im Register nach.',
      },
      personId: {
        missing: 'Bitte wähle eine Person.',
        not_there: 'Diese Person kann hier nicht sitzen. Bitte wähle aus der Liste.',
      },
      rank: { missing: 'Bitte wähle, als was die Person spricht.' },
      holderId: {
        missing: 'Bitte wähle eine Person.',
        full: 'Diese Person stimmt schon für so viele andere mit ab, wie die Regeln erlauben. Bitte wähle jemand anderes.',
        no_vote: 'Diese Person hat hier keine eigene Stimme. Bitte wähle jemand anderes.',
      },
    },
  },
  en: {
    title: 'Who has a vote here',
    how: 'How votes are counted',
    byPersons: 'Every member with a vote has one vote here.',
    bySeats:
      'By majority and by consensing, seats vote here: organisations and groups. By consent and consensus we ask all members with a vote, because anybody may object.',
    policies: {
      all_equal: 'Every organisation, every group and every individual has one vote.',
      org_only: 'Only organisations and groups vote. Individuals advise.',
      weighted: (p) => `An organisation or group counts ${p.organisation} times, an individual ${p.person} times.`,
      pooled: (p) =>
        p.seats === 1
          ? 'All individuals share one seat. It votes as the majority of them.'
          : `All individuals share ${p.seats}\u00A0seats. These vote as the majority of them.`,
      dual: 'It takes two majorities: one among organisations and groups, one among individuals.',
    },
    severalAllowed: 'Whoever speaks for several seats answers for each.',
    oneOnly: 'Whoever speaks for several seats chooses one for each round.',
    rulesDecide: 'This is in the rules of the group. Only a decision of the group changes them.',
    seats: 'Seats',
    noSeats: 'There are no seats for organisations or groups yet.',
    noSeatsMore: 'They are only needed when the rules say that seats vote.',
    kinds: { organisation: 'Organisation', group: 'Group', person: 'Person' },
    weight: (p) => `weight ${p.weight}`,
    since: 'since',
    givenBy: 'given by',
    ranks: { principal: 'principal', deputy: 'deputy' },
    several:
      'Where several principals speak for a seat they speak together: if their answers differ, it does not count.',
    ofGroup: 'For a group its lead and delegates speak. When these roles change, the seat changes by itself.',
    nobody: 'Nobody speaks here at the moment.',
    notHere: 'does not belong to this group yet and cannot answer here yet',
    arrange: (p) => `Arrange the seat of ${p.name}`,
    person: 'Who',
    rank: 'Speaks as',
    rankHint: 'A deputy counts as long as the principal does not answer.',
    seatPerson: 'Put on the seat',
    seatJoins:
      'Whoever does not belong to this group yet becomes a member: a principal with a vote of their own, a deputy without one.',
    endHolder: (p) => `Take ${p.name} off the seat`,
    endSeatOf: (p) => `End the seat of ${p.name}`,
    endSeatMore:
      'This takes a decision of the group. The seat is missing from the next round on; running rounds keep their roll. Whoever spoke for it stays a member of the group; principals then count as individuals.',
    hasLeft: 'The organisation or group has left',
    hasLeftMore:
      'Then the seat drops out of running rounds too where nobody has answered for it. An answer that was given stays.',
    endSeatDo: 'End the seat now',
    newSeat: 'Give a new seat',
    newSeatLead:
      'This takes a decision of the group. The seat counts from the next round on; running rounds do not change. How much it counts is said by the rules.',
    who: 'For whom',
    newOrganisation: 'An organisation that is not in the list yet',
    organisationName: 'Name of the new organisation',
    decision: 'Decision of this group',
    decisionHint: 'Its number, for example KK-2026-010.',
    give: 'Give the seat',
    onlyKeepers: 'Those who lead the group give seats and say who sits there.',
    onlyCoordinators: 'The coordination gives seats in the circle and says who sits there.',
    thatIs: (p) => `At the moment that is: ${p.names}.`,
    individuals: 'Individuals',
    individualsMore: 'They speak for no organisation and no group, and have a vote of their own.',
    individualsAdvise: 'They advise and do not vote.',
    members: 'Members with a vote',
    nobodyVotes: 'Nobody yet.',
    proxies: 'Hand over one’s vote',
    proxiesOff: 'In this group everybody votes in person.',
    proxiesOffMore:
      'Handing over a vote is only possible when the rules of the group allow it. Only a decision of the group changes them.',
    proxiesOn: (p) =>
      p.max === 1
        ? 'You can hand over your vote to another member. Nobody votes for more than one other person.'
        : `You can hand over your vote to another member. Nobody votes for more than ${p.max} others.`,
    proxiesHow:
      'It holds for rounds that open after that. If you answer yourself, your answer counts. Nobody may pass on a vote that was handed over. It does not hold for the seat of an organisation or a group.',
    proxyLine: (p) => `${p.holder} may answer for ${p.principal}, since ${p.day}.`,
    noProxies: 'Nobody has handed over their vote.',
    proxyTo: 'Who should answer for you?',
    proxyGive: 'Hand over my vote',
    proxyEnd: 'I vote in person again',
    noVote: 'You have no vote of your own in this group.',
    problems: {
      who: {
        missing: 'Please choose whose seat it is.',
        has_one: 'There is a seat for this already.',
        not_there: 'This is not there. Please choose from the list.',
      },
      organisation: { missing: 'Please write the name of the organisation.' },
      givenBy: {
        missing: 'Please write the number of the decision.',
        no_decision: 'This group has no decision with this number that holds today. Please look it up in the register.',
      },
      endedBy: {
        missing: 'Please write the number of the decision.',
        no_decision: 'This group has no decision with this number that holds today. Please look it up in the register.',
      },
      personId: {
        missing: 'Please choose a person.',
        not_there: 'This person cannot sit here. Please choose from the list.',
      },
      rank: { missing: 'Please choose in which capacity the person speaks.' },
      holderId: {
        missing: 'Please choose a person.',
        full: 'This person votes for as many others as the rules allow already. Please choose somebody else.',
        no_vote: 'This person has no vote of their own here. Please choose somebody else.',
      },
    },
  },
})
