import { bilingual } from '../kit/texts.ts'

/** What a text says where it shows something without words. */
export const bodyTexts = bilingual({
  de: {
    done: 'erledigt',
    open: 'offen',
    picture: 'Bild',
    undescribed: 'Bild ohne Beschreibung',
    notes: 'Fußnoten',
    note: (p: { number: number }) => `Fußnote\u00A0${p.number}`,
    back: (p: { number: number }) => `Zurück in den Text zu Fußnote\u00A0${p.number}`,
    newPage: 'Neue Seite',
  },
  en: {
    done: 'done',
    open: 'open',
    picture: 'Picture',
    undescribed: 'Picture without a description',
    notes: 'Footnotes',
    note: (p: { number: number }) => `Footnote ${p.number}`,
    back: (p: { number: number }) => `Back to the text at footnote ${p.number}`,
    newPage: 'New page',
  },
})
