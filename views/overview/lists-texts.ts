import { bilingual } from '../kit/texts.ts'

/** The lists behind the numbers of the circle's first page. */
export const texts = bilingual({
  de: {
    unfinishedTitle: 'Beschlüsse ohne Umsetzung',
    unfinishedLead: 'Beschlüsse, deren Aufgaben überfällig sind oder zu denen niemand eine Aufgabe angelegt hat.',
    unfinishedNone: 'Nichts offen. So einen Beschluss gibt es gerade nicht.',
    why: 'Was fehlt?',
    whys: { all: 'Alles', late: 'Aufgaben überfällig', without: 'ohne Aufgabe' },
    group: 'Welche Gruppe?',
    allGroups: 'Alle Gruppen',
    ofGroup: 'Gruppe',
    narrow: 'Liste eingrenzen',

    reviewsTitle: 'Wiedervorlagen',
    reviewsLead: 'Beschlüsse, die in den nächsten 30\u00A0Tagen noch einmal angeschaut werden sollen.',
    reviewsNone: 'Nichts offen. In den nächsten 30\u00A0Tagen ist nichts wieder vorzulegen.',
    moreReviews: 'Alle Wiedervorlagen',
    review: 'Wiedervorlage',

    returnedTitle: 'Zurückgegeben',
    returnedLead: 'Was der Kreis mit Gründen zurückgegeben hat und was seitdem bei den Gruppen liegt.',

    exceptionsTitle: 'Streit und Ausnahmen',
    exceptionsLead: 'Was bestritten ist, und was erst eine von zwei Personen unterschrieben hat.',
    exceptionsNone: 'Nichts offen. Es gibt keinen Streit und keine Ausnahme.',
    moreExceptions: 'Alles ansehen',
    seatsContested: (p: { seats: number }) =>
      p.seats === 1
        ? 'Ein Sitz zählte nicht: Wer ihn teilt, hat verschieden geantwortet.'
        : `${p.seats}\u00A0Sitze zählten nicht: Wer sie teilt, hat verschieden geantwortet.`,
    seatContested: 'Sitz uneinig',
    minutesOf: (p: { meeting: string }) => `Protokoll ${p.meeting}`,
    wishes: (p: { wished: string }) => `Gewünscht ist: „${p.wished}“`,
    correctionWaits: (p: { name: string }) => `Vorgeschlagen von ${p.name}. Es fehlt die zweite Unterschrift.`,
    correction: 'Berichtigung offen',

    mandatesTitle: 'Aufträge, die enden',
    mandatesLead:
      'Aufträge der Arbeitsgruppen, die in den nächsten drei Monaten enden, schon geendet haben oder fehlen.',
    mandatesNone: 'Nichts offen. In den nächsten drei Monaten endet kein Auftrag.',
    mandatesCaption: 'Gruppen, deren Auftrag endet, geendet hat oder fehlt',
    mandateState: 'Stand',
    mandateStates: { ends: 'endet bald', over: 'abgelaufen', none: 'kein Auftrag' },
    until: 'Auftrag bis',

    reportsTitle: 'Gruppen ohne Bericht',
    reportsLead: 'Arbeitsgruppen, deren Bericht an den Kreis überfällig ist.',
    reportsNone: 'Nichts offen. Alle Gruppen haben rechtzeitig berichtet.',
    reportsCaption: 'Gruppen, deren Bericht fehlt, mit dem Tag, an dem er fällig war',
    lastReport: 'Letzter Bericht bis',
    reportDue: 'Fällig war er am',
    never: 'noch keiner',

    linksTitle: 'Gruppen und Kreis',
    linksLead:
      'Jede Gruppe ist mit zwei Menschen im Kreis: Leitung und Delegation. So hört die Gruppe den Kreis und der Kreis die Gruppe.',
    linksNone: 'Noch keine Arbeitsgruppen.',
    linksCaption: 'Die Gruppen mit Leitung, Delegation und ihrer Verbindung zum Kreis',
    linksPicture: (p: { part: number; parts: number }) =>
      p.parts === 1
        ? 'Gruppen und ihre Verbindungen zum Kreis'
        : `Gruppen und ihre Verbindungen zum Kreis, Teil ${p.part} von ${p.parts}`,
    circle: 'Kreis',
    lead: 'Leitung',
    delegate: 'Delegation',
    vacant: 'nicht besetzt',
    notInCircle: 'nicht im Kreis',
    deputy: (p: { names: string }) => `vertreten durch ${p.names}`,
    link: 'Verbindung',
    toRegister: 'Alle Gruppen mit ihren Aufträgen',
    linkStates: { double: 'doppelt', one_person: 'nur eine Person', vacant: 'lückenhaft' },
    linkSaid: (p: { group: string; lead: string; delegate: string }) =>
      `${p.group}: Leitung ${p.lead}, Delegation ${p.delegate}.`,

    waysTitle: 'Wege der Sachen',
    waysLead: 'Wo jede Sache auf ihrem Weg ist: Entwurf, Fassung, Entscheidung, Kreis, Antwort.',
    waysNone: 'Nichts offen. Gerade ist keine Sache unterwegs.',
    waysPicture: (p: { part: number; parts: number }) =>
      p.parts === 1
        ? 'Wege der Sachen durch ihre Stationen'
        : `Wege der Sachen durch ihre Stationen, Teil ${p.part} von ${p.parts}`,
    waysCaption: 'Die Sachen mit Gruppe, Station und Wartezeit',
    matter: 'Sache',
    station: 'Station',
    stations: { 1: 'Entwurf', 2: 'Fassung', 3: 'Entscheidung', 4: 'Kreis', 5: 'Antwort' },
    /** Where it went to another group than the circle. */
    otherGroup: 'Gruppe',
    waiting: 'Dort seit',
    days: (p: { days: number }) => (p.days === 0 ? 'heute' : p.days === 1 ? '1\u00A0Tag' : `${p.days}\u00A0Tage`),
    next: 'Wie es weitergeht',
    at: {
      waits: (p: { days: string }) => `wartet: ${p.days}`,
      overdue: (p: { days: string }) => `wartet: ${p.days}, überfällig`,
      back: (p: { days: string }) => `zurück in der Gruppe: ${p.days}`,
      done: (p: { answer: string }) => p.answer,
    },
    loops: (p: { loops: number }) => (p.loops === 1 ? 'einmal zurückgegeben' : `${p.loops}-mal zurückgegeben`),
    overdue: 'überfällig',
    answerBy: (p: { day: string }) => `Antwort gewünscht bis ${p.day}`,
    onAgenda: (p: { meeting: string; day: string }) => `${p.meeting}, ${p.day}`,
    noMeeting: 'noch keine Sitzung geplant',
    reworked: 'wird überarbeitet',
    taken: 'wird gerade entschieden',
    answers: {
      adopted: 'beschlossen',
      adopted_with_changes: 'mit Änderungen beschlossen',
      rejected: 'abgelehnt',
      returned: 'zurückgegeben',
      noted: 'zur Kenntnis genommen',
      withdrawn: 'zurückgezogen',
      superseded: 'ersetzt',
    },
    said: (p: { title: string; group: string; station: string; words: string }) =>
      `${p.title} (${p.group}): Station ${p.station}, ${p.words}.`,
  },
  en: {
    unfinishedTitle: 'Decisions not carried out yet',
    unfinishedLead: 'Decisions whose tasks are overdue, or for which nobody has written down a task.',
    unfinishedNone: 'Nothing is open. There is no such decision at the moment.',
    why: 'What is missing?',
    whys: { all: 'Everything', late: 'Tasks overdue', without: 'without a task' },
    group: 'Which group?',
    allGroups: 'All groups',
    ofGroup: 'Group',
    narrow: 'Narrow the list',

    reviewsTitle: 'Review dates',
    reviewsLead: 'Decisions that are to be looked at again within the next 30\u00A0days.',
    reviewsNone: 'Nothing is open. No review date comes within the next 30\u00A0days.',
    moreReviews: 'All review dates',
    review: 'Review',

    returnedTitle: 'Returned',
    returnedLead: 'What the circle has returned with reasons, and what lies with the groups since.',

    exceptionsTitle: 'Disputes and exceptions',
    exceptionsLead: 'What is contested, and what only one of two people has signed.',
    exceptionsNone: 'Nothing is open. There is no dispute and no exception.',
    moreExceptions: 'See everything',
    seatsContested: (p) =>
      p.seats === 1
        ? 'One seat did not count: those who share it answered differently.'
        : `${p.seats} seats did not count: those who share them answered differently.`,
    seatContested: 'Seat divided',
    minutesOf: (p) => `Minutes of ${p.meeting}`,
    wishes: (p) => `Wished for: “${p.wished}”`,
    correctionWaits: (p) => `Proposed by ${p.name}. The second signature is missing.`,
    correction: 'Correction open',

    mandatesTitle: 'Mandates that end',
    mandatesLead: 'Mandates of working groups that end within the next three months, have ended or are missing.',
    mandatesNone: 'Nothing is open. No mandate ends within the next three months.',
    mandatesCaption: 'Groups whose mandate ends, has ended or is missing',
    mandateState: 'State',
    mandateStates: { ends: 'ends soon', over: 'expired', none: 'no mandate' },
    until: 'Mandate until',

    reportsTitle: 'Groups without a report',
    reportsLead: 'Working groups whose report to the circle is overdue.',
    reportsNone: 'Nothing is open. All groups have reported in time.',
    reportsCaption: 'Groups whose report is missing, with the day on which it was due',
    lastReport: 'Last report until',
    reportDue: 'It was due on',
    never: 'none yet',

    linksTitle: 'Groups and circle',
    linksLead:
      'Each group has two people in the circle: lead and delegate. So the group hears the circle, and the circle the group.',
    linksNone: 'No working groups yet.',
    linksCaption: 'The groups with lead, delegate and their link to the circle',
    linksPicture: (p) =>
      p.parts === 1
        ? 'Groups and their links to the circle'
        : `Groups and their links to the circle, part ${p.part} of ${p.parts}`,
    circle: 'Circle',
    lead: 'Lead',
    delegate: 'Delegate',
    vacant: 'vacant',
    notInCircle: 'not in the circle',
    deputy: (p) => `${p.names} stands in`,
    link: 'Link',
    toRegister: 'All groups with their mandates',
    linkStates: { double: 'double', one_person: 'one person only', vacant: 'with a gap' },
    linkSaid: (p) => `${p.group}: lead ${p.lead}, delegate ${p.delegate}.`,

    waysTitle: 'Ways of the matters',
    waysLead: 'Where each matter is on its way: draft, version, decision, circle, answer.',
    waysNone: 'Nothing is open. No matter is under way at the moment.',
    waysPicture: (p) =>
      p.parts === 1
        ? 'Ways of the matters through their stations'
        : `Ways of the matters through their stations, part ${p.part} of ${p.parts}`,
    waysCaption: 'The matters with group, station and waiting time',
    matter: 'Matter',
    station: 'Station',
    stations: { 1: 'Draft', 2: 'Version', 3: 'Decision', 4: 'Circle', 5: 'Answer' },
    otherGroup: 'Group',
    waiting: 'There for',
    days: (p) => (p.days === 0 ? 'today' : p.days === 1 ? '1\u00A0day' : `${p.days}\u00A0days`),
    next: 'How it goes on',
    at: {
      waits: (p) => `waiting: ${p.days}`,
      overdue: (p) => `waiting: ${p.days}, overdue`,
      back: (p) => `back with the group: ${p.days}`,
      done: (p) => p.answer,
    },
    loops: (p) => (p.loops === 1 ? 'returned once' : `returned ${p.loops} times`),
    overdue: 'overdue',
    answerBy: (p) => `answer wished by ${p.day}`,
    onAgenda: (p) => `${p.meeting}, ${p.day}`,
    noMeeting: 'no meeting planned yet',
    reworked: 'is being reworked',
    taken: 'is being decided on',
    answers: {
      adopted: 'adopted',
      adopted_with_changes: 'adopted with changes',
      rejected: 'rejected',
      returned: 'returned',
      noted: 'noted',
      withdrawn: 'withdrawn',
      superseded: 'replaced',
    },
    said: (p) => `${p.title} (${p.group}): station ${p.station}, ${p.words}.`,
  },
})
