import { bilingual } from '../kit/texts.ts'

const places = (count: number) => (count === 1 ? 'Eine Stelle' : `${count}\u00A0Stellen`)

const placesEnglish = (count: number) => (count === 1 ? 'one place' : `${count}\u00A0places`)

export const texts = bilingual({
  de: {
    whichText: 'Welcher Text?',
    adopted: (p: { when: string; citation: string }) => `Beschlossen am ${p.when} (${p.citation})`,
    draft: (p: { count: number; when: string }) =>
      `Entwurf: ${places(p.count)} geändert seit dem Beschluss vom ${p.when}`,
    holds: {
      yes: (p: { when: string }) => `Das gilt. Beschlossen am ${p.when}.`,
      awaits_circle: (p: { when: string }) =>
        `In der Gruppe beschlossen am ${p.when}. Es gilt, sobald der Kreis geantwortet hat.`,
      replaced: (p: { when: string }) => `Das gilt nicht mehr. Beschlossen am ${p.when}.`,
    },
    movedOn: (p: { count: number }) =>
      `Am Entwurf wird weitergeschrieben. ${places(p.count)} ${p.count === 1 ? 'ist' : 'sind'} dort anders.`,
    notInForce: 'Du liest den Entwurf.',
    notInForceThen: {
      yes: (p: { when: string; citation: string }) => `Es gilt, was am ${p.when} beschlossen wurde (${p.citation}).`,
      awaits_circle: (p: { when: string; citation: string }) =>
        `Beschlossen wurde in der Gruppe am ${p.when} (${p.citation}), die Antwort des Kreises fehlt noch.`,
      replaced: (p: { when: string; citation: string }) =>
        `Beschlossen wurde am ${p.when} (${p.citation}). Inzwischen ist der Text ersetzt.`,
    },
    movedOnShort: 'Entwurf geändert',
    showDifference: 'Unterschied ansehen',
    sameAsDraft: 'Der Entwurf ist derselbe.',
    version: (p: { number: string }) => `Fassung\u00A0${p.number}`,
    checksum: 'Prüfsumme',
    checksumMeans: 'SHA-256 über Titel und Text. Solange sie gleich ist, ist der Text derselbe.',
    writeOn: 'Am Entwurf weiterschreiben',
    corrected: 'Tippfehler darin sind berichtigt. Die Nummer des Beschlusses bleibt.',
    beingDecided: (p: { number: number }) => `Fassung\u00A0${p.number} lesen`,
    toAll: 'Durchsicht, Ablage und mehr',

    review: (p: { number: number; when: string }) => `Durchsicht\u00A0${p.number} bis ${p.when}.`,
    reviewOver: (p: { number: number; when: string }) =>
      `Durchsicht\u00A0${p.number} ging bis ${p.when}. Sie ist noch nicht beendet.`,
    reviewAsk: (p: { name: string }) => `${p.name} bittet, den Text zu lesen und zu kommentieren.`,
    reviewRead: (p: { read: number; asked: number }) =>
      p.read === 0 ? 'Bisher hat ihn niemand gelesen.' : `${p.read} von ${p.asked} haben ihn gelesen.`,
    reviewText: 'Es geht um',
    haveRead: 'Ich habe ihn gelesen',
    saving: 'Wird gemerkt …',
    archived: (p: { when: string; name: string }) => `Abgelegt am ${p.when} von ${p.name}.`,
    archivedThen: 'Lesen kann man ihn weiter.',
    replacedBy: 'Ersetzt durch',
    replacedThen: 'Beide bleiben lesbar.',
    newerText: 'einen neueren Text',
    quoted: (p: { title: string }) => `„${p.title}“`,
    isArchived: 'Der Text ist abgelegt.',
    isApproved: 'Der Text ist genehmigt.',
    isApprovedThen: 'Er bleibt, wie er ist. Was falsch ist, steht als Berichtigung daneben.',
    isArchivedThen: 'Herausholen kann ihn die Leitung der Gruppe, im Kreis die Koordination.',
    decisionNumber: (p: { number: string }) => `den Beschluss ${p.number}`,
    replaces: 'Ersetzt',
    willReplace: 'Ersetzt, sobald er beschlossen ist:',
  },
  en: {
    whichText: 'Which text?',
    adopted: (p) => `Adopted on ${p.when} (${p.citation})`,
    draft: (p) => `Draft: ${placesEnglish(p.count)} changed since the decision of ${p.when}`,
    holds: {
      yes: (p) => `This is in force. Adopted on ${p.when}.`,
      awaits_circle: (p) => `Adopted in the group on ${p.when}. It is in force as soon as the circle has answered.`,
      replaced: (p) => `This is no longer in force. Adopted on ${p.when}.`,
    },
    movedOn: (p) => `The draft is being written on. It differs in ${placesEnglish(p.count)}.`,
    notInForce: 'You are reading the draft.',
    notInForceThen: {
      yes: (p) => `What was adopted on ${p.when} is in force (${p.citation}).`,
      awaits_circle: (p) =>
        `It was adopted in the group on ${p.when} (${p.citation}); the answer of the circle is still missing.`,
      replaced: (p) => `It was adopted on ${p.when} (${p.citation}). Meanwhile the text has been replaced.`,
    },
    movedOnShort: 'draft changed',
    showDifference: 'Look at the difference',
    sameAsDraft: 'The draft is the same.',
    version: (p) => `Version\u00A0${p.number}`,
    checksum: 'Checksum',
    checksumMeans: 'SHA-256 over title and text. As long as it is the same, the text is the same.',
    writeOn: 'Go on with the draft',
    corrected: 'Typing errors in it have been put right. The number of the decision stays.',
    beingDecided: (p) => `Read version\u00A0${p.number}`,
    toAll: 'Review, archive and more',

    review: (p) => `Review\u00A0${p.number} until ${p.when}.`,
    reviewOver: (p) => `Review\u00A0${p.number} went on until ${p.when}. It has not been ended yet.`,
    reviewAsk: (p) => `${p.name} asks you to read the text and comment on it.`,
    reviewRead: (p) => (p.read === 0 ? 'Nobody has read it yet.' : `${p.read} of ${p.asked} have read it.`),
    reviewText: 'It is about',
    haveRead: 'I have read it',
    saving: 'Being noted …',
    archived: (p) => `Laid aside on ${p.when} by ${p.name}.`,
    archivedThen: 'It can still be read.',
    replacedBy: 'Replaced by',
    replacedThen: 'Both stay readable.',
    newerText: 'a newer text',
    quoted: (p) => `“${p.title}”`,
    isArchived: 'The text has been laid aside.',
    isApproved: 'The text has been approved.',
    isApprovedThen: 'It stays as it is. What is wrong stands beside it as a correction.',
    isArchivedThen: 'The lead of the group can take it out again, in the circle the coordinator.',
    decisionNumber: (p) => `decision ${p.number}`,
    replaces: 'Replaces',
    willReplace: 'Replaces, once it is adopted:',
  },
})
