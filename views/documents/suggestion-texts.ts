import type { Change } from '#src/documents/suggestions/changes.ts'
import type { Lang } from '#src/web/locale.ts'
import { bilingual } from '../kit/texts.ts'

/** What a suggestion does, in a few words: below its difference, on its card, and for those who hear it. */
export const changeTexts = bilingual({
  de: {
    inserts: (p: { words: string }) => `schreibt „${p.words}“ dazu`,
    deletes: (p: { words: string }) => `löscht „${p.words}“`,
    replaces: (p: { before: string; after: string }) => `ersetzt „${p.before}“ durch „${p.after}“`,
    looksOn: (p: { mark: string; words: string }) => `macht „${p.words}“ ${p.mark}`,
    looksOff: (p: { mark: string; words: string }) => `macht „${p.words}“ nicht mehr ${p.mark}`,
    splits: 'teilt den Absatz',
    joins: 'fügt Absätze zusammen',
    reshapes: 'ordnet den Absatz anders an',
    becomes: (p: { words: string; type: string }) => `macht „${p.words}“ ${p.type}`,
    putsIn: (p: { type: string; words: string }) => `fügt ein: ${p.type}${p.words && ` „${p.words}“`}`,
    takesOut: (p: { type: string; words: string }) => `nimmt heraus: ${p.type}${p.words && ` „${p.words}“`}`,
    sets: (p: { type: string; words: string }) => `ändert eine Angabe: ${p.type}${p.words && ` „${p.words}“`}`,
    heading: (p: { level: number }) => `zur Überschrift der Stufe\u00A0${p.level}`,
    into: {
      paragraph: 'zum Absatz',
      bulletList: 'zum Punkt einer Liste',
      orderedList: 'zum Punkt einer nummerierten Liste',
      taskList: 'zum Punkt einer Aufgabenliste',
      blockquote: 'zum Zitat',
      other: 'zu etwas anderem',
    },
    marks: { bold: 'fett', italic: 'kursiv', link: 'zum Link', other: 'anders aussehend' },
    things: {
      table: 'Tabelle',
      tableRow: 'Zeile einer Tabelle',
      tableColumn: 'Spalte einer Tabelle',
      image: 'Bild',
      footnote: 'Fußnote',
      pageBreak: 'Seitenumbruch',
      horizontalRule: 'Trennlinie',
      excerpt: 'Zitat aus einem anderen Text',
      comparisonRow: 'Zeile der Gegenüberstellung',
      paragraph: 'Absatz',
      heading: 'Überschrift',
      other: 'etwas anderes',
    },
  },
  en: {
    inserts: (p) => `adds “${p.words}”`,
    deletes: (p) => `deletes “${p.words}”`,
    replaces: (p) => `replaces “${p.before}” by “${p.after}”`,
    looksOn: (p) => `makes “${p.words}” ${p.mark}`,
    looksOff: (p) => `makes “${p.words}” no longer ${p.mark}`,
    splits: 'splits the paragraph',
    joins: 'joins paragraphs',
    reshapes: 'arranges the paragraph differently',
    becomes: (p) => `makes “${p.words}” ${p.type}`,
    putsIn: (p) => `puts in: ${p.type}${p.words && ` “${p.words}”`}`,
    takesOut: (p) => `takes out: ${p.type}${p.words && ` “${p.words}”`}`,
    sets: (p) => `changes a detail: ${p.type}${p.words && ` “${p.words}”`}`,
    heading: (p) => `a heading of level\u00A0${p.level}`,
    into: {
      paragraph: 'a paragraph',
      bulletList: 'an item of a list',
      orderedList: 'an item of a numbered list',
      taskList: 'an item of a task list',
      blockquote: 'a quote',
      other: 'something else',
    },
    marks: { bold: 'bold', italic: 'italic', link: 'a link', other: 'look different' },
    things: {
      table: 'table',
      tableRow: 'row of a table',
      tableColumn: 'column of a table',
      image: 'picture',
      footnote: 'footnote',
      pageBreak: 'page break',
      horizontalRule: 'rule',
      excerpt: 'quotation from another text',
      comparisonRow: 'row of the comparison',
      paragraph: 'paragraph',
      heading: 'heading',
      other: 'something else',
    },
  },
})

const named = (names: { other: string } & Record<string, string>, name: string) => names[name] ?? names.other

/** One change in a few words. */
export function sentenceOf(change: Change, lang: Lang): string {
  const t = changeTexts[lang]
  switch (change.kind) {
    case 'inserts':
    case 'deletes':
      return t[change.kind]({ words: change.words })
    case 'replaces':
      return t.replaces(change)
    case 'looks':
      return (change.on ? t.looksOn : t.looksOff)({ mark: named(t.marks, change.mark), words: change.words })
    case 'splits':
    case 'joins':
    case 'reshapes':
      return t[change.kind]
    case 'becomes': {
      const type = change.level === null ? named(t.into, change.type) : t.heading({ level: change.level })
      return t.becomes({ words: change.words, type })
    }
    case 'puts_in':
      return t.putsIn({ type: named(t.things, change.type), words: change.words })
    case 'takes_out':
      return t.takesOut({ type: named(t.things, change.type), words: change.words })
    case 'sets':
      return t.sets({ type: named(t.things, change.type), words: change.words })
  }
}
