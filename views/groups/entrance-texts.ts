import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    invitation: 'Einladung',
    invitationTitle: (p: { group: string }) => `Du bist eingeladen: ${p.group}`,
    invitationLead: (p: { name: string; alliance: string }) =>
      `${p.name} lädt dich ein. Die Gruppe gehört zu: ${p.alliance}.`,
    invitationAsGuest: (p: { day: string }) => `Du bist als Gast eingeladen, bis ${p.day}.`,
    yourName: 'Dein Name',
    yourNameHint: 'So sehen dich die anderen in der Gruppe.',
    nameProblems: {
      taken: 'So heißt hier schon jemand. Schreib etwas dazu, woran man euch unterscheidet, zum Beispiel den Ort.',
      missing: 'Bitte schreib deinen Namen hin.',
      too_long: 'Das ist zu lang. Bis 100 Zeichen geht es.',
    },
    accept: 'Einladung annehmen',
    acceptAs: (p: { name: string }) => `Als ${p.name} annehmen`,
    acceptKnown: 'Du hast hier schon ein Konto. Nach dem Klick bekommst du eine Mail, mit der du dich anmeldest.',
    noPassword:
      'Ein Passwort brauchst du nicht. Zum Anmelden schicken wir dir später immer einen Link an diese Mailadresse.',
    invitationDead: 'Diese Einladung gilt nicht mehr',
    invitationDeadLead:
      'Sie ist angenommen, zurückgezogen oder abgelaufen. Wenn du schon dabei bist, melde dich an. Sonst bitte um eine neue.',

    setUp: 'Kreislauf einrichten',
    setUpLead: 'Drei Angaben, dann kann euer Bündnis anfangen. Gruppen und Menschen kommen danach.',
    allianceName: 'Wie heißt euer Bündnis?',
    circleName: 'Wie heißt euer Kreis?',
    circleNameHint: 'Die Runde, in der eure Gruppen zusammenkommen.',
    circleDefault: 'Koordinierungskreis',
    coordinatorAddress: 'Deine Mailadresse',
    coordinatorAddressHint: 'Du koordinierst den Kreis am Anfang: Du lädst ein und gründest Gruppen.',
    start: 'Bündnis anlegen',
    setUpProblems: {
      alliance: { missing: 'Bitte schreib den Namen eures Bündnisses hin.' },
      circle: { missing: 'Bitte schreib hin, wie euer Kreis heißt.' },
      email: {
        missing: 'Bitte schreib deine Mailadresse hin.',
        not_an_address: 'Das ist keine Mailadresse, die wir verstehen. Sie sieht so aus: name@example.org',
      },
    },
    setUpDead: 'Dieser Link gilt nicht mehr',
    setUpDeadLead: 'Starte Kreislauf neu, dann zeigt das Programm einen neuen an.',
    signIn: 'Anmelden',
  },
  en: {
    invitation: 'Invitation',
    invitationTitle: (p) => `You are invited: ${p.group}`,
    invitationLead: (p) => `${p.name} invites you. The group belongs to: ${p.alliance}.`,
    invitationAsGuest: (p) => `You are invited as a guest, until ${p.day}.`,
    yourName: 'Your name',
    yourNameHint: 'This is how others in the group see you.',
    nameProblems: {
      taken: 'Somebody here has this name already. Add what tells you apart, for example the place.',
      missing: 'Please write your name.',
      too_long: 'This is too long. Up to 100 characters are fine.',
    },
    accept: 'Accept the invitation',
    acceptAs: (p) => `Accept as ${p.name}`,
    acceptKnown: 'You have an account here already. After the click you get a mail that signs you in.',
    noPassword: 'You do not need a password. Whenever you sign in we send a link to this mail address.',
    invitationDead: 'This invitation is no longer valid',
    invitationDeadLead:
      'It was accepted, withdrawn, or has expired. If you belong to the group already, sign in. If not, ask for a new one.',

    setUp: 'Set up Kreislauf',
    setUpLead: 'Three facts, then your alliance can begin. Groups and people come next.',
    allianceName: 'What is your alliance called?',
    circleName: 'What is your circle called?',
    circleNameHint: 'Where your groups come together.',
    circleDefault: 'Coordination circle',
    coordinatorAddress: 'Your mail address',
    coordinatorAddressHint: 'You coordinate the circle at first: you invite people and found groups.',
    start: 'Create the alliance',
    setUpProblems: {
      alliance: { missing: 'Please write the name of your alliance.' },
      circle: { missing: 'Please write what your circle is called.' },
      email: {
        missing: 'Please write your mail address.',
        not_an_address: 'This is not a mail address that we understand. It looks like this: name@example.org',
      },
    },
    setUpDead: 'This link is no longer valid',
    setUpDeadLead: 'Restart Kreislauf, and the program shows a new one.',
    signIn: 'Sign in',
  },
})
