import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  LineNumberRestartFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Made, Outgoing } from '../outgoing.ts'
import { isWide } from '../wide.ts'
import { blocksOf } from './blocks.ts'
import { numberingOf, styles } from './styles.ts'
import { Writing } from './writing.ts'

const lines = (style: string, all: string[]) =>
  all.map((line) => new Paragraph({ style, suppressLineNumbers: true, children: [new TextRun(line)] }))

/** What is said about the whole text hangs on its title. */
function titleOf({ outgoing, unplaced }: Writing): Paragraph {
  const remarks = unplaced()
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    children: [
      ...remarks.map((id) => new CommentRangeStart(id)),
      new TextRun(outgoing.title),
      ...remarks.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
    ],
  })
}

/** Sender, decision and version stand in the margin, so that the text itself is nothing but the text. */
function headerOf({ letterhead, about }: Outgoing): Header {
  const sender = letterhead ? lines('Sender', [...letterhead.sender, letterhead.group]) : []
  return new Header({ children: [...sender, ...lines('About', about)] })
}

function footerOf({ running, checksum, words, content }: Outgoing, withChecksum: boolean): Footer {
  const tabStops = [{ type: TabStopType.RIGHT, position: isWide(content) ? 14000 : 9070 }]
  const page = [
    new TextRun({
      children: [new Tab(), `${words.page} `, PageNumber.CURRENT, ` ${words.pageOf} `, PageNumber.TOTAL_PAGES],
    }),
  ]
  const foot = new Paragraph({
    style: 'Foot',
    suppressLineNumbers: true,
    tabStops,
    children: [new TextRun(running), ...page],
  })
  return new Footer({
    children: withChecksum && checksum ? [foot, ...lines('Foot', [`${words.checksum} ${checksum}`])] : [foot],
  })
}

const a4 = { width: 11906, height: 16838 }
const margin = { top: 1417, bottom: 1247, left: 1418, right: 1418, header: 600, footer: 500 }

/** A file for Word: with real footnotes, comments as comments and suggestions as tracked changes. */
export async function makeDocx(outgoing: Outgoing): Promise<Made> {
  const writing = new Writing(outgoing)
  const children: FileChild[] = [titleOf(writing), ...blocksOf(outgoing.content.content ?? [], writing)]
  const orientation = isWide(outgoing.content) ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const document = new Document({
    title: outgoing.title,
    creator: outgoing.letterhead?.group ?? '',
    description: outgoing.about.join(' · '),
    styles,
    numbering: numberingOf(writing),
    footnotes: Object.fromEntries(writing.notes.map((note, index) => [String(index + 1), { children: [note] }])),
    ...(writing.comments.length > 0 && { comments: { children: writing.comments } }),
    features: { updateFields: false },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { ...a4, orientation }, margin },
          ...(outgoing.numberedLines && { lineNumbers: { countBy: 5, restart: LineNumberRestartFormat.NEW_PAGE } }),
        },
        headers: { first: headerOf(outgoing), default: new Header({ children: lines('About', [outgoing.title]) }) },
        footers: { first: footerOf(outgoing, true), default: footerOf(outgoing, false) },
        children,
      },
    ],
  })
  return { bytes: new Uint8Array(await Packer.toArrayBuffer(document)), extension: 'docx' }
}
