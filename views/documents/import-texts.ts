import type { Reported } from '#src/documents/conversion/converted.ts'
import { bilingual } from '../kit/texts.ts'

type Counted = { [R in Reported]: (p: { count: number }) => string }

const many = (count: number, one: string, more: string) => (count === 1 ? one : `${count}\u00A0${more}`)

const german: Counted = {
  pictures: ({ count }) => many(count, 'ein Bild', 'Bilder'),
  footnotes: ({ count }) => many(count, 'eine Fußnote', 'Fußnoten'),
  threads: ({ count }) =>
    many(count, 'ein Kommentar, als Gespräch an seiner Stelle', 'Kommentare, als Gespräche an ihrer Stelle'),
  tables: ({ count }) => many(count, 'eine Tabelle', 'Tabellen'),
  tasks: ({ count }) => many(count, 'eine Aufgabenzeile', 'Aufgabenzeilen'),
  picturesWithoutWords: ({ count }) =>
    `${many(count, 'Ein Bild hat', 'Bilder haben')} noch keine Beschreibung für Menschen, die es nicht sehen. Trage sie beim Bearbeiten nach.`,
  headingsRaised: ({ count }) =>
    `${many(count, 'Eine Überschrift der vierten oder einer tieferen Ebene steht', 'Überschriften der vierten oder einer tieferen Ebene stehen')} jetzt auf der dritten.`,
  insertionsTaken: ({ count }) =>
    `Die Datei hatte offene Änderungen: ${many(count, 'Eine Einfügung ist', 'Einfügungen sind')} übernommen.`,
  deletionsLeftOut: ({ count }) =>
    `${many(count, 'Eine Streichung ist', 'Streichungen sind')} vollzogen: Die Wörter fehlen hier.`,
  struckWords: ({ count }) =>
    `${many(count, 'Eine durchgestrichene Stelle steht', 'durchgestrichene Stellen stehen')} jetzt ohne Strich da. Sieh nach, ob sie bleiben soll.`,
  picturesLost: ({ count }) =>
    `${many(count, 'Ein Bild ist', 'Bilder sind')} nicht mitgekommen. PNG, JPEG, WebP und GIF bis 5\u00A0MB gehen, wenn sie in der Datei selbst stecken.`,
  drawings: ({ count }) =>
    `${many(count, 'Eine Zeichnung oder ein Diagramm ist', 'Zeichnungen oder Diagramme sind')} nicht mitgekommen. Füge sie als Bild ein.`,
  formulas: ({ count }) => `${many(count, 'Eine Formel ist', 'Formeln sind')} nicht mitgekommen.`,
  marginTexts: ({ count }) =>
    `${many(count, 'Eine Kopf- oder Fußzeile ist', 'Kopf- und Fußzeilen sind')} weggelassen. Beim Ausgeben entstehen neue.`,
}

const english: Counted = {
  pictures: ({ count }) => many(count, 'one picture', 'pictures'),
  footnotes: ({ count }) => many(count, 'one footnote', 'footnotes'),
  threads: ({ count }) => many(count, 'one comment, as a thread at its place', 'comments, as threads at their places'),
  tables: ({ count }) => many(count, 'one table', 'tables'),
  tasks: ({ count }) => many(count, 'one task line', 'task lines'),
  picturesWithoutWords: ({ count }) =>
    `${many(count, 'One picture has', 'pictures have')} no description yet for people who do not see it. Add it when you edit.`,
  headingsRaised: ({ count }) =>
    `${many(count, 'One heading of the fourth or a deeper level is', 'headings of the fourth or a deeper level are')} on the third now.`,
  insertionsTaken: ({ count }) =>
    `The file had open changes: ${many(count, 'one insertion has', 'insertions have')} been taken over.`,
  deletionsLeftOut: ({ count }) =>
    `${many(count, 'One deletion has', 'deletions have')} been carried out: the words are not here.`,
  struckWords: ({ count }) =>
    `${many(count, 'One passage that was struck through is', 'passages that were struck through are')} here without the line. See whether it should stay.`,
  picturesLost: ({ count }) =>
    `${many(count, 'One picture has', 'pictures have')} not come along. PNG, JPEG, WebP and GIF up to 5\u00A0MB will do when they are in the file itself.`,
  drawings: ({ count }) =>
    `${many(count, 'One drawing or chart has', 'drawings or charts have')} not come along. Put it in as a picture.`,
  formulas: ({ count }) => `${many(count, 'One formula has', 'formulas have')} not come along.`,
  marginTexts: ({ count }) =>
    `${many(count, 'One header or footer has', 'headers and footers have')} been left out. Exporting makes new ones.`,
}

export const texts = bilingual({
  de: {
    first: 'Der Text ist da.',
    from: (p: { file: string }) => `Er kommt aus „${p.file}“.`,
    all: 'Überschriften, Absätze, Listen, Fettes, Kursives und Links sind mitgekommen.',
    kept: 'Ebenso mitgekommen:',
    otherwise: 'Anders als in der Datei:',
    counted: german,
  },
  en: {
    first: 'The text is here.',
    from: (p) => `It comes from “${p.file}”.`,
    all: 'Headings, paragraphs, lists, bold, italics and links have come along.',
    kept: 'These have come along, too:',
    otherwise: 'Different from the file:',
    counted: english,
  },
})
