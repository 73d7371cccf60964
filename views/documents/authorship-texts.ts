import { bilingual } from '../kit/texts.ts'

const nbsp = '\u00A0'
const words = (count: number, one: string, many: string) => `${count}${nbsp}${count === 1 ? one : many}`

export const texts = bilingual({
  de: {
    show: 'Wer hat was geschrieben',
    hide: 'Ohne Namen lesen',
    title: 'Wer hat was geschrieben',
    how: 'Der Strich unter den Worten und die Buchstaben davor sagen, von wem sie sind.',
    limits:
      'Wer einen Absatz teilt, verbindet, verschiebt oder umformt, steht danach an seinen Worten. Was gelöscht ist, steht hier nicht.',
    words: (p: { count: number }) => words(p.count, 'Wort', 'Wörter'),
    since: (p: { since: string }) => `seit ${p.since}`,
    sinceAndLast: (p: { since: string; last: string }) => `seit ${p.since}, zuletzt ${p.last}`,
    fromVersion: (p: { number: number }) => `aus Fassung${nbsp}${p.number} übernommen`,
    ofText: (p: { title: string }) => `von „${p.title}“`,
    fromFile: (p: { name: string }) => `aus einer Datei, von ${p.name} mitgebracht`,
    fromTemplate: (p: { name: string }) => `aus der Vorlage, von ${p.name} begonnen`,
    unknown: 'von wem, wurde noch nicht festgehalten',
    signs: { version: 'F', file: 'D', template: 'V', unknown: '?' },
  },
  en: {
    show: 'Who wrote what',
    hide: 'Read without names',
    title: 'Who wrote what',
    how: 'The line under the words and the letters before them tell whose they are.',
    limits:
      'Whoever splits, joins, moves or reshapes a paragraph is named with its words from then on. What was deleted is not shown here.',
    words: (p) => words(p.count, 'word', 'words'),
    since: (p) => `since ${p.since}`,
    sinceAndLast: (p) => `since ${p.since}, last ${p.last}`,
    fromVersion: (p) => `taken over from version${nbsp}${p.number}`,
    ofText: (p) => `of “${p.title}”`,
    fromFile: (p) => `from a file, brought by ${p.name}`,
    fromTemplate: (p) => `from the template, begun by ${p.name}`,
    unknown: 'by whom was not recorded yet',
    signs: { version: 'V', file: 'F', template: 'T', unknown: '?' },
  },
})
