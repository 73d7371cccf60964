import { bilingual } from '../kit/texts.ts'

const germanNumbers = [
  'Null',
  'Eine',
  'Zwei',
  'Drei',
  'Vier',
  'Fünf',
  'Sechs',
  'Sieben',
  'Acht',
  'Neun',
  'Zehn',
  'Elf',
  'Zwölf',
]
const englishNumbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

const german = (count: number) => germanNumbers[count] ?? String(count)
const english = (count: number) => englishNumbers[count] ?? String(count)

export const texts = bilingual({
  de: {
    title: 'Wartet auf dich',
    greeting: {
      morning: (p: { name: string }) => `Guten Morgen, ${p.name}`,
      day: (p: { name: string }) => `Guten Tag, ${p.name}`,
      evening: (p: { name: string }) => `Guten Abend, ${p.name}`,
    },
    waiting: (p: { count: number }) =>
      p.count === 0
        ? 'Nichts wartet auf dich'
        : p.count === 1
          ? 'Eine Sache wartet auf dich'
          : `${german(p.count)} Sachen warten auf dich`,
    done: 'Mehr ist heute nicht zu tun.',
    more: (p: { count: number }) =>
      p.count === 1 ? 'Danach kommt noch eine Sache.' : `Danach kommen noch ${german(p.count).toLowerCase()} Sachen.`,
    allMyTasks: 'Alle meine Aufgaben',

    answer: 'Jetzt antworten',
    count: 'Auszählen',
    countWhy: 'Alle Antworten sind da oder die Zeit ist um',
    establish: 'Ansehen und bestätigen',
    establishWhy: 'Ausgezählt, eine zweite Person fehlt noch',
    confirm: 'Ansehen und bestätigen',
    confirmWhy: (p: { name: string }) => `Von ${p.name} eingetragen, eine zweite Person fehlt noch`,
    sign: 'Ansehen und unterschreiben',
    signWhy: (p: { name: string }) => `Berichtigung von ${p.name}, eine zweite Person fehlt noch`,
    yourTask: 'Deine Aufgabe',
    fromDecision: 'aus Beschluss',
    fromReturn: 'aus der Rückgabe',
    tickOff: 'Erledigt',
    noDate: 'ohne Termin',
    rework: 'Gründe lesen',
    reworkWhy: (p: { count: number }) =>
      p.count === 1 ? 'Der Kreis nennt einen Grund' : `Der Kreis nennt ${p.count}\u00A0Gründe`,
    reply: 'Antworten',
    read: 'Lesen',
    asksYou: (p: { name: string; number: number }) => `${p.name} bittet um Durchsicht\u00A0${p.number}`,
    hear: 'Ansehen',
    callsYou: (p: { name: string }) => `${p.name} nennt dich in einem Kommentar`,
    callsYouOften: (p: { name: string; count: number }) => `${p.name} nennt dich in ${p.count}\u00A0Kommentaren`,
    callYou: (p: { name: string; others: number; count: number }) =>
      p.others === 1
        ? `${p.name} und noch jemand nennen dich in ${p.count}\u00A0Kommentaren`
        : `${p.name} und ${p.others}\u00A0andere nennen dich in ${p.count}\u00A0Kommentaren`,
    requests: {
      adopt: 'beschließen',
      decide: 'eine Frage entscheiden',
      take_note: 'zur Kenntnis nehmen',
      mediate: 'vermitteln',
    },
    request: (p: { request: string }) => `Wunsch: ${p.request}`,
    closed: 'Zeit ist um',
    answered: (p: { answered: number; entitled: number }) =>
      `${p.answered} von ${p.entitled} ${p.answered === 1 ? 'hat' : 'haben'} geantwortet`,

    myGroups: 'Meine Gruppen',
    allGroups: 'Alle Gruppen ansehen',
    newThings: 'neu',
    things: (p: { count: number }) =>
      p.count === 1 ? '1\u00A0Sache' : p.count > 20 ? 'mehr als 20' : `${p.count}\u00A0Sachen`,
    sinceDay: (p: { day: string }) => `seit ${p.day}`,
    nothingNew: 'nichts Neues',
    runs: (p: { count: number }) => (p.count === 1 ? '1\u00A0Runde läuft' : `${p.count}\u00A0Runden laufen`),
    liesWithCircle: (p: { count: number }) =>
      p.count === 1 ? '1\u00A0Sache liegt beim Kreis' : `${p.count}\u00A0Sachen liegen beim Kreis`,
    waitsInCircle: (p: { count: number }) =>
      p.count === 1 ? '1\u00A0Weiterleitung wartet auf Antwort' : `${p.count}\u00A0Weiterleitungen warten auf Antwort`,
    cameBack: (p: { count: number }) =>
      p.count === 1 ? '1\u00A0Text kam zurück' : `${p.count}\u00A0Texte kamen zurück`,
    tasksOpen: (p: { count: number }) =>
      p.count === 1 ? '1\u00A0Aufgabe ist offen' : `${p.count}\u00A0Aufgaben sind offen`,
    nothingOpen: 'Zurzeit ist nichts offen',
    latest: (p: { when: string }) => `Zuletzt ${p.when}:`,
    asGuest: 'Du liest hier als Gast.',
    noGroups: 'Du gehörst noch zu keiner Gruppe.',
    noGroupsThen: 'Hinein führt eine Einladung. Die Leitung einer Gruppe kann sie dir schicken.',

    aside: 'Was sich bewegt hat',
    underWay: 'Unterwegs',
    nothingUnderWay: 'Von deinen Gruppen liegt gerade nichts beim Kreis.',
    since: (p: { day: string }) => `Seit ${p.day}`,
    quiet: 'Seitdem ist nichts geschehen.',

    way: 'Weg der Vorlage',
    wayVersion: (p: { number: number }) => `Fassung\u00A0${p.number} festgehalten`,
    wayDecided: (p: { group: string }) => `${p.group}: beschlossen`,
    wayForwarded: (p: { to: string }) => `${p.to.charAt(0).toUpperCase()}${p.to.slice(1)} gegeben`,
    wayForwardedBy: (p: { when: string; name: string }) => `${p.when}, ${p.name}`,
    wayWaits: (p: { Subject: string }) => `${p.Subject} hat es`,
    wayTakenUp: (p: { Subject: string }) => `${p.Subject} berät`,
    wayScheduled: 'Terminiert',
    wayUntil: (p: { when: string }) => `Runde bis ${p.when}`,
    wayWished: (p: { when: string }) => `gebraucht bis ${p.when}`,
    wayAnswer: 'Antwort',
    wayPending: 'steht noch aus',
  },
  en: {
    title: 'Waiting for you',
    greeting: {
      morning: (p) => `Good morning, ${p.name}`,
      day: (p) => `Good afternoon, ${p.name}`,
      evening: (p) => `Good evening, ${p.name}`,
    },
    waiting: (p) =>
      p.count === 0
        ? 'Nothing is waiting for you'
        : p.count === 1
          ? 'One thing is waiting for you'
          : `${english(p.count)} things are waiting for you`,
    done: 'That is all for today.',
    more: (p) =>
      p.count === 1 ? 'One more thing comes after that.' : `${english(p.count)} more things come after that.`,
    allMyTasks: 'All my tasks',

    answer: 'Answer now',
    count: 'Count',
    countWhy: 'All answers are in, or the time is up',
    establish: 'Look and confirm',
    establishWhy: 'Counted, a second person is still missing',
    confirm: 'Look and confirm',
    confirmWhy: (p) => `Entered by ${p.name}, a second person is still missing`,
    sign: 'Look and sign',
    signWhy: (p) => `Correction by ${p.name}, a second person is still missing`,
    yourTask: 'Your task',
    fromDecision: 'from decision',
    fromReturn: 'from the return of',
    tickOff: 'Done',
    noDate: 'no date',
    rework: 'Read the reasons',
    reworkWhy: (p) => (p.count === 1 ? 'The circle gives one reason' : `The circle gives ${p.count}\u00A0reasons`),
    reply: 'Answer',
    read: 'Read it',
    asksYou: (p) => `${p.name} asks for review\u00A0${p.number}`,
    hear: 'Look at it',
    callsYou: (p) => `${p.name} calls you in a comment`,
    callsYouOften: (p) => `${p.name} calls you in ${p.count} comments`,
    callYou: (p) =>
      p.others === 1
        ? `${p.name} and one other call you in ${p.count} comments`
        : `${p.name} and ${p.others} others call you in ${p.count} comments`,
    requests: { adopt: 'adopt', decide: 'decide a question', take_note: 'take note', mediate: 'mediate' },
    request: (p) => `Request: ${p.request}`,
    closed: 'time is up',
    answered: (p) => `${p.answered} of ${p.entitled} ${p.answered === 1 ? 'has' : 'have'} answered`,

    myGroups: 'My groups',
    allGroups: 'See all groups',
    newThings: 'new',
    things: (p) => (p.count === 1 ? '1\u00A0thing' : p.count > 20 ? 'more than 20' : `${p.count}\u00A0things`),
    sinceDay: (p) => `since ${p.day}`,
    nothingNew: 'nothing new',
    runs: (p) => (p.count === 1 ? '1\u00A0round is open' : `${p.count}\u00A0rounds are open`),
    liesWithCircle: (p) =>
      p.count === 1 ? '1\u00A0matter is with the circle' : `${p.count}\u00A0matters are with the circle`,
    waitsInCircle: (p) =>
      p.count === 1 ? '1\u00A0referral waits for an answer' : `${p.count}\u00A0referrals wait for an answer`,
    cameBack: (p) => (p.count === 1 ? '1\u00A0text came back' : `${p.count}\u00A0texts came back`),
    tasksOpen: (p) => (p.count === 1 ? '1\u00A0task is open' : `${p.count}\u00A0tasks are open`),
    nothingOpen: 'Nothing is open at the moment',
    latest: (p) => `Latest, ${p.when}:`,
    asGuest: 'You are reading here as a guest.',
    noGroups: 'You do not belong to a group yet.',
    noGroupsThen: 'An invitation lets you in. The lead of a group can send you one.',

    aside: 'What has moved',
    underWay: 'Under way',
    nothingUnderWay: 'Nothing of your groups is with the circle at the moment.',
    since: (p) => `Since ${p.day}`,
    quiet: 'Nothing has happened since.',

    way: 'Way of the matter',
    wayVersion: (p) => `Version\u00A0${p.number} kept`,
    wayDecided: (p) => `${p.group}: decided`,
    wayForwarded: (p) => `Handed ${p.to}`,
    wayForwardedBy: (p) => `${p.when}, ${p.name}`,
    wayWaits: (p) => `${p.Subject} has it`,
    wayTakenUp: (p) => `${p.Subject} is deciding`,
    wayScheduled: 'Scheduled',
    wayUntil: (p) => `round until ${p.when}`,
    wayWished: (p) => `needed by ${p.when}`,
    wayAnswer: 'Answer',
    wayPending: 'still to come',
  },
})
