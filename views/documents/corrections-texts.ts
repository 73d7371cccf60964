import { bilingual } from '../kit/texts.ts'

const words = (count: number) => (count === 1 ? 'Ein Wort ist' : `${count}\u00A0Wörter sind`)
const wordsEnglish = (count: number) => (count === 1 ? 'One word is' : `${count}\u00A0words are`)

export const texts = bilingual({
  de: {
    title: 'Tippfehler berichtigen',
    lead: (p: { citation: string; version: string }) =>
      `So weicht der Entwurf von der beschlossenen Fassung\u00A0${p.version} (${p.citation}) ab.`,
    leadWaiting: (p: { name: string; citation: string; version: string }) =>
      `${p.name} hat in der beschlossenen Fassung\u00A0${p.version} (${p.citation}) das berichtigt.`,
    counted: (p: { count: number }) => `${words(p.count)} anders.`,
    titleWas: (p: { before: string; after: string }) => `Titel: „${p.before}“ wird zu „${p.after}“.`,
    nothing: 'Der Entwurf ist derselbe.',
    nothingThen: 'Berichtige ihn zuerst im Editor und komm dann hierher zurück.',
    toEditor: 'Entwurf bearbeiten',
    many: (p: { count: number }) => `Das sind ${p.count}\u00A0Wörter.`,
    manyThen: 'Für Tippfehler ist das viel. Was der Text sagt, ändert nur ein neuer Beschluss.',
    sure: 'Es sind wirklich nur Tippfehler',
    note: 'Was ist berichtigt?',
    make: 'Zum Bestätigen vorlegen',
    making: 'Wird vorgelegt …',
    makeMeans: 'Eine zweite Person aus der Gruppe bestätigt. Erst dann gilt die neue Fassung, die alte bleibt lesbar.',
    confirm: 'Bestätigen',
    confirming: 'Wird bestätigt …',
    confirmMeans: (p: { version: string }) =>
      `Daraus wird Fassung\u00A0${p.version}. Die Nummer des Beschlusses bleibt, die ursprüngliche Fassung bleibt lesbar.`,
    waits: 'Das wartet auf eine zweite Person.',
    waitsThen: 'Bestätigen kann jedes andere Mitglied der Gruppe.',
    over: 'Das kann nicht mehr bestätigt werden.',
    overThen:
      'Inzwischen gilt eine andere Fassung, oder die Redaktionsvollmacht ist beendet. Verwerfen kann es, wer es vorgelegt hat, oder die Leitung der Gruppe.',
    discard: 'Verwerfen',
    notMine: 'Berichtigen kann, wer die Redaktionsvollmacht hat.',
    notMineThen: 'Wer sie hat, steht beim Stand des Textes.',
    toStage: 'Zum Stand des Textes',
    problems: {
      note: {
        too_long: 'Das ist zu lang. Bis 500 Zeichen geht es.',
        same: 'Der Entwurf ist derselbe wie der beschlossene Text.',
        full: 'Diese Fassung ist schon bis zum Buchstaben z berichtigt. Weiter geht es mit einem neuen Beschluss.',
      },
      sure: { many: 'Bitte bestätige, dass das alles Tippfehler sind.' },
    },
  },
  en: {
    title: 'Put typing errors right',
    lead: (p) => `This is how the draft differs from the adopted version\u00A0${p.version} (${p.citation}).`,
    leadWaiting: (p) => `${p.name} put this right in the adopted version\u00A0${p.version} (${p.citation}).`,
    counted: (p) => `${wordsEnglish(p.count)} different.`,
    titleWas: (p) => `Title: “${p.before}” becomes “${p.after}”.`,
    nothing: 'The draft is the same.',
    nothingThen: 'First put it right in the editor, then come back here.',
    toEditor: 'Edit the draft',
    many: (p) => `These are ${p.count}\u00A0words.`,
    manyThen: 'That is a lot for typing errors. What the text says is changed only by a new decision.',
    sure: 'They are really only typing errors',
    note: 'What has been put right?',
    make: 'Hand it over to be confirmed',
    making: 'Handing over …',
    makeMeans:
      'A second person of the group confirms. Only then is the new version in force; the old one stays readable.',
    confirm: 'Confirm',
    confirming: 'Confirming …',
    confirmMeans: (p) =>
      `This becomes version\u00A0${p.version}. The number of the decision stays, and the original version stays readable.`,
    waits: 'This waits for a second person.',
    waitsThen: 'Any other member of the group can confirm it.',
    over: 'This can no longer be confirmed.',
    overThen:
      'Meanwhile another version is in force, or the editorial mandate has been ended. Whoever handed it over can discard it, and so can the lead of the group.',
    discard: 'Discard',
    notMine: 'Whoever has the editorial mandate can put things right.',
    notMineThen: 'Where the text stands tells who has it.',
    toStage: 'To where the text stands',
    problems: {
      note: {
        too_long: 'This is too long. Up to 500 characters will do.',
        same: 'The draft is the same as the adopted text.',
        full: 'This version has been put right up to the letter z. From here on it takes a new decision.',
      },
      sure: { many: 'Please confirm that all of this is typing errors.' },
    },
  },
})
