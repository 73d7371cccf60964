import { BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'
import { indentOf } from './blocks.ts'
import type { Writing } from './writing.ts'

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const bullets = ['•', '◦', '▪']

const placed = (level: number) => ({ paragraph: { indent: { left: indentOf(level), hanging: 397 } } })

const bulleted = (text: (level: number) => string) =>
  levels.map((level) => ({ level, format: LevelFormat.BULLET, text: text(level), style: placed(level) }))

const numbered = (start: number) =>
  levels.map((level) => ({
    level,
    start,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    style: placed(level),
  }))

/** Bullets, tasks (whose sign is a box of its own), and every numbered list by itself. */
export const numberingOf = (writing: Writing): INumberingOptions => ({
  config: [
    { reference: 'bullets', levels: bulleted((level) => bullets[level % bullets.length] ?? '•') },
    { reference: 'tasks', levels: bulleted(() => '') },
    ...writing.lists.map(({ reference, start }) => ({ reference, levels: numbered(start) })),
  ],
})

/** Without its level a heading is none for Word's outline and for the PDF that is made of it. */
const heading = (outlineLevel: number, size: number) => ({
  run: { size, bold: true, font: 'Calibri', color: '000000' },
  paragraph: { spacing: { before: 280, after: 100 }, keepNext: true, outlineLevel },
})

const based = { basedOn: 'Normal', quickFormat: true }
const small = { size: 18, font: 'Calibri', color: '444444' }

const continued = [1, 2, 3, 4, 5].map((level) => ({
  ...based,
  id: level === 1 ? 'ListContinue' : `ListContinue${level}`,
  name: level === 1 ? 'List Continue' : `List Continue ${level}`,
  paragraph: { indent: { left: indentOf(level - 1) } },
}))

/** Named as Word itself names them, so that whoever goes on writing there finds their way. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Cambria', size: 23, language: { value: 'de-DE' } },
      paragraph: { spacing: { after: 120, line: 288 } },
    },
    title: { run: { size: 40, bold: true, font: 'Calibri' }, paragraph: { spacing: { before: 240, after: 120 } } },
    heading1: heading(0, 32),
    heading2: heading(1, 27),
    heading3: heading(2, 24),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
    footnoteText: { run: { size: 19 }, paragraph: { spacing: { after: 40, line: 240 } } },
  },
  paragraphStyles: [
    { ...based, id: 'Quote', name: 'Quote', paragraph: { indent: { left: 567, right: 567 } } },
    {
      ...based,
      id: 'HorizontalLine',
      name: 'Horizontal Line',
      paragraph: { border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '888888', space: 1 } } },
    },
    { ...based, id: 'TableHeading', name: 'Table Heading', run: { bold: true } },
    { ...based, id: 'Sender', name: 'Absender', run: small, paragraph: { spacing: { after: 0 } } },
    { ...based, id: 'About', name: 'Angaben', run: small, paragraph: { spacing: { after: 40 } } },
    { ...based, id: 'Foot', name: 'Fuß', run: small, paragraph: { spacing: { after: 0 } } },
    ...continued,
  ],
}
