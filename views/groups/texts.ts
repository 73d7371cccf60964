import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    roles: {
      lead: 'Leitung',
      delegate: 'Delegiert in den Kreis',
      facilitator: 'Moderation',
      minute_taker: 'Protokollführung',
      coordinator: 'Koordination',
    },
    people: 'Menschen und Auftrag',
    circlePeople: 'Sitze und Menschen',
    members: 'Mitglieder',
    guests: 'Gäste',
    you: 'du',
    roleUntil: (p: { role: string; day: string }) => `${p.role} bis ${p.day}`,
    roleSince: (p: { role: string; day: string; givenBy: string }) => `${p.role} seit ${p.day}, laut ${p.givenBy}`,
    mandateAndRules: 'Auftrag und Regeln',
    since: 'seit',
    lastDay: 'bis',
    noVote: 'ohne Stimme',
    change: 'Ändern',

    role: 'Amt',
    roleEnds: 'Bis wann',
    roleEndsHint: 'Der letzte Tag des Amtes. Leer heißt: bis auf Weiteres.',
    givenBy: 'Beschluss',
    givenByHint: 'Die Nummer, zum Beispiel EN-2026-004, oder wo es beschlossen wurde.',
    giveRole: 'Amt eintragen',
    endRole: (p: { role: string }) => `${p.role} beenden`,
    roleProblems: {
      role: {
        missing: 'Bitte wähle ein Amt.',
        unknown: 'Dieses Amt gibt es hier nicht.',
        double_link: 'Leitung und Delegation in den Kreis liegen bei zwei verschiedenen Menschen.',
        not_a_member: 'Ein Amt können nur Mitglieder haben, keine Gäste.',
      },
      endsOn: {
        past: 'Dieser Tag ist schon vorbei. Wähle einen Tag ab heute.',
        nobody_longer:
          'Danach wäre niemand mehr für alle da. Gib das Amt zuerst jemand anderem, mindestens so lange, wie es jetzt besetzt ist.',
      },
    },
    lastLead: 'Die Gruppe braucht eine Leitung.',
    lastLeadMore: 'Gib das Amt zuerst jemand anderem. Wer es mindestens so lange hat, kann übernehmen.',
    lastCoordinator: 'Der Kreis braucht eine Koordination.',
    lastCoordinatorMore: 'Gib das Amt zuerst jemand anderem. Wer es mindestens so lange hat, kann übernehmen.',

    leave: 'Gruppe verlassen',
    leaveAsk: (p: { group: string }) => `Willst du ${p.group} verlassen?`,
    leaveMore:
      'Du siehst die Gruppe dann sofort nicht mehr. Was du beigetragen und wie du geantwortet hast, bleibt. Deine offenen Aufgaben gehen an „niemand“ zurück.',
    leaveDo: 'Ja, Gruppe verlassen',
    seeOff: (p: { name: string }) => `${p.name} verabschieden`,
    seeOffAsk: (p: { name: string; group: string }) => `Gehört ${p.name} nicht mehr zu ${p.group}?`,
    seeOffMore: 'Der Zugang endet sofort. Beiträge und Antworten bleiben. Offene Aufgaben gehen an „niemand“ zurück.',
    seeOffDo: 'Ja, Zugang beenden',
    stay: 'Doch nicht',

    newLastDay: 'Letzter Tag',
    setLastDay: 'Letzten Tag ändern',
  },
  en: {
    roles: {
      lead: 'Lead',
      delegate: 'Delegate to the circle',
      facilitator: 'Facilitator',
      minute_taker: 'Minute taker',
      coordinator: 'Coordinator',
    },
    people: 'People and mandate',
    circlePeople: 'Seats and people',
    members: 'Members',
    guests: 'Guests',
    you: 'you',
    roleUntil: (p) => `${p.role} until ${p.day}`,
    roleSince: (p) => `${p.role} since ${p.day}, by ${p.givenBy}`,
    mandateAndRules: 'Mandate and rules',
    since: 'since',
    lastDay: 'until',
    noVote: 'without a vote',
    change: 'Change',

    role: 'Role',
    roleEnds: 'Until when',
    roleEndsHint: 'The last day of the term. Empty means: until further notice.',
    givenBy: 'Decision',
    givenByHint: 'Its number, for example EN-2026-004, or where it was decided.',
    giveRole: 'Enter the role',
    endRole: (p) => `End: ${p.role}`,
    roleProblems: {
      role: {
        missing: 'Please choose a role.',
        unknown: 'There is no such role here.',
        double_link: 'Leading and being the delegate to the circle is for two different people.',
        not_a_member: 'Only members can have a role, guests cannot.',
      },
      endsOn: {
        past: 'This day has passed. Choose a day from today on.',
        nobody_longer:
          'After that nobody would look after all this. First give the role to somebody else, for at least as long as it is held now.',
      },
    },
    lastLead: 'The group needs a lead.',
    lastLeadMore: 'First give the role to somebody else. Whoever has it at least as long can take over.',
    lastCoordinator: 'The circle needs a coordinator.',
    lastCoordinatorMore: 'First give the role to somebody else. Whoever has it at least as long can take over.',

    leave: 'Leave the group',
    leaveAsk: (p) => `Do you want to leave ${p.group}?`,
    leaveMore:
      'You will not see the group any more, at once. What you contributed and how you answered stays. Your open tasks go back to “nobody”.',
    leaveDo: 'Yes, leave the group',
    seeOff: (p) => `See ${p.name} off`,
    seeOffAsk: (p) => `Does ${p.name} no longer belong to ${p.group}?`,
    seeOffMore: 'Access ends at once. Contributions and answers stay. Open tasks go back to “nobody”.',
    seeOffDo: 'Yes, end access',
    stay: 'Rather not',

    newLastDay: 'Last day',
    setLastDay: 'Change the last day',
  },
})
