import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InsertedTextRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Content } from '../../markup.ts'
import { changeOf, childrenOf, hrefOf, markOf } from '../reading.ts'
import type { Writing } from './writing.ts'

/** XML has no room for most control signs. */
const clean = (text: string) => text.replace(/(?![\t\n])\p{Cc}/gu, '')

function textRun(node: Content, writing: Writing, look: Partial<IRunOptions> = {}): ParagraphChild {
  const options: IRunOptions = {
    ...(node.type === 'hardBreak' ? { break: 1 } : { text: clean(node.text ?? '') }),
    ...(markOf(node, 'bold') && { bold: true }),
    ...(markOf(node, 'italic') && { italics: true }),
    ...look,
  }
  const change = changeOf(node)
  const from = change && writing.outgoing.changes[change.by]
  if (!change || !from) return new TextRun(options)
  const said = { id: writing.nextChange(), author: from.author, date: from.at }
  return change.kind === 'inserted'
    ? new InsertedTextRun({ ...options, ...said })
    : new DeletedTextRun({ ...options, ...said })
}

function footnote(node: Content, writing: Writing): ParagraphChild {
  const children = inlineOf(childrenOf(node), writing)
  writing.notes.push(new Paragraph({ style: 'FootnoteText', children }))
  return new FootnoteReferenceRun(writing.notes.length)
}

function piece(node: Content, writing: Writing): ParagraphChild {
  if (node.type === 'footnote') return footnote(node, writing)
  const link = hrefOf(node, writing.outgoing)
  if (!link) return textRun(node, writing)
  return new ExternalHyperlink({ link, children: [textRun(node, writing, { style: 'Hyperlink' })] })
}

/** Words with their looks, links, notes, and where comments begin and end. */
export const inlineOf = (nodes: Content[], writing: Writing): ParagraphChild[] =>
  nodes.flatMap((node) => {
    const { begin, end } = writing.remarks(node)
    return [
      ...begin.map((id) => new CommentRangeStart(id)),
      piece(node, writing),
      ...end.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
    ]
  })
