import { bilingual } from '../kit/texts.ts'

export const texts = bilingual({
  de: {
    versions: 'Fassungen',
    noVersions: 'Noch keine Fassung festgehalten. Entscheiden könnt ihr nur über eine Fassung.',
    version: (p: { number: number }) => `Fassung\u00A0${p.number}`,
    frozenBy: (p: { name: string }) => `festgehalten von ${p.name}`,
    checksum: 'Prüfsumme',
    checksumMeans: 'SHA-256 über Titel und Text. Solange sie gleich ist, ist der Text derselbe.',
    about: 'Zu dieser Fassung',
    frozenAt: 'Festgehalten',
    note: 'Notiz',
    compare: 'Unterschied ansehen',
    compareDraft: 'Was seit der letzten Fassung anders ist',
    freeze: 'Fassung festhalten',
    freezing: 'Wird festgehalten …',
    freezeMeans: 'Die Fassung bekommt eine Nummer und ändert sich nicht mehr. Am Entwurf geht es weiter.',
    freezeNote: 'Wofür?',
    freezeNoteHint: 'Zum Beispiel „für die Sitzung am 15. Oktober“.',
    unchangedFirst: (p: { number: number }) => `Seit Fassung\u00A0${p.number} hat sich nichts geändert.`,
    unchangedThen: 'Eine neue braucht es darum nicht.',
    decideOn: 'Darüber entscheiden',
    frozenMeans: 'Diese Fassung ändert sich nicht mehr.',
    toDocument: 'Zum Entwurf',

    differenceTitle: (p: { newer: string; older: string }) => `${p.newer} neben ${p.older}`,
    draft: 'Entwurf',
    legend: 'Neues ist unterstrichen, Weggefallenes durchgestrichen.',
    changedCount: (p: { count: number }) =>
      p.count === 0
        ? 'Die Worte sind gleich.'
        : `${p.count === 1 ? 'Ein Absatz ist' : `${p.count}\u00A0Absätze sind`} anders.`,
    titleWas: (p: { before: string }) => `Der Titel hieß vorher „${p.before}“.`,
  },
  en: {
    versions: 'Versions',
    noVersions: 'No version has been frozen yet. You can only decide on a version.',
    version: (p) => `Version\u00A0${p.number}`,
    frozenBy: (p) => `frozen by ${p.name}`,
    checksum: 'Checksum',
    checksumMeans: 'SHA-256 over title and text. As long as it is the same, so is the text.',
    about: 'About this version',
    frozenAt: 'Frozen',
    note: 'Note',
    compare: 'See the difference',
    compareDraft: 'What has changed since the last version',
    freeze: 'Freeze a version',
    freezing: 'Freezing …',
    freezeMeans: 'The version gets a number and does not change any more. The draft goes on.',
    freezeNote: 'What for?',
    freezeNoteHint: 'For example “for the meeting on 15 October”.',
    unchangedFirst: (p) => `Nothing has changed since version\u00A0${p.number}.`,
    unchangedThen: 'So there is no need for a new one.',
    decideOn: 'Decide on it',
    frozenMeans: 'This version does not change any more.',
    toDocument: 'To the draft',

    differenceTitle: (p) => `${p.newer} beside ${p.older}`,
    draft: 'Draft',
    legend: 'What is new is underlined, what is gone is struck through.',
    changedCount: (p) =>
      p.count === 0
        ? 'The words are the same.'
        : `${p.count === 1 ? 'One paragraph has' : `${p.count}\u00A0paragraphs have`} changed.`,
    titleWas: (p) => `The title was “${p.before}” before.`,
  },
})
